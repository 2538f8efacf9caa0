import { addDays } from "../../core/calendar/calendar.ts";
import type { ReminderKind } from "../../core/contract/bus.ts";
import type { Decision } from "../../core/contract/plan.ts";
import type { LocalDate, WallTime } from "../../core/contract/primitives.ts";
import { decide } from "../../core/plan/decide.ts";
import { inOrder } from "../../core/progress/order.ts";
import { sessionsOf } from "../../core/progress/sessions.ts";
import { THRESHOLDS } from "../../core/progress/thresholds.ts";
import type { Schedule } from "../adapters/scheduler.ts";
import type { Standing } from "../adapters/standing.ts";
import { instantOf, zoneOr } from "../adapters/zone-time.ts";

export type Due = { readonly what: ReminderKind; readonly atMs: number };
/** Turns a local date and wall time into Unix milliseconds where the person is. */
type ToInstant = (date: LocalDate, time: WallTime) => number;

/** The scheduler is exact to a minute; what is due sooner counts as begun. */
const LEAST_AHEAD_MS = 60_000;
/** The morning score means little before (plan-rules §2: AM at least 30 min after waking). */
const MORNING_AFTER_WAKING_MS = 30 * 60_000;

/** The next thing to remind a person of: a session or a morning check-in, whichever comes first. Null: nothing. */
export function nextDue(standing: Standing, nowMs: number): Due | null {
  const zone = zoneOr(standing.profile.zone);
  const toInstant: ToInstant = (date, time) => instantOf(date, time, zone);
  const due = [...sessionsDue(standing, toInstant), ...morningsDue(standing, toInstant)];
  return due.filter(({ atMs }) => atMs >= nowMs + LEAST_AHEAD_MS).sort((a, b) => a.atMs - b.atMs)[0] ?? null;
}

/** Today's decision; and tomorrow's, which is what stays when today's time has passed without a session. */
function sessionsDue({ checkpoint, tail, profile, today }: Standing, toInstant: ToInstant): Due[] {
  return [today, addDays(today, 1)].flatMap((date): Due[] => {
    const decision: Decision = decide(checkpoint, tail, profile, date);
    if (decision.date === null || decision.startLocal === null || decision.steps.length === 0) return [];
    return [{ what: "session", atMs: toInstant(decision.date, decision.startLocal) }];
  });
}

/** The morning after a ladder session that was not deleted, as long as nobody has said how it is. */
function morningsDue({ recent, profile, today }: Standing, toInstant: ToInstant): Due[] {
  const time = profile.wakeUp ?? THRESHOLDS.schedule.wakeUp;
  const dates = new Set(sessionsOf(inOrder(recent)).map(({ event }) => event.localDate));
  return [today, addDays(today, 1)].flatMap((date): Due[] => {
    const told = recent.some(
      ({ type, data }) => type === "checkin.reported.v1" && data.kind === "morning" && data.forDate === date,
    );
    return dates.has(addDays(date, -1)) && !told
      ? [{ what: "morning", atMs: toInstant(date, time) + MORNING_AFTER_WAKING_MS }]
      : [];
  });
}

/** Sets the person's one alarm to what is due next. */
export function arm(schedule: Schedule, person: string, planRev: number, due: Due | null): Promise<void> {
  if (due === null) return schedule(person, null);
  const { what, atMs } = due;
  return schedule(person, { atMs, input: { person, planRev, what, dueAt: new Date(atMs).toISOString() } });
}
