import { floorFrom, withoutFloor } from "../../../core/blocks/steps.ts";
import type { Plan } from "../../../core/contract/plan.ts";
import type { CueKind, PlannedStep } from "../../../core/contract/session.ts";
import { type Cue, cuesOf } from "../../../core/cues/schedule.ts";
import type { StartEntry } from "../../../core/session/entry.ts";
import { begin as beginning } from "../../../core/session/state.ts";
import { FEEL, finishSession, SECOND, startSession } from "../simulated-play.ts";
import { exercisePlan, shortPlan, threeHours } from "./plans.ts";
import { type Chance, chanceOf } from "./seeded.ts";
import { truthAt } from "./verdict.ts";
import { begin, finishFrom, type Told, toFloor } from "./wearer.ts";
import { misuse, sessionsOf, type World, worldWith } from "./world.ts";

/** How late a cue may be beyond what was injected into its tick. */
const LATENESS_MS = 250;
/** So long the system lets a page live once the screen is off. */
const PAGE_LIVES_MS = 10_000;
/** The alarm is set 3 s after a change, in whole seconds. */
const ALARM_MS = { least: 3_000, most: 4_000 } as const;

type Felt = { readonly at: number; readonly name: string };

export const feelOf = (kind: CueKind): string => FEEL[kind as keyof typeof FEEL] ?? kind;

/** The cues that the plan under way calls for, worked out apart from the app. */
function expectedCues({ server }: World, startedAt: number): readonly Cue[] {
  const head = { at: startedAt, steps: server.plan?.steps ?? [] } as unknown as StartEntry;
  return cuesOf(beginning(head));
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
export const darkScreen = (seed: number): Promise<readonly string[]> => inTheDark(chanceOf(seed), shortPlan);

/** The same with exercises before and after it; the light is on between them only, for the questions. */
export const darkExercises = (seed: number): Promise<readonly string[]> => inTheDark(chanceOf(seed), exercisePlan);

async function inTheDark(chance: Chance, planFor: (chance: Chance) => Plan): Promise<readonly string[]> {
  const world = await worldWith(planFor(chance));
  const { watch, server } = world;
  const jitterMs = chance.of([0, 2_000, 6_000]);
  watch.device.hardware.alarms.lateMs = () => chance.between(0, jitterMs);
  const steps = server.plan?.steps ?? [];
  const startedAt = await begin(world);
  const told: Told[] = [];
  await dark(world, chance, withoutFloor(steps));
  const cues = cuesOf(truthAt(world, startedAt, told, startedAt));
  await toFloor(world, told);
  const floorAt = told.find((entry) => entry.do === "floor")?.at;
  if (floorAt !== undefined) await dark(world, chance, steps.slice(floorFrom(steps)));
  await finishFrom(world, told);
  const later = floorAt === undefined ? [] : cuesOf(truthAt(world, startedAt, told, floorAt));
  const changes = [...inAlarms(cues, startedAt), ...inAlarms(later, floorAt ?? startedAt)];
  const problems = [...darkLedger(world, startedAt, changes, ALARM_MS.most + jitterMs), ...misuse(watch)];
  await watch.stop();
  return problems;
}

/** The changes after a page that was begun at `from` and went dark has been closed. */
const inAlarms = (cues: readonly Cue[], from: number): Cue[] =>
  cues.filter(({ phase, dueAt }) => phase && dueAt > from + 5 * SECOND + PAGE_LIVES_MS);

/** The light goes off soon after the first step has begun, and on again when all of them are over. */
async function dark({ watch }: World, chance: Chance, steps: readonly PlannedStep[]): Promise<void> {
  await watch.clock.advance(chance.between(1, 5) * SECOND);
  await watch.light(false);
  const totalS = steps.reduce((sum, { plannedS }) => sum + plannedS, 0);
  await watch.clock.advance((totalS + 20) * SECOND);
  await watch.light(true);
  await watch.clock.advance(SECOND);
}

function darkLedger(world: World, startedAt: number, changes: readonly Cue[], most: number): string[] {
  const [session, ...more] = sessionsOf(world.server);
  if (session === undefined || more.length > 0) return [`${more.length + (session ? 1 : 0)} sessions stored`];
  const felt = world.watch.vibrations;
  return changes.flatMap((cue) => {
    const line = session.data.cues.find(({ kind, dueMs }) => kind === cue.kind && dueMs === cue.dueAt - startedAt);
    const lateMs = line === undefined ? Number.NaN : (line.firedMs ?? Number.NaN) - line.dueMs;
    if (line?.state !== "fired" || line.tier !== "alarm") return [`${cue.id}: the ledger says ${JSON.stringify(line)}`];
    if (!(lateMs >= ALARM_MS.least && lateMs <= most)) return [`${cue.id} ${lateMs} ms late by alarm`];
    const times = felt.filter(({ at, name }) => at === startedAt + (line.firedMs ?? 0) && name === feelOf(cue.kind));
    return times.length === 1 ? [] : [`${cue.id} felt ${times.length} times`];
  });
}
