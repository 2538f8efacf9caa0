import type { Plan } from "../../../core/contract/plan.ts";
import { SECOND } from "../simulated-play.ts";
import { type Past, verdict } from "./kills.ts";
import { shortPlan } from "./plans.ts";
import type { CampaignResult } from "./run.ts";
import { type Chance, chanceOf } from "./seeded.ts";
import { type Felt, positionProblems, truthAt } from "./verdict.ts";
import { begin, finishFrom, type Told } from "./wearer.ts";
import { openSaved, rebooted, type Saved, save, sessionsOf, type World, worldWith } from "./world.ts";

/** One write of a session: what a power cut leaves right after it, and what was there before. */
type Write = { readonly key: string; readonly before: string | null; readonly after: Saved };

/** A session played without trouble, every write of it looked at. */
type Reference = {
  readonly writes: readonly Write[];
  readonly felt: readonly Felt[];
  readonly startedAt: number;
  readonly pressed: readonly Told[];
};

type PlanFor = (chance: Chance) => Plan;

const FILES = "watch/files/";
const JOURNAL = `${FILES}session.log`;

async function reference(seed: number, planFor: PlanFor): Promise<Reference> {
  const chance = chanceOf(seed);
  const world = await worldWith(planFor(chance));
  const { watch, disk } = world;
  const writes: Write[] = [];
  let before = new Map(disk.map);
  disk.onWrite = (key) => {
    writes.push({ key, before: before.get(key) ?? null, after: save(world) });
    before = new Map(disk.map);
  };
  const startedAt = await begin(world);
  const pressed: Told[] = [];
  for (const [waitMs, label] of [
    [chance.between(12_000, 20_000), "Pause"],
    [chance.between(3_000, 9_000), "Resume"],
    [chance.between(40_000, 60_000), "Skip"],
  ] as const) {
    await watch.clock.advance(waitMs);
    pressed.push({ do: label.toLowerCase() as "pause" | "resume" | "skip", at: watch.clock.now() });
    await watch.tap(label);
  }
  await finishFrom(world, pressed);
  await watch.stop();
  return { writes, felt: [...watch.vibrations], startedAt, pressed };
}

/** Ten damages are done to one session: playing it is what costs time. */
const DAMAGES = 10;
let played: { readonly seed: number; readonly told: Reference } | null = null;

async function playedOnce(seed: number): Promise<Reference> {
  if (played?.seed !== seed) played = { seed, told: await reference(seed, shortPlan) };
  return played.told;
}

/** The write stopped half-way: a part of what it would have added to the file, or of the new file. */
function torn({ key, before, after }: Write, chance: Chance): Saved {
  const now = after.disk.get(key);
  const disk = new Map(after.disk);
  if (now === undefined) {
    if (before !== null) disk.set(key, before);
    return { ...after, disk };
  }
  const [old, next] = [before ?? "", now].map((text) => Buffer.from(text, "base64")) as [Buffer, Buffer];
  const kept = next.subarray(0, old.length).equals(old) ? old.length : 0;
  disk.set(key, next.subarray(0, chance.between(kept, Math.max(kept, next.length - 1))).toString("base64"));
  return { ...after, disk };
}

/** What may have been pressed at the instant of the cut: with the action that was being written, or without it. */
const pasts = ({ pressed, startedAt }: Reference, at: number, gap: Past["gaps"]): Past[] =>
  [pressed.filter((action) => action.at < at), pressed.filter((action) => action.at <= at)].map((actions) => ({
    startedAt,
    pressed: [...actions],
    gaps: [...gap],
  }));

async function position(world: World, options: readonly Past[]): Promise<{ past: Past; problems: string[] }> {
  const found = options.map((past) => {
    const truth = truthAt(world, past.startedAt, past.pressed, world.watch.clock.now());
    return { past, problems: positionProblems(world, truth) };
  });
  return found.find(({ problems }) => problems.length === 0) ?? (found[0] as { past: Past; problems: string[] });
}

