import { addDays } from "../../core/calendar/calendar.ts";
import { decide } from "../../core/plan/decide.ts";
import { catalogueOf } from "../../core/text/languages.ts";
import { hashOf } from "../../lambdas/adapters/canonical.ts";
import { key, personKey } from "../../lambdas/adapters/keys.ts";
import { isTombstone, planRowOf } from "../../lambdas/adapters/people.ts";
import { type Standing, standingAt, standingOf } from "../../lambdas/adapters/standing.ts";
import { dateIn, zoneOr } from "../../lambdas/adapters/zone-time.ts";
import { nextDue } from "../../lambdas/plan/due.ts";
import { type Finding, planAgain } from "./finding.ts";
import { logRows } from "./log.ts";
import { beginning, type Partition, readerOf } from "./rows.ts";

/** Longest gap between the last event and now over which a plan is looked for, day by day. */
const MAX_DAYS = 800;

/** When the person's alarm rings, epoch milliseconds; null when there is none. */
export type AlarmOf = (person: string) => Promise<number | null>;

/** Whether plan, history and alarm follow from the folds. */
export async function checkPlan(
  person: string,
  partition: Partition,
  now: number,
  alarmOf: AlarmOf,
): Promise<Finding[]> {
  const standing = await standingAt(readerOf(partition), person, now);
  if (standing.latest === null) return [];
  const again = planAgain(person, standing.latest);
  const findings: Finding[] = [];
  if (!(await planFollows(person, partition, now))) {
    findings.push({ person, what: "the plan differs from what the log decides", again });
  }
  const current = Number(partition.get(key.plan)?.rev ?? 1);
  // A crash can leave the plan that still holds in the history already.
  const revs = beginning(partition, "PH#").flatMap(({ rev }) => (Number(rev) < current ? [Number(rev)] : []));
  if (revs.join() !== Array.from({ length: current - 1 }, (_, at) => at + 1).join()) {
    findings.push({ person, what: "plans of the history are missing", again: null, hint: "put back a backup" });
  }
  if (!alarmFits(standing, now, await alarmOf(person))) {
    findings.push({ person, what: "the alarm is not set for what is due next", again });
  }
  return findings;
}

/**
 * An equal decision writes nothing, and nothing runs for a day on which nothing happens. So the plan is right when it is what
 * the present log decides on some day since the last event or the publication.
 */
async function planFollows(person: string, partition: Partition, now: number): Promise<boolean> {
  const plan = planRowOf(partition.get(key.plan) ?? null);
  if (plan === null) return false;
  const received = [...logRows(partition).values()].flat().map((row) => Date.parse(String(row.receivedAt)));
  const since = received.reduce((latest, at) => Math.max(latest, at), Date.parse(plan.publishedAt));
  const { today, profile } = await standingAt(readerOf(partition), person, now);
  let date = dateIn(zoneOr(profile.zone), since);
  for (let day = 0; date <= today && day < MAX_DAYS; day += 1) {
    const then = await standingOf(readerOf(partition), person, () => date);
    const decision = decide(then.checkpoint, then.tail, then.profile, date, catalogueOf(then.profile.language));
    if (hashOf(decision) === plan.hash && hashOf(plan.decision) === plan.hash) return true;
    date = addDays(date, 1);
  }
  return false;
}

/** One that rings sooner does no harm: it sets the next. */
function alarmFits(standing: Standing, now: number, alarm: number | null): boolean {
  const due = nextDue(standing, now);
  return due === null || (alarm !== null && alarm > now && alarm <= due.atMs);
}

/** The people whose log is in these rows, and who are not deleted. */
export function peopleIn(
  rows: ReadonlyMap<string, Partition>,
): { person: string; partition: Partition; name: string }[] {
  return [...rows].flatMap(([pk, partition]) => {
    const account = partition.get(key.account);
    const person = pk.replace(/^U#/, "");
    if (
      pk !== personKey(person) ||
      isTombstone(account ?? null) ||
      (logRows(partition).size === 0 && account === undefined)
    )
      return [];
    return [{ person, partition, name: String(account?.name ?? person) }];
  });
}
