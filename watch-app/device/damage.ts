import type { Damage } from "../logic/damage.ts";
import { standingLost } from "./standing.ts";
import { dateOf, journal, outbox, planLost, toldDamage } from "./store.ts";

/** What is damaged and was not said yet. A damaged piece of a session stays in its journal, so it is said once. */
export function damage(): Damage {
  const book = journal();
  const state = book.state();
  const told = state !== null && dateOf(toldDamage.read()) === state.head.sessionId;
  const session = book.whole || told ? null : state === null ? "all" : "piece";
  return { session, records: outbox().damaged().length, plan: planLost() || standingLost() };
}

/** Takes note that it was said. What is left of a session without a beginning means nothing and goes. */
export function damageTold({ session }: Damage): void {
  const book = journal();
  const state = book.state();
  if (session === "piece" && state !== null) toldDamage.write(state.head.sessionId);
  if (session === "all") book.clear();
  outbox().clearDamaged();
}
