import assert from "node:assert/strict";
import fc from "fast-check";
import type { LogEvent } from "../../core/contract/event.ts";
import { Cloud, type Consumers, type Delivery } from "./cloud.ts";
import { checkin, deleted, firstVisit, profileChanged, session } from "./events.ts";
import { foldFromZero, foldsIn, holdsTheAlarm, holdsTheFolds, holdsThePlan, rowsIn } from "./truth.ts";
import { Turns, turnsOf } from "./turns.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

/** What is in the table before anything happens at once. */
const BEFORE: readonly LogEvent[] = [...firstVisit("2026-11-09"), session("2026-11-10"), checkin("2026-11-11")];
const undone = session("2026-11-19", { pain: 7 });
/** What may happen at once, in the weeks before, of, and after it. */
const POOL: readonly LogEvent[] = [
  profileChanged("2026-11-05", { wakeUp: "05:00" }),
  session("2026-11-15"),
  checkin("2026-11-16", 4),
  session("2026-11-17"),
  undone,
  deleted(undone),
  session("2026-11-21"),
  checkin("2026-11-22"),
];

async function afterwards(events: readonly LogEvent[]): Promise<Cloud> {
  const cloud = new Cloud(new Turns([]), NOW, []);
  for (const event of events) await cloud.run([{ event, crashAts: [0] }]);
  return cloud;
}
const before = afterwards(BEFORE);

const crashAt = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 24 }));
const copies = fc.array(crashAt, { minLength: 1, maxLength: 2 });
const deliveries: fc.Arbitrary<Delivery[]> = fc
  .subarray([...POOL], { minLength: 2, maxLength: 4 })
  .chain((events) => fc.tuple(...events.map((event) => copies.map((crashAts) => ({ event, crashAts })))));

/** What must hold of a cloud that has settled, given everything that was delivered to it. @throws AssertionError */
export type Truth = (cloud: Cloud, accepted: readonly LogEvent[]) => Promise<void>;

/** A few events, each delivered once or twice at the same time, in any order, interleaved at each access, with crashes anywhere. */
export const everySchedule = (consumers: Consumers, holds: Truth) =>
  fc.asyncProperty(turnsOf, deliveries, fc.array(crashAt, { maxLength: 8 }), async (turns, given, crashes) => {
    const cloud = new Cloud(new Turns(turns), NOW, crashes, consumers).after(await before);
    await cloud.run(given);
    await holds(cloud, [...BEFORE, ...given.map(({ event }) => event)]);
  });

/** What a counter could promise, too. */
export const holdsTheTotals: Truth = async ({ memory }, accepted) => {
  const totals = ({ week, totals }: { week: string; totals: unknown }) => ({ week, totals });
  assert.deepStrictEqual(foldsIn(memory).map(totals), foldFromZero(accepted).map(totals));
};

export const holdsTheTruth: Truth = async (cloud, accepted) => {
  const { memory, alarm } = cloud;
  const sessions = accepted.flatMap((event) => (event.type === "session.recorded.v1" ? [event.data.sessionId] : []));
  assert.deepStrictEqual(
    rowsIn(memory, "S#")
      .map(({ sk }) => sk.split("#")[2])
      .sort(),
    sessions.sort(),
  );
  holdsTheFolds(memory, accepted);
  await holdsThePlan(memory, NOW);
  await holdsTheAlarm(memory, alarm, NOW);
};
