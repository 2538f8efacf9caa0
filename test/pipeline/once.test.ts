import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogEvent } from "../../core/contract/event.ts";
import { decide } from "../../core/plan/decide.ts";
import { hashOf } from "../../lambdas/adapters/canonical.ts";
import { standingOf } from "../../lambdas/adapters/standing.ts";
import { nextDue } from "../../lambdas/plan/due.ts";
import { dateIn, instantOf } from "../../lambdas/plan/zone-time.ts";
import { Cloud, type Consumers, type Delivery, REAL } from "./cloud.ts";
import { checkin, deleted, firstVisit, PERSON, profileChanged, session } from "./events.ts";
import { MUTANTS } from "./mutants.ts";
import { foldFromZero, foldsIn, rowsIn } from "./truth.ts";
import { Turns, turnsOf } from "./turns.ts";

const ZONE = "Europe/Berlin";
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

const everySchedule = (consumers: Consumers, holds: typeof holdsTheTruth) =>
  fc.asyncProperty(turnsOf, deliveries, fc.array(crashAt, { maxLength: 8 }), async (turns, given, crashes) => {
    const cloud = new Cloud(new Turns(turns), NOW, crashes, consumers).after(await before);
    await cloud.run(given);
    await holds(cloud, [...BEFORE, ...given.map(({ event }) => event)]);
  });

/** What a counter could promise, too. */
async function holdsTheTotals({ memory }: Cloud, accepted: readonly LogEvent[]): Promise<void> {
  const totals = ({ week, totals }: { week: string; totals: unknown }) => ({ week, totals });
  expect(foldsIn(memory).map(totals)).toEqual(foldFromZero(accepted).map(totals));
}

async function holdsTheTruth({ memory, alarm }: Cloud, accepted: readonly LogEvent[]): Promise<void> {
  const sessions = accepted.flatMap((event) => (event.type === "session.recorded.v1" ? [event.data.sessionId] : []));
  expect(
    rowsIn(memory, "S#")
      .map(({ sk }) => sk.split("#")[2])
      .sort(),
  ).toEqual(sessions.sort());
  expect(foldsIn(memory)).toEqual(foldFromZero(accepted));
  const standing = await standingOf(memory.store(), PERSON, () => dateIn(ZONE, NOW));
  const { checkpoint, tail, profile, today, latest } = standing;
  const [current] = rowsIn(memory, "P#");
  expect(current?.hash).toBe(hashOf(decide(checkpoint, tail, profile, today)));
  expect(rowsIn(memory, "PH#").map(({ rev }) => rev)).toEqual(
    Array.from({ length: Number(current?.rev) - 1 }, (_, at) => at + 1),
  );
  expect(JSON.parse(String(rowsIn(memory, "PROFILE")[0]?.profile))).toEqual(latest?.checkpoint.profile);
  const due = nextDue(standing, NOW, (date, time) => instantOf(date, time, profile.zone ?? "UTC"));
  expect(alarm?.atMs ?? null).toBe(due?.atMs ?? null);
  if (alarm !== null) expect(alarm.input).toMatchObject({ person: PERSON, planRev: current?.rev, what: due?.what });
}

describe("whatever is repeated, reordered, interleaved or crashed between two accesses", () => {
  it("leaves one session each, folds as from zero, and the plan and alarm that follow from them", async () => {
    await fc.assert(everySchedule(REAL, holdsTheTruth), { numRuns: 400 });
  });
});

describe("a tempting shortcut is caught", () => {
  it.each(Object.entries(MUTANTS))("%s", async (_name, { consumers, onlyTotals }) => {
    const property = everySchedule(consumers, onlyTotals ? holdsTheTotals : holdsTheTruth);
    const outcome = await fc.check(property, { numRuns: 3000, seed: 20261122, endOnFailure: true });
    expect(outcome.failed).toBe(true);
  });
});
