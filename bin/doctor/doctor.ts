import { PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { GetScheduleCommand, ResourceNotFoundException } from "@aws-sdk/client-scheduler";
import { personKey } from "../../lambdas/adapters/keys.ts";
import type { Place } from "../place/place.ts";
import type { Finding } from "./finding.ts";
import { checkClaims, checkFolds } from "./log.ts";
import { type AlarmOf, checkPlan, peopleIn } from "./plan.ts";
import { type Rows, readRows } from "./rows.ts";

export type Examined = {
  /** Names by id. */
  readonly people: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  /** Events put aside because nobody could make sense of them, by reason. */
  readonly quarantined: ReadonlyMap<string, number>;
};

/** A fold mends the weeks after it, unless they are wrong by themselves: each round mends the earliest of every person. */
const MAX_ROUNDS = 60;

/** Compares every projection with its fold. @param person only theirs; null: everybody's */
export async function examine(place: Place, person: string | null): Promise<Examined> {
  const now = await place.settled();
  const rows = await readRows(place, person === null ? null : personKey(person));
  const people = peopleIn(rows);
  const findings: Finding[] = [];
  for (const { person: id, partition } of people) {
    findings.push(...checkClaims(id, partition), ...checkFolds(id, partition));
    findings.push(...(await checkPlan(id, partition, now, alarmsOf(place))));
  }
  return {
    people: new Map(people.map(({ person: id, name }) => [id, name])),
    findings,
    quarantined: quarantinedIn(rows),
  };
}

/** Has the functions do again what differs, until nothing differs that they can mend. */
export async function repair(place: Place, person: string | null, found: Examined): Promise<Examined> {
  let examined = found;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const first = new Map<string, Finding>();
    for (const finding of examined.findings) {
      if (finding.again !== null && !first.has(finding.person)) first.set(finding.person, finding);
    }
    if (first.size === 0) return examined;
    for (const { again } of first.values()) {
      await place.bus.send(new PutEventsCommand({ Entries: [{ ...again, EventBusName: place.busName }] }));
    }
    const after = await examine(place, person);
    if (after.findings.length >= examined.findings.length) return after;
    examined = after;
  }
  return examined;
}

const alarmsOf =
  ({ scheduler, scheduleGroup }: Place): AlarmOf =>
  async (person) => {
    try {
      const input = { Name: `r-${person}`, GroupName: scheduleGroup };
      const { ScheduleExpression = "" } = await scheduler.send(new GetScheduleCommand(input));
      return Date.parse(`${ScheduleExpression.slice(3, -1)}Z`);
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return null;
      throw error;
    }
  };

function quarantinedIn(rows: Rows): Map<string, number> {
  const aside = [...rows].filter(([pk]) => pk.startsWith("Q#")).flatMap(([, partition]) => [...partition.values()]);
  const counts = new Map<string, number>();
  for (const { reason } of aside) counts.set(String(reason), (counts.get(String(reason)) ?? 0) + 1);
  return counts;
}
