import { epochDay } from "../../core/calendar/calendar.ts";
import type { WatchPlan } from "./plan.ts";

/** A session of this watch that was stopped for a warning sign, its local date, and the plan that held then. */
export type Flag = { readonly sessionId: string; readonly date: string; readonly rev: number };

/** After so many days a new plan has long worked the session in, even when it does not name it any more. */
const KNOWN_AFTER_DAYS = 14;

/**
 * Whether a warning sign locks this watch (plan-rules §7): until the cloud has published a plan that knows that session. From
 * then on the lock of the plan itself holds, which only somebody who was assessed lifts. A plan made on the watch never lifts it.
 */
export function flagHolds(flag: Flag | null, stored: WatchPlan | null, today: string): boolean {
  if (flag === null) return false;
  const plan = stored === null ? null : stored.plan;
  if (plan === null || plan.provisional || plan.rev <= flag.rev) return true;
  const knows = plan.lock !== null || plan.basis.includes(flag.sessionId);
  return !knows && epochDay(today) - epochDay(flag.date) <= KNOWN_AFTER_DAYS;
}
