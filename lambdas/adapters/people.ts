import type { DeviceInfo } from "../../core/contract/api.ts";
import type { Decision, Plan } from "../../core/contract/plan.ts";
import { unpackSteps } from "./compact.ts";
import { key, personKey } from "./keys.ts";
import { squeezed, textIn } from "./squeeze.ts";
import type { Store } from "./store.ts";
import type { Row } from "./table.ts";

/**
 * Deletion leaves a tombstone, so that no late delivery or replay brings a person's data back. A glance is enough: who misses a
 * tombstone of a moment ago is as one who began before it, for whom `erase` looks again.
 */
export async function isDeleted(store: Pick<Store, "glance">, person: string): Promise<boolean> {
  return isTombstone(await store.glance(personKey(person), key.account));
}

export const isTombstone = (account: Row | null): boolean =>
  account?.deletedAt !== undefined && account.deletedAt !== null;

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
  const { planId, rev, hash, publishedAt } = row;
  return {
    planId: String(planId),
    rev: Number(rev),
    hash: String(hash),
    publishedAt: String(publishedAt),
    decision: decisionIn(row),
  };
}

/** The plan that holds; null before the first. */
export const publishedPlan = async (store: Pick<Store, "get">, person: string): Promise<PlanRow | null> =>
  planRowOf(await store.get(personKey(person), key.plan));

/** A published plan as a row, which is written twice for each plan: within one write unit. */
export function rowOfPlan({ decision, ...row }: PlanRow, at: Pick<Row, "pk" | "sk">): Row {
  return { ...at, ...row, decision: squeezed(JSON.stringify(decision)) };
}

/** Rows of an earlier version hold their steps apart, packed. */
function decisionIn({ decision, steps }: Row): Decision {
  const read = JSON.parse(textIn(decision)) as Decision;
  return typeof steps === "string" ? { ...read, steps: unpackSteps(steps).map(({ doneS, ...step }) => step) } : read;
}

/** The plan under its published name, with the decision that holds now. */
export const planWith = ({ planId, rev }: PlanRow, decision: Decision): Plan => ({
  planId,
  rev,
  ...decision,
  provisional: false,
});

/** A paired watch and its phone, as its row holds them. */
export const deviceOf = ({ id, name, model, pairedAt, lastSeenAt }: Row): DeviceInfo => ({
  id: String(id),
  name: String(name),
  model: String(model),
  pairedAt: String(pairedAt),
  lastSeenAt: typeof lastSeenAt === "string" ? lastSeenAt : null,
});
