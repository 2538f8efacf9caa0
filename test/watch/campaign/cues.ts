import type { CueKind } from "../../../core/contract/session.ts";
import { type Cue, cuesOf } from "../../../core/cues/schedule.ts";
import type { StartEntry } from "../../../core/session/entry.ts";
import { begin } from "../../../core/session/state.ts";
import { FEEL, finishSession, SECOND, startSession } from "../simulated-play.ts";
import { shortPlan, threeHours } from "./plans.ts";
import { type Chance, chanceOf } from "./seeded.ts";
import { misuse, sessionsOf, type World, worldWith } from "./world.ts";

/** How late a cue may be beyond what was injected into its tick. */
const LATENESS_MS = 250;
/** The alarm is set 3 s after a change, in whole seconds. */
const ALARM_MS = { least: 3_000, most: 4_000 } as const;

type Felt = { readonly at: number; readonly name: string };

export const feelOf = (kind: CueKind): string => FEEL[kind as keyof typeof FEEL] ?? kind;

/** The cues that the plan under way calls for, worked out apart from the app. */
function expectedCues({ server }: World, startedAt: number): readonly Cue[] {
  const head = { at: startedAt, steps: server.plan?.steps ?? [] } as unknown as StartEntry;
  return cuesOf(begin(head));
}

/** Remembers for every timer when it was armed and by how much it was made late. */
function stumble({ watch }: World, chance: Chance): (at: number) => number {
  const { hardware } = watch.device;
  const armed: { at: number; lateMs: number }[] = [];
  hardware.timerDrift = chance.next() * 0.1 - 0.05;
  hardware.timerLateMs = () => {
    const lateMs = chance.between(200, 900);
    armed.push({ at: hardware.clock.now(), lateMs });
    return lateMs;
  };
  // The timer of a tick is the last that was armed before it: each tick arms its successor last.
  return (at) => armed.findLast((timer) => timer.at < at)?.lateMs ?? 0;
}

function lateness(expected: readonly Cue[], felt: readonly Felt[], injected: (at: number) => number): string[] {
  const problems = expected.length === felt.length ? [] : [`${expected.length} cues due, ${felt.length} felt`];
  for (const [index, cue] of expected.entries()) {
    const vibration = felt[index];
    if (vibration === undefined) break;
    const late = vibration.at - cue.dueAt;
    const allowed = cue.dueAt === expected[0]?.dueAt ? SECOND : injected(vibration.at) + LATENESS_MS;
    if (vibration.name !== feelOf(cue.kind)) problems.push(`cue ${index}: ${cue.kind} due, ${vibration.name} felt`);
    else if (late < 0 || late > allowed) problems.push(`${cue.id} ${late} ms late, ${allowed} allowed`);
  }
  return problems;
}

/** Three virtual hours with timers that drift and stumble: every cue once, none late beyond what was done to its tick. */
export async function heldScreen(seed: number): Promise<readonly string[]> {
  const chance = chanceOf(seed);
  const world = await worldWith(threeHours(chance));
  const { watch, server } = world;
  const from = watch.clock.now();
  const startedAt = await startSession(watch);
  const injected = stumble(world, chance);
  await watch.clock.advance(10_800 * SECOND + 5 * SECOND);
  watch.device.hardware.timerLateMs = () => 0;
  await finishSession(watch);
  const begunAt = Date.parse(sessionsOf(server)[0]?.data.startedAt ?? "");
  const felt = watch.vibrations.filter(({ at }) => at >= from);
  const problems = [...lateness(expectedCues(world, begunAt), felt, injected), ...misuse(watch)];
  if (!(begunAt <= startedAt)) problems.push("no session was stored");
  const cues = sessionsOf(server)[0]?.data.cues ?? [];
  if (cues.some(({ state, tier }) => state !== "fired" || tier !== "held")) problems.push("the ledger tells otherwise");
  await watch.stop();
  return problems;
}

/** The screen is forced off for the whole session: each change comes by alarm within its tolerance, and the ledger says so. */
export async function darkScreen(seed: number): Promise<readonly string[]> {
  const chance = chanceOf(seed);
  const world = await worldWith(shortPlan(chance));
  const { watch, server } = world;
  const jitterMs = chance.of([0, 2_000, 6_000]);
  watch.device.hardware.alarms.lateMs = () => chance.between(0, jitterMs);
  await startSession(watch);
  await watch.clock.advance(chance.between(1, 5) * SECOND);
  await watch.light(false);
  const totalS = (server.plan?.steps ?? []).reduce((sum, { plannedS }) => sum + plannedS, 0);
  await watch.clock.advance((totalS + 20) * SECOND);
  const felt = [...watch.vibrations];
  await watch.light(true);
  await watch.clock.advance(SECOND);
  await finishSession(watch);
  const problems = [...darkLedger(world, felt, ALARM_MS.most + jitterMs), ...misuse(watch)];
  await watch.stop();
  return problems;
}

function darkLedger(world: World, felt: readonly Felt[], most: number): string[] {
  const [session, ...more] = sessionsOf(world.server);
  if (session === undefined || more.length > 0) return [`${more.length + (session ? 1 : 0)} sessions stored`];
  const startedAt = Date.parse(session.data.startedAt);
  const changes = expectedCues(world, startedAt).filter(({ phase, dueAt }) => phase && dueAt > startedAt);
  return changes.flatMap((cue) => {
    const line = session.data.cues.find(({ kind, dueMs }) => kind === cue.kind && dueMs === cue.dueAt - startedAt);
    const lateMs = line === undefined ? Number.NaN : (line.firedMs ?? Number.NaN) - line.dueMs;
    if (line?.state !== "fired" || line.tier !== "alarm") return [`${cue.id}: the ledger says ${JSON.stringify(line)}`];
    if (!(lateMs >= ALARM_MS.least && lateMs <= most)) return [`${cue.id} ${lateMs} ms late by alarm`];
    const times = felt.filter(({ at, name }) => at === startedAt + (line.firedMs ?? 0) && name === feelOf(cue.kind));
    return times.length === 1 ? [] : [`${cue.id} felt ${times.length} times`];
  });
}
