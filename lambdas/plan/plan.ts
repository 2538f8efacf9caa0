import { PLAN_PUBLISHED, type PlanPublished } from "../../core/contract/bus.ts";
import type { Decision } from "../../core/contract/plan.ts";
import { BackstrideError } from "../../core/error.ts";
import { decide } from "../../core/plan/decide.ts";
import { catalogueOf } from "../../core/text/languages.ts";
import { uuidV7 } from "../../core/uuid.ts";
import type { Emit } from "../adapters/bus.ts";
import { hashOf } from "../adapters/canonical.ts";
import { foldBefore } from "../adapters/folds.ts";
import { key, personKey } from "../adapters/keys.ts";
import type { HasTime, Pause } from "../adapters/pause.ts";
import { isTombstone, type PlanRow, planRowOf, publishedPlan, rowOfPlan } from "../adapters/people.ts";
import type { Schedule } from "../adapters/scheduler.ts";
import { standingAt, versionOf } from "../adapters/standing.ts";
import type { Store } from "../adapters/store.ts";
import type { Row } from "../adapters/table.ts";
import { arm, nextDue } from "./due.ts";

export type PlanPorts = {
  readonly store: Store;
  /** Rows of a person by their sort keys, in one request; what was written a moment ago may be missing. */
  readonly glances: (pk: string, sks: readonly string[]) => Promise<(Row | null)[]>;
  readonly emit: Emit;
  readonly schedule: Schedule;
  readonly pause: Pause;
  readonly hasTime: HasTime;
  readonly now: () => number;
  /** Ten random bytes. */
  readonly random: () => ArrayLike<number>;
};

/**
 * Decides a person's next session from all that is recorded, and makes the decision current. The same decision again writes
 * nothing and keeps its `rev`; alarm and news are sent every time, which repairs whatever a crash left undone.
 * A person who is deleted gets no plan.
 * @throws BackstrideError `unavailable`, retryable: deliver again
 */
export async function plan(ports: PlanPorts, person: string): Promise<void> {
  const [account = null, row = null] = await ports.glances(personKey(person), [key.account, key.plan]);
  if (isTombstone(account)) return;
  for (let attempt = 1; ports.hasTime(); attempt += 1) {
    const known = attempt === 1 ? planRowOf(row) : await publishedPlan(ports.store, person);
    if (await settle(ports, person, known, attempt > 1)) return;
    await ports.pause(attempt);
  }
  throw new BackstrideError("unavailable", "The log kept changing until there was no time left to plan.", {
    retryable: true,
  });
}

/**
 * One attempt. False: somebody recorded or planned meanwhile. A rival that published first ends this run well: it looks at
 * the log again after that, so what it leaves follows from all that was read here, and its alarm is the last. Looking again at the end is what makes "no change, no write"
 * safe: a run that read older rows and was overtaken by one that changed nothing would otherwise leave its stale plan.
 * @param current the plan that was current before anything else was read
 * @param sure false: it was glanced at, so who was there first may have been there, and looked for the last time, before this run began
 */
async function settle(ports: PlanPorts, person: string, current: PlanRow | null, sure: boolean): Promise<boolean> {
  const nowMs = ports.now();
  const standing = await standingAt(ports.store, person, nowMs);
  const { checkpoint, tail, profile, today } = standing;
  const decision = decide(checkpoint, tail, profile, today, catalogueOf(profile.language));
  const published = await publish(ports, person, current, decision);
  if (published === null) return sure;
  await arm(ports.schedule, person, published.rev, nextDue(standing, nowMs));
  const { date, level } = decision;
  const news: PlanPublished = { person, planRev: published.rev, date, level };
  await ports.emit(PLAN_PUBLISHED, news);
  const latest = await foldBefore(ports.store, person);
  const still = await publishedPlan(ports.store, person);
  return versionOf(latest) === standing.version && still?.rev === published.rev;
}

/** Makes a decision the current plan, with the next `rev`. Null when a rival did so first. */
async function publish(
  { store, random, now }: PlanPorts,
  person: string,
  current: PlanRow | null,
  decision: Decision,
): Promise<PlanRow | null> {
  const hash = hashOf(decision);
  if (current?.hash === hash) return current;
  const pk = personKey(person);
  // The plan that is about to be replaced goes into the history first: no crash can lose it, and its rev is its own.
  if (current !== null) await store.put(rowOfPlan(current, { pk, sk: key.earlierPlan(current.rev) }));
  const nowMs = now();
  const publishedAt = new Date(nowMs).toISOString();
  const next: PlanRow = { planId: uuidV7(nowMs, random()), rev: (current?.rev ?? 0) + 1, hash, publishedAt, decision };
  return (await store.put(rowOfPlan(next, { pk, sk: key.plan }), { rev: current?.rev ?? 0 })) ? next : null;
}
