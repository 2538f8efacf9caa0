import { addDays } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { rungOf } from "../../core/ladder/ladder.ts";
import type { JudgedSession } from "../../core/progress/judged.ts";
import type { Violation } from "./invariants.ts";
import { daysBetween, isPlainRed, type Outing, outingsOf, worse } from "./outings.ts";

/** Invariant 4, and of 7 that only complete data leads upward: looked at over all sessions of a log as they are judged. */
export function climbingViolations(events: readonly LogEvent[], judged: readonly JudgedSession[]): Violation[] {
  const outings = outingsOf(events);
  const ups: { readonly date: LocalDate; readonly target: number }[] = [];
  const wrong: Violation[] = [];
  for (const session of judged) {
    const { stateBefore, stateAfter, localDate, colour } = session;
    if (stateAfter.level <= stateBefore.level) continue;
    const note = (invariant: number, what: string) => wrong.push({ invariant, today: localDate, what });
    ups.push({ date: localDate, target: stateAfter.level });
    const within = (days: number) => ups.filter(({ date }) => daysBetween(date, localDate) < days);
    const month = within(28).filter(({ target }) => target >= 6).length;
    if (stateAfter.level > stateBefore.level + 1) note(4, `from ${stateBefore.level} to ${stateAfter.level} at once`);
    if (colour !== "GREEN") note(4, `up after ${colour}`);
    if (within(7).length > 2) note(4, `${within(7).length} levels in 7 days`);
    if (stateAfter.level >= 6 && month > 6) note(4, `${month} levels in 28 days`);
    const reason = notGreen(session, outings, morningAfter(events, localDate));
    if (reason !== null) note(7, `up although ${reason}`);
  }
  return wrong;
}

function morningAfter(events: readonly LogEvent[], date: LocalDate): number | null {
  const next = addDays(date, 1);
  const told = events.flatMap((event) =>
    event.type === "checkin.reported.v1" && event.data.kind === "morning" && event.data.forDate === next
      ? [event.data]
      : [],
  );
  return told.length === 0 ? null : Math.max(...told.map((pain) => worse(pain) ?? 0));
}

/** Why a session cannot be GREEN by plan-rules §4, as far as it can be told without BASE; null when it can. */
function notGreen({ sessionId, localDate, stateBefore }: JudgedSession, outings: readonly Outing[], am: number | null) {
  const outing = outings.find(({ id, date }) => id === sessionId && date === localDate);
  if (outing === undefined) return "the session is gone";
  const { scores, level, effortHr } = outing.data;
  const [pre, dur, post] = [worse(scores.before), worse(scores.worst), worse(scores.after)];
  const askedPre = pre ?? 0;
  if (am === null || dur === null || post === null || scores.rpe === null) return "an answer is missing";
  if (outings.some(({ date, endMinute }) => date === localDate && endMinute < outing.endMinute))
    return "it was the second of its date";
  if (isPlainRed(outing) || am >= 8) return "it was RED";
  if (scores.rpe >= 6) return `effort was ${scores.rpe}`;
  if (dur >= 4 && pre !== null && dur >= askedPre + 2) return `pain rose from ${pre} to ${dur}`;
  if (am >= 6) return `the morning after was ${am}`;
  if (effortHr?.reliable === true && effortHr.aboveHrr85Pct >= 20) return "the heart worked too hard";
  if (level < stateBefore.level) return "it was played below the level";
  return completion(outing, Math.min(level, stateBefore.level));
}

function completion({ data: { steps }, ranS }: Outing, level: number): string | null {
  const { runS, walkS, reps } = rungOf(level);
  const asked = runS > 0 ? runS * reps : walkS * reps;
  const counts = steps.filter(({ kind }) => kind === "run" || (runS === 0 && kind === "walk"));
  const done = counts.reduce((sum, { doneS, plannedS }) => sum + (doneS >= plannedS - 3 ? plannedS : doneS), 0);
  if (10 * done < 9 * asked) return `${done} of ${asked} s were done`;
  const prescribed = runS * reps;
  return 10 * ranS > 11 * prescribed && ranS > prescribed + 30 ? `${ranS} s were run of ${prescribed}` : null;
}
