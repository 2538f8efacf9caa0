import { isDeepStrictEqual } from "node:util";
import { MINUTE, SECOND } from "../simulated-play.ts";
import { levelFive } from "../simulated-server.ts";
import { type Chance, chanceOf } from "./seeded.ts";
import { begin, finishFrom } from "./wearer.ts";
import { misuse, openSaved, type Saved, save, type Trouble, type World, worldWith } from "./world.ts";

const OUTBOX = "watch/files/outbox/";

/**
 * Where zml 0.0.43 throws over a frame that comes late; the system catches it, and no message is harmed.
 * `handler`: a part of an answer that it has done with: nothing waits for it any more.
 * `resolve`: the answer to the handshake of an app that was closed since, at one that has not asked for anything yet (its task is null
 * until then). Its first request begins with a handshake of its own, whatever this one left.
 */
const ZML_LATE_FRAMES: readonly string[] = [
  "error: app ble: TypeError: Cannot read properties of undefined (reading 'handler')",
  "error: app ble: TypeError: Cannot read properties of null (reading 'resolve')",
];

let unsent: Promise<Saved> | null = null;

/** A watch that came home from a whole session with its phone out of reach all the time. */
async function withUnsentSession(): Promise<Saved> {
  const world = await worldWith(levelFive("2026-11-20"));
  await begin(world);
  await world.watch.link(false);
  await world.watch.clock.until(() => world.watch.screen().buttons.includes("Done"), 40 * MINUTE);
  await finishFrom(world);
  await world.watch.link(true);
  const saved = save(world);
  await world.watch.stop();
  return saved;
}

/** The records on the watch: after the checksum, JSON. */
const recordsOf = (disk: ReadonlyMap<string, string>): Record<string, unknown>[] =>
  [...disk].flatMap(([key, value]) => {
    if (!key.startsWith(OUTBOX)) return [];
    return [JSON.parse(Buffer.from(value, "base64").toString().slice(9)) as Record<string, unknown>];
  });

const TROUBLES: readonly Trouble[] = ["request lost", "answer lost", "twice", "refused", "expired"];

/** Frames are dropped, doubled, delayed and so reordered; requests and answers get lost, come twice, are refused. */
function disturb({ watch, server }: World, chance: Chance): void {
  const share = { drop: chance.next() * 0.3, twice: chance.next() * 0.2, slow: chance.next() * 0.5 };
  const delay = (): number => (chance.is(share.slow) ? chance.between(30, 2_500) : 30);
  watch.device.hardware.link.fate = () => {
    if (chance.is(share.drop)) return [];
    return chance.is(share.twice) ? [delay(), delay()] : [delay()];
  };
  const trouble = chance.next() * 0.5;
  server.trouble = ({ url }) => {
    const found = chance.is(trouble) ? chance.of(TROUBLES) : "none";
    // A refresh token that is refused was revoked: then there is nothing left to heal.
    return found === "expired" && url.endsWith("/v1/token") ? "refused" : found;
  };
}

async function something({ watch }: World, chance: Chance): Promise<void> {
  const what = chance.of(["wait", "wait", "sync", "kill", "reboot", "side ends", "link lost"] as const);
  if (what === "sync" && watch.screen().buttons.includes("Sync")) await watch.tap("Sync");
  if (what === "kill") await watch.kill();
  if (what === "reboot") await watch.reboot();
  if (what === "side ends") await watch.phone.endSide();
  if (what === "link lost") await watch.link(false);
  await watch.clock.advance(chance.between(20, 9_000));
  await watch.link(true);
  if (watch.screen().page === null) await watch.boot();
}

async function heal({ watch, server, disk }: World): Promise<void> {
  watch.device.hardware.link.fate = () => [30];
  server.trouble = () => "none";
  for (let turn = 0; turn < 4 && recordsOf(disk.map).length > 0; turn += 1) {
    await watch.kill();
    await watch.clock.advance(30 * SECOND);
    await watch.boot();
    await watch.clock.advance(30 * SECOND);
  }
}

/** Drop, double, reorder, delay, kill between watch, phone and cloud: each record arrives once, as it is on the watch. */
export async function schedule(seed: number): Promise<readonly string[]> {
  unsent ??= withUnsentSession();
  const chance = chanceOf(seed);
  const saved = await unsent;
  const world = await openSaved(saved, SECOND);
  disturb(world, chance);
  for (let turn = chance.between(1, 6); turn > 0; turn -= 1) await something(world, chance);
  await heal(world);
  const { server, watch, disk } = world;
  const problems = recordsOf(saved.disk).flatMap((record) => {
    const found = server.stored.filter(({ id }) => id === record.id);
    if (found.length !== 1) return [`${record.type} stored ${found.length} times`];
    return isDeepStrictEqual(found[0], { ...record, source: "simulator" }) ? [] : [`${record.type} is not the same`];
  });
  if (recordsOf(saved.disk).length < 2) problems.push("there was nothing to send");
  if (recordsOf(disk.map).length > 0) problems.push("something still waits on the watch");
  problems.push(
    ...server.changed.map((id) => `${id} came with another content`),
    ...misuse(watch).filter((text) => !ZML_LATE_FRAMES.includes(text)),
  );
  await watch.stop();
  return problems;
}
