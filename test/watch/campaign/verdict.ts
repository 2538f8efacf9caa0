import { isExercise, READY } from "../../../core/blocks/steps.ts";
import type { PlannedStep, SessionRecorded } from "../../../core/contract/session.ts";
import type { StartEntry } from "../../../core/session/entry.ts";
import { apply } from "../../../core/session/session.ts";
import { settle } from "../../../core/session/settle.ts";
import { begin, type SessionState, stepLengthMs } from "../../../core/session/state.ts";
import { decodeTrace } from "../../../core/trace/trace.ts";
import { SECOND } from "../simulated-play.ts";
import { feelOf } from "./cues.ts";
import type { Told } from "./wearer.ts";
import { misuse, sessionsOf, type World } from "./world.ts";

export type Felt = { readonly at: number; readonly name: string };

/** A time in which no program ran on the watch. */
export type Gap = { readonly from: number; readonly to: number };

/** The position worked out from what the person pressed alone, apart from everything the watch wrote down. */
export function truthAt({ server }: World, startedAt: number, pressed: readonly Told[], now: number): SessionState {
  const head = { at: startedAt, steps: server.plan?.steps ?? [], before: null } as unknown as StartEntry;
  const state = pressed
    .filter(({ at }) => at <= now)
    .reduce<SessionState>((before, action) => apply(before, action), begin(head));
  return settle(state, now);
}

const LOOKS_S = 0.6;
const NAMES: Readonly<Record<PlannedStep["kind"], string>> = {
  ...{ "warmup-walk": "Warm-up", run: "Run", walk: "Walk", "cooldown-walk": "Cool-down" },
  ...{ stretch: "Stretch", strength: "Strength" },
};
const SIDES = { L: "Left", R: "Right" } as const;

function headOf({ kind, move, side }: PlannedStep): string {
  if (isExercise({ kind }) && move === READY) return "Ready";
  return side === null ? NAMES[kind] : SIDES[side];
}

/** What the middle of the page may show: it counts whole seconds, rounded up, or repetitions, and looks at least twice a second. */
function countsOf({ plannedS, reps }: PlannedStep, leftS: number): string[] {
  const seen = [leftS, leftS + LOOKS_S];
  if (reps !== undefined) {
    return seen.map((left) => `${Math.min(reps, Math.floor(((plannedS - left) * reps) / plannedS) + 1)}/${reps}`);
  }
  return seen.map(Math.ceil).map((left) => `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
}

/** Whether the session page shows the right step, and the time left in it within a second; nothing to do once it has ended. */
export function positionProblems(world: World, truth: SessionState): string[] {
  const { page, texts, buttons } = world.watch.screen();
  if (truth.status === "ended") {
    const isOver = world.watch.clock.now() - (truth.endedAt ?? 0) < SECOND || !buttons.includes("Skip");
    return isOver ? [] : [`ended, the page shows ${texts.join(" / ")}`];
  }
  if (page !== "page/session") return [`page ${page} instead of the session`];
  const step = truth.head.steps[truth.step];
  if (step === undefined) return [`no step ${truth.step}`];
  const name = truth.status === "paused" ? "Paused" : headOf(step);
  const now = truth.pausedAt ?? world.watch.clock.now();
  const counts = countsOf(step, (truth.stepStartedAt + stepLengthMs(truth) - now) / SECOND);
  if (!texts.includes(name)) return [`${name} expected, the page shows ${texts.join(" / ")}`];
  return counts.some((count) => texts.includes(count)) ? [] : [`${counts.join(" or ")} expected: ${texts.join(" / ")}`];
}

/** One session, everything that was felt in its ledger at its time, nothing given twice. */
export function ledgerProblems(data: SessionRecorded, felt: readonly Felt[]): string[] {
  const startedAt = Date.parse(data.startedAt);
  const heard = felt.filter(({ at }) => at >= startedAt);
  const lines = data.cues.filter(({ state }) => state !== "dropped");
  const matches = (line: (typeof lines)[number]) =>
    heard.filter(({ at, name }) => at === startedAt + (line.firedMs ?? -1) && name === feelOf(line.kind)).length;
  const unheard = lines.filter((line) => line.state === "fired" && matches(line) !== 1);
  const doubtful = lines.filter((line) => line.state === "unknown" && matches(line) > 1);
  const unwritten = heard.filter(
    ({ at, name }) => !lines.some((line) => startedAt + (line.firedMs ?? -1) === at && feelOf(line.kind) === name),
  );
  const due = data.cues.filter(({ kind }) => kind !== "here").map(({ kind, dueMs }) => `${kind}@${dueMs}`);
  const twice = due.filter((id, index) => due.indexOf(id) !== index);
  return [
    ...unheard.map((line) => `in the ledger as fired, but not felt once: ${JSON.stringify(line)}`),
    ...doubtful.map((line) => `unknown, but felt twice: ${JSON.stringify(line)}`),
    ...unwritten.map(({ at, name }) => `felt, but not in the ledger: ${name} at ${at - startedAt}`),
    ...twice.map((id) => `twice in the ledger: ${id}`),
  ];
}

/** A block of heart rate is a minute of samples; what was gathered since the last one may be lost with the power. */
const BLOCK_MS = 60_000;
/** Until the sensor has its first reading after a start. */
const WARM_MS = 12_000;

/** Samples missing outside of the gaps, one block before each and the start of the sensor after it. */
export function heartProblems(data: SessionRecorded, gaps: readonly Gap[], paused: readonly Gap[]): string[] {
  const startedAt = Date.parse(data.startedAt);
  const everyMs = (data.trace?.everyS ?? 5) * SECOND;
  const samples = decodeTrace(data.trace?.hr ?? "");
  const excused = (at: number): boolean =>
    at < startedAt + WARM_MS ||
    gaps.some(({ from, to }) => at >= from - BLOCK_MS - everyMs && at <= to + WARM_MS) ||
    paused.some(({ from, to }) => at >= from - everyMs && at <= to + WARM_MS);
  const missing: number[] = [];
  for (let at = startedAt; at + 2 * everyMs < Date.parse(data.endedAt); at += everyMs) {
    if (!excused(at) && !(samples[(at - startedAt) / everyMs] ?? 0)) missing.push(at - startedAt);
  }
  return missing.length === 0 ? [] : [`no heart rate at ${missing.join(", ")} ms`];
}

/** Exactly one session reached the cloud and its steps are what was truly done. */
export function recordProblems(world: World, startedAt: number, pressed: readonly Told[]): string[] {
  const sessions = sessionsOf(world.server);
  const [session] = sessions;
  if (session === undefined || sessions.length !== 1) return [`${sessions.length} sessions stored`];
  const truth = truthAt(world, startedAt, pressed, world.watch.clock.now());
  const truly = truth.doneMs.map((ms) => Math.round(ms / SECOND));
  const said = session.data.steps.map(({ doneS }) => doneS);
  const off = truly.some((seconds, index) => Math.abs(seconds - (said[index] ?? -1)) > 1);
  return [
    ...(off ? [`steps done ${truly.join()}, recorded ${said.join()}`] : []),
    ...(truth.outcome === session.data.outcome ? [] : [`${truth.outcome} recorded as ${session.data.outcome}`]),
    ...misuse(world.watch),
  ];
}
