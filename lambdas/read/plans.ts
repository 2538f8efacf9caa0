import type { PlansPage, PublishedPlan } from "../../core/contract/plan-history.ts";
import type { Language } from "../../core/contract/primitives.ts";
import { differenceOf } from "../../core/plan/difference.ts";
import { hashOf } from "../adapters/canonical.ts";
import { checkpointOf, foldBefore } from "../adapters/folds.ts";
import { key, personKey } from "../adapters/keys.ts";
import { type PlanRow, planRowOf, publishedPlan } from "../adapters/people.ts";
import type { Reader } from "../adapters/store.ts";

const MAX_PLANS = 100;

/** One page of published plans as it is wanted: by whom, from where on, in which words. */
type Wanted = { readonly person: string; readonly cursor: string | undefined };
/** The first may be a moment behind, the second is not. */
type Stores = { readonly store: Reader; readonly sure: Reader };
type Found = { readonly etag: string; readonly page: () => Promise<PlansPage> };

/** A page of the published plans, newest first, each with what it changed; and its mark, which is known without reading it. */
export async function plansPage({ store, sure }: Stores, { person, cursor }: Wanted): Promise<Found> {
  const [current, latest] = await Promise.all([publishedPlan(store, person), foldBefore(store, person)]);
  const { language } = checkpointOf(latest).profile;
  const from = Math.min(current?.rev ?? 0, cursor === undefined ? Number.POSITIVE_INFINITY : Number(cursor));
  const etag = `"${hashOf([current?.planId ?? null, from, language ?? null])}"`;
  return { etag, page: async () => pageOf(await rowsFrom(sure, person, current, from), language) };
}

/** The plan of a rev and those before it, newest first: a page, and one more to compare its last with. */
async function rowsFrom(store: Reader, person: string, current: PlanRow | null, rev: number): Promise<PlanRow[]> {
  if (current === null || rev < 1) return [];
  const range = { from: key.earlierPlan(1), to: key.earlierPlan(rev), descending: true, limit: MAX_PLANS + 1 };
  const rows = (await store.query(personKey(person), range)).map(planRowOf).filter((row) => row !== null);
  // A crash can leave the plan that still holds in the history already.
  const earlier = rows.filter((row) => row.rev < current.rev);
  return (rev === current.rev ? [current, ...earlier] : earlier).slice(0, MAX_PLANS + 1);
}

function pageOf(rows: readonly PlanRow[], language: Language | undefined): PlansPage {
  const plans = rows.slice(0, MAX_PLANS).flatMap((row, index): PublishedPlan[] => {
    const before = rows[index + 1];
    const change = before === undefined ? null : differenceOf(before.decision, row.decision, language);
    return before !== undefined && change === null ? [] : [publishedOf(row, change)];
  });
  const next = rows[MAX_PLANS];
  return { plans, cursor: next === undefined ? null : String(next.rev) };
}

function publishedOf({ planId, rev, publishedAt, decision }: PlanRow, change: PublishedPlan["change"]): PublishedPlan {
  const { date, startLocal, level, state, lock, sentence, rules } = decision;
  const shown = { date, startLocal, level, state, lock: lock === null ? null : lock.kind, sentence, rules };
  return { planId, rev, publishedAt, ...shown, change };
}
