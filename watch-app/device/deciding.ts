import { newer, ownOf, planToday } from "../logic/deciding.ts";
import type { WatchPlan } from "../logic/plan.ts";
import type { Standing } from "../logic/standing.ts";
import { dateIn, newId } from "./clock.ts";
import { isBeside, keptStanding } from "./standing.ts";
import { journal, keepOutlook, keepPlan, outbox, storedPlan } from "./store.ts";

function decideAgain(stored: WatchPlan, standing: Standing): WatchPlan {
  const box = outbox();
  const sent = ownOf(box.sent());
  const current = newer(standing, sent);
  box.forget(sent.filter((event) => !current.includes(event)).map(([, id]) => id));
  const fresh = stored.plan?.provisional === true || isBeside(stored);
  const own = [...current, ...ownOf(box.waiting())];
  const { plan, outlook } = planToday({ stored, standing, fresh, own }, dateIn(0), newId);
  keepOutlook(outlook);
  if (plan !== stored) keepPlan(plan);
  return plan;
}

/** The plan as it holds today, phone or no phone. While a session is open its plan stays. */
export function planNow(): WatchPlan | null {
  const stored = storedPlan();
  try {
    const known = keptStanding();
    if (stored === null || journal().state() !== null) return stored;
    if (known === null) {
      // Nobody decides with what was sent; it would only pile up.
      outbox().forget(
        outbox()
          .sent()
          .map(({ id }) => id),
      );
      return stored;
    }
    return decideAgain(stored, known.standing);
  } catch (error) {
    console.log("decide", String(error));
    return stored;
  }
}
