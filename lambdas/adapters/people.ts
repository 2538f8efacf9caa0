import type { Decision, Plan } from "../../core/contract/plan.ts";
import { key, personKey } from "./keys.ts";
import type { Store } from "./store.ts";
import type { Row } from "./table.ts";

/** Deletion leaves a tombstone, so that no late delivery or replay brings a person's data back. */
export async function isDeleted(store: Pick<Store, "get">, person: string): Promise<boolean> {
  const account = await store.get(personKey(person), key.account);
  return account?.deletedAt !== undefined && account.deletedAt !== null;
}

/** A published plan as its row holds it. `hash` is that of the decision. */
export type PlanRow = {
  readonly planId: string;
  readonly rev: number;
  readonly hash: string;
  readonly publishedAt: string;
  readonly decision: Decision;
};

export function planRowOf(row: Row | null): PlanRow | null {
  if (row === null) return null;
  const { planId, rev, hash, publishedAt, decision } = row;
  return {
    planId: String(planId),
    rev: Number(rev),
    hash: String(hash),
    publishedAt: String(publishedAt),
    decision: JSON.parse(String(decision)) as Decision,
  };
}

/** The plan under its published name, with the decision that holds now. */
export const planWith = ({ planId, rev }: PlanRow, decision: Decision): Plan => ({
  planId,
  rev,
  ...decision,
  provisional: false,
});
