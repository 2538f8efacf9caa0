import { dayMinutes, nextAt } from "./morning.ts";
import { type Days, offerOf, type WatchPlan } from "./plan.ts";

/** What a reminder was armed for. A newer plan, or another time, makes it stale, and a stale one never calls. */
export const reminderFor = ({ plan }: WatchPlan): string | null =>
  plan === null || plan.startLocal === null ? null : `${plan.planId} ${plan.rev} ${plan.startLocal}`;

/** The next instant (Unix ms) at which the wall clock says the plan's start; null when there is nothing to call to. */
export function nextReminderAt(now: number, utcOffsetMin: number, stored: WatchPlan | null): number | null {
  const start = stored?.plan?.startLocal;
  return start === undefined || start === null ? null : nextAt(now, utcOffsetMin, dayMinutes(start));
}

/**
 * Whether the reminder calls now: today's session, or one whose day was missed, which is met with what holds today. Not after a
 * session of that day or later, on a day between two runs, while anything locks, or for what it was not armed for.
 */
export function callsNow(stored: WatchPlan | null, armedFor: string, days: Days, lastSession: string | null): boolean {
  if (stored === null || reminderFor(stored) !== armedFor) return false;
  // Whoever was out on its day or later has missed nothing, even when the next plan has not come yet.
  const date = stored.plan?.date ?? days.today;
  if (lastSession !== null && lastSession >= (date < days.today ? date : days.today)) return false;
  const offer = offerOf(stored.plan, days);
  return offer === "today" || offer === "late";
}
