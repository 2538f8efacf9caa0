import type { LogEvent } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { higher } from "../../core/progress/blank-day.ts";
import { inOrder } from "../../core/progress/order.ts";
import { scoreOf, worstOf } from "../../core/progress/session-facts.ts";
import { sessionsOf, varietyIn } from "../../core/progress/sessions.ts";

/** Scores of a date, 0–10, back or leg: the worst of all, and that of its morning. */
export type DayPain = { readonly worst: number; readonly morning: number | null };

/** The pain of every date that tells one: before, during and after what was done, in the morning and whenever else it was asked. */
export function painByDay(events: readonly LogEvent[]): ReadonlyMap<LocalDate, DayPain> {
  const found = new Map<LocalDate, DayPain>();
  const tell = (date: LocalDate, score: number | null, morning: number | null = null): void => {
    if (score === null) return;
    const before = found.get(date) ?? { worst: score, morning: null };
    found.set(date, { worst: Math.max(before.worst, score), morning: higher(before.morning, morning) });
  };
  const ordered = inOrder(events);
  for (const { event, data } of sessionsOf(ordered)) tell(event.localDate, worstOf(data.scores));
  for (const { localDate, data } of varietyIn(ordered)) {
    if (data.scores !== null) tell(localDate, worstOf(data.scores));
  }
  for (const { type, data } of ordered) {
    if (type !== "checkin.reported.v1") continue;
    const score = scoreOf(data);
    tell(data.forDate, score, data.kind === "morning" ? score : null);
  }
  return found;
}