/** Cuts the power at one write, whole or torn, and goes on from what is left. */
async function cutAt(told: Reference, write: Write, chance: Chance): Promise<string[]> {
  const isTorn = write.key.startsWith(FILES) && chance.is(0.5);
  const left = isTorn ? torn(write, chance) : write.after;
  const awayMs = chance.between(100, 30_000);
  const world = await openSaved(chance.is(0.5) ? rebooted(left) : left, awayMs);
  await world.watch.clock.advance(SECOND);
  const felt = told.felt.slice(0, left.felt);
  if (world.watch.screen().page === "page/home" && left.at <= told.startedAt) {
    await world.watch.stop();
    return [];
  }
  const gaps = [{ from: left.at, to: left.at + awayMs }];
  const filed = left.disk.get(JOURNAL) === undefined;
  const seen = filed ? null : await position(world, pasts(told, left.at, gaps));
  const past = seen?.past ?? { startedAt: told.startedAt, pressed: [...told.pressed], gaps };
  const problems = [...(seen?.problems ?? []), ...(await verdict(world, past, felt))];
  const checkins = world.server.stored.filter(({ type }) => type === "checkin.reported.v1").length;
  if (checkins !== 1) problems.push(`${checkins} check-ins stored`);
  await world.watch.stop();
  return problems.map((problem) => `${isTorn ? "torn" : "after"} ${write.key}: ${problem}`);
}

/**
 * Cuts the power at every write of one session, from Start to the last acknowledgement; `share` of them, evenly spread, when
 * less than all is asked for.
 */
export async function everyWrite(seed: number, share = 1, planFor: PlanFor = shortPlan): Promise<CampaignResult> {
  const told = await reference(seed, planFor);
  const chosen = told.writes.filter((_, index) => Math.floor(index * share) !== Math.floor((index - 1) * share));
  const failures: string[] = [];
  for (const [index, write] of chosen.entries()) {
    const problems = await cutAt(told, write, chanceOf(seed * 1_000 + index));
    failures.push(...problems.map((problem) => `seed ${seed}, write ${index}: ${problem}`));
  }
  return { name: "every write", cases: chosen.length, failures };
}

/** Damages what was written of a session under way: at most the last entry is lost. */
export async function damaged(seed: number): Promise<readonly string[]> {
  const chance = chanceOf(seed);
  const told = await playedOnce(Math.floor(seed / DAMAGES));
  const inJournal = told.writes.filter(({ key, after }) => key === JOURNAL && after.disk.has(JOURNAL));
  const write = chance.of(inJournal.slice(1, -3));
  const bytes = Buffer.from(write.after.disk.get(JOURNAL) ?? "", "base64");
  const lastLine = bytes.length - 1 - bytes.lastIndexOf("\n", bytes.length - 2);
  const cut = chance.is(0.5);
  const place = chance.between(0, bytes.length - 1);
  if (!cut) bytes[place] = (bytes[place] ?? 0) ^ (1 << chance.between(0, 6));
  const left = cut ? bytes.subarray(0, bytes.length - chance.between(1, lastLine)) : bytes;
  const disk = new Map(write.after.disk).set(JOURNAL, left.toString("base64"));
  const world = await openSaved({ ...write.after, disk }, 5_000);
  await world.watch.clock.advance(SECOND);
  const lines = (text: string) => text.split("\n").length;
  const before = lines(Buffer.from(write.after.disk.get(JOURNAL) ?? "", "base64").toString());
  const problems: string[] = [];
  await finishFrom(world);
  const session = sessionsOf(world.server)[0];
  if (session === undefined) problems.push("the session is gone");
  const unwritten = told.felt
    .slice(0, write.after.felt)
    .filter(
      ({ at }) =>
        at >= told.startedAt && !session?.data.cues.some(({ firedMs }) => told.startedAt + (firedMs ?? -1) === at),
    );
  if (unwritten.length > 1) problems.push(`${unwritten.length} cues lost of ${before} lines`);
  await world.watch.stop();
  return problems.map((problem) => `${cut ? "cut" : `flipped at ${place} of ${bytes.length}`}: ${problem}`);
}
