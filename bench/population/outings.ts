import { addDays, epochDay } from "../../core/calendar/calendar.ts";
import type { LogEvent, LogEventOf } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import type { SessionRecorded } from "../../core/contract/session.ts";
import { rungOf } from "../../core/ladder/ladder.ts";
import { inTime } from "./time.ts";

// The checker of the invariants reads the log by itself, from the words of the rules: a mistake of the planner must not hide in it.

/** A session that counts, as it stands after corrections. */
export type Outing = {
  readonly id: string;
  readonly date: LocalDate;
  readonly ranS: number;
  /** Local time at which it ended, in minutes since 1970. */
  readonly endMinute: number;
  readonly data: Pick<SessionRecorded, "level" | "steps" | "scores" | "outcome" | "reason" | "effortHr">;
};

export const daysBetween = (from: LocalDate, to: LocalDate): number => epochDay(to) - epochDay(from);

const known = new WeakMap<readonly LogEvent[], readonly Outing[]>();

/** The sessions of a log in order: not deleted, with the latest correction. A list that was looked at is not to change. */
export function outingsOf(events: readonly LogEvent[]): readonly Outing[] {
  const outings = known.get(events) ?? readOutings(events);
  known.set(events, outings);
  return outings;
}

function readOutings(events: readonly LogEvent[]): Outing[] {
  const ordered = inTime(events);
  const outings = new Map<string, Outing>();
  for (const event of ordered) if (event.type === "session.recorded.v1") record(outings, event);
  for (const event of ordered) {
    if (event.type !== "session.edited.v1" && event.type !== "session.deleted.v1") continue;
    const key = keyOf(event.data.sessionDate, event.data.sessionId);
    const outing = outings.get(key);
    if (outing === undefined) continue;
    if (event.type === "session.deleted.v1") outings.delete(key);
    else outings.set(key, corrected(outing, event));
  }
  return [...outings.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.endMinute - b.endMinute));
}

const keyOf = (date: LocalDate, id: string): string => `${date} ${id}`;

function record(
  outings: Map<string, Outing>,
  { data, localDate, utcOffsetMin }: LogEventOf<"session.recorded.v1">,
): void {
  const key = keyOf(localDate, data.sessionId);
  if (outings.has(key)) return;
  const endMinute = Date.parse(data.endedAt) / 60_000 + utcOffsetMin;
  outings.set(key, { id: data.sessionId, date: localDate, endMinute, data, ranS: ranIn(data) });
}

function corrected(outing: Outing, { data }: LogEventOf<"session.edited.v1">): Outing {
  const { steps, scores, outcome, reason } = data;
  return { ...outing, data: { ...outing.data, steps, scores, outcome, reason }, ranS: ranIn(data) };
}

const ranIn = ({ steps }: Pick<SessionRecorded, "steps">): number =>
  steps.filter(({ kind }) => kind === "run").reduce((sum, { doneS }) => sum + doneS, 0);

/** The higher of back and leg. */
export const worse = (pain: { back: number; leg: number } | null): number | null =>
  pain === null ? null : Math.max(pain.back, pain.leg);

/** RED by what the session itself says (plan-rules §4), whatever the morning after. */
export function isPlainRed({ data: { scores, outcome, reason } }: Outing): boolean {
  const [pre, dur, post] = [worse(scores.before), worse(scores.worst), worse(scores.after)];
  if (scores.legSymptoms === true || reason === "red-flag") return true;
  if (outcome !== "completed" && reason === "pain") return true;
  if (dur !== null && dur >= 6) return true;
  return pre !== null && post !== null && post >= pre + 3 && post >= 4;
}

/** Running that counts towards the windows of invariants 1 and 2, and the longest bout. */
export type Load = { readonly run: number; readonly bout: number };
const NO_LOAD: Load = { run: 0, bout: 0 };

/** What a session counts as when it is judged at `level`: as prescribed when 90 % is done, else what was run, never more. */
export function loadAt({ data: { steps } }: Outing, level: number): Load {
  const { runS, reps } = rungOf(level);
  if (runS === 0) return NO_LOAD;
  const prescribed = runS * reps;
  const runs = steps.filter(({ kind }) => kind === "run");
  const done = runs.reduce((sum, { doneS, plannedS }) => sum + (doneS >= plannedS - 3 ? plannedS : doneS), 0);
  if (10 * done >= 9 * prescribed) return { run: prescribed, bout: runS };
  const ran = runs.reduce((sum, { doneS }) => sum + doneS, 0);
  return { run: Math.min(ran, prescribed), bout: Math.min(Math.max(0, ...runs.map(({ doneS }) => doneS)), runS) };
}

/** The self-report counts as a completed session of its level on the day before sign-up (plan-rules §3). */
export function placementLoad(
  events: readonly LogEvent[],
  outings: readonly Outing[],
): { date: LocalDate; load: Load } | null {
  const told = inTime(events)
    .filter((event): event is LogEventOf<"profile.changed.v1"> => event.type === "profile.changed.v1")
    .filter(({ data }) => data.placement !== undefined);
  const [first] = told;
  const last = told.filter(({ localDate }) => localDate <= (outings[0]?.date ?? "9999-12-31")).pop() ?? first;
  if (first === undefined || last?.data.placement === undefined) return null;
  const { runS, reps } = rungOf(placedOn(last.data.placement));
  return { date: addDays(first.localDate, -1), load: { run: runS * reps, bout: runS } };
}

type Placement = NonNullable<LogEventOf<"profile.changed.v1">["data"]["placement"]>;

function placedOn({ walkMin, jog }: Placement): number {
  const walking = [30, 20, 10, 5].findIndex((minutes) => walkMin >= minutes);
  const level = walking === -1 ? 0 : 4 - walking;
  if (jog === null || jog.timesPerWeek < 3 || jog.worstPain > 2) return level;
  const fits = [12, 11, 10, 9, 8, 7, 6, 5].find((rung) => rungOf(rung).runS <= jog.boutS);
  return fits ?? level;
}
