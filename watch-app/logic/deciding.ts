import { weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { Decision, Plan } from "../../core/contract/plan.ts";
import { contextOf } from "../../core/plan/context.ts";
import { decideIn } from "../../core/plan/decide.ts";
import { offerOn } from "../../core/plan/offer.ts";
import { isFreeToday, runFrom } from "../../core/plan/schedule.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { EN } from "../../core/text/en/index.ts";
import { sentenceFor } from "../../core/text/sentence.ts";
import type { WatchEvent } from "../store/outbox.ts";
import type { Outlook, WatchPlan } from "./plan.ts";
import { eventFrom, type PackedEvent, packEvent, type Standing } from "./standing.ts";

/** What the watch knows when it decides: the cloud's word, and its own records that the cloud may not have worked in. */
export type Known = {
  readonly stored: WatchPlan;
  readonly standing: Standing;
  /** False when the plan came after the standing, which then says less than the plan does. */
  readonly fresh: boolean;
  readonly own: readonly PackedEvent[];
};

const inTail = ({ tail }: Standing, id: string): boolean => tail.some((event) => event[1] === id);

/** Own records that neither the tail nor the checkpoint holds yet. */
export function newer(standing: Standing, own: readonly PackedEvent[]): readonly PackedEvent[] {
  const { week } = standing.checkpoint;
  return own.filter(
    (event) => !inTail(standing, event[1]) && (week === null || weekOf(subjectDate(eventFrom(event))) > week),
  );
}

/** Whether a plan of the cloud knows every session of this watch: only such a one replaces a provisional one. */
export function covers(plan: Plan, own: readonly PackedEvent[]): boolean {
  return own.every(([type, , , , , data]) => {
    const { sessionId } = data as { readonly sessionId?: string };
    return type !== "session.recorded" || (sessionId !== undefined && plan.basis.includes(sessionId));
  });
}

const FIELDS = ["date", "startLocal", "level", "steps", "state"] as const;
const equal = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const held = ({ lock }: Decision) => lock && [lock.kind, lock.since];

/** Whether both say the same, in whatever language they say it: the watch decides in English and shows its own (plan-words.ts). */
const same = (plan: Plan, decision: Decision): boolean =>
  FIELDS.every((field) => equal(plan[field], decision[field])) &&
  equal(held(plan), held(decision)) &&
  (sentenceFor(plan.rules, EN) || plan.sentence) === decision.sentence;

/** `outlook` null: the watch cannot tell. */
export type Decided = { readonly plan: WatchPlan; readonly outlook: Outlook | null };

/**
 * The plan for today, decided on the watch by the rules of the cloud. The stored plan stays when it says the same, or when it is
 * newer than what the watch could decide from and knows all its sessions; any other is marked provisional.
 * @param newId names a plan that was not there before
 */
export function planToday({ stored, standing, fresh, own }: Known, today: string, newId: () => string): Decided {
  const { plan } = stored;
  const mine = newer(standing, own);
  if (!fresh && plan !== null && !plan.provisional && covers(plan, mine)) return { plan: stored, outlook: null };
  const tail: LogEvent[] = [...standing.tail, ...mine].map(eventFrom);
  const context = contextOf(standing.checkpoint, tail, profileOf(standing.checkpoint, tail), today, EN);
  const { ladderLevel: level } = offerOn(context, context.today);
  const outlook: Outlook = {
    base: context.base,
    level,
    mayRun: isFreeToday(context),
    runFrom: runFrom(context, context.today),
  };
  const decision = decideIn(context);
  const stays = plan !== null && same(plan, decision) && (plan.provisional || covers(plan, mine));
  if (stays) return { plan: stored, outlook };
  const rev = plan === null ? standing.planRev : plan.rev;
  return { plan: { ...stored, plan: { planId: newId(), rev, ...decision, provisional: true } }, outlook };
}

/** Own records as the decision needs them. */
export const ownOf = (events: readonly WatchEvent[]): readonly PackedEvent[] => events.map(packEvent);
