import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogEvent } from "../../core/contract/event.ts";
import { decide } from "../../core/plan/decide.ts";
import { hashOf } from "../../lambdas/adapters/canonical.ts";
import { standingOf } from "../../lambdas/adapters/standing.ts";
import { nextDue } from "../../lambdas/plan/due.ts";
import { dateIn, instantOf } from "../../lambdas/plan/zone-time.ts";
import { Cloud, type Consumers, type Delivery, REAL } from "./cloud.ts";
import { checkin, deleted, firstVisit, PERSON, session } from "./events.ts";
import { MUTANTS } from "./mutants.ts";
import { foldFromZero, foldsIn, rowsIn } from "./truth.ts";

const ZONE = "Europe/Berlin";
const NOW = Date.parse("2026-11-22T12:00:00Z");

const undone = session("2026-11-19", { pain: 7 });
/** Three weeks of somebody's log; each schedule takes some of it. */
const POOL: readonly LogEvent[] = [
  ...firstVisit("2026-11-09"),
  session("2026-11-10"),
  checkin("2026-11-11"),
  session("2026-11-15"),
  checkin("2026-11-16", 4),
  session("2026-11-17"),
  undone,
  deleted(undone),
  session("2026-11-21"),
  checkin("2026-11-22"),
];

const crashAt = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 24 }));
const deliveries = (most: number): fc.Arbitrary<Delivery[]> =>
  fc
    .uniqueArray(fc.nat(POOL.length - 1), { minLength: 2, maxLength: most })
    .chain((places) =>
      fc.tuple(
        ...places
          .flatMap((place) => POOL[place] ?? [])
          .map((event) => fc.array(crashAt, { minLength: 1, maxLength: 3 }).map((crashAts) => ({ event, crashAts }))),
      ),
    );

const everySchedule = (consumers: Consumers, most: number) =>
  fc.asyncProperty(
    fc.scheduler(),
    deliveries(most),
    fc.array(crashAt, { maxLength: 8 }),
    async (turns, given, crashes) => {
      const cloud = new Cloud(turns, NOW, crashes, consumers);
      await cloud.run(given);
      await holdsTheTruth(
        cloud,
        given.map(({ event }) => event),
      );
    },
  );

async function holdsTheTruth({ memory, alarm }: Cloud, accepted: readonly LogEvent[]): Promise<void> {
  const sessions = accepted.flatMap((event) => (event.type === "session.recorded.v1" ? [event.data.sessionId] : []));
  expect(rowsIn(memory, "S#").map(({ sk }) => sk.split("#")[2])).toEqual(sessions.sort(byWeek(accepted)));
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
  if (alarm !== null) expect(alarm.input).toEqual({ person: PERSON, planRev: current?.rev, what: due?.what });
}

/** Session ids in the order of their rows. */
function byWeek(events: readonly LogEvent[]) {
  const keys = new Map(
    events.flatMap((event) =>
      event.type === "session.recorded.v1"
        ? [[event.data.sessionId, `${event.localDate} ${event.data.sessionId}`]]
        : [],
    ),
  );
  return (a: string, b: string): number => ((keys.get(a) ?? "") < (keys.get(b) ?? "") ? -1 : 1);
}

describe("whatever is repeated, reordered, interleaved or crashed between two accesses", () => {
  it("leaves one session each, folds as from zero, and the plan and alarm that follow from them", async () => {
    await fc.assert(everySchedule(REAL, 5), { numRuns: 300 });
  });
});

describe("a tempting shortcut is caught", () => {
  it.each(Object.entries(MUTANTS))("%s", async (_name, mutant) => {
    const outcome = await fc.check(everySchedule(mutant, 4), { numRuns: 3000, seed: 20261122, endOnFailure: true });
    expect(outcome.failed).toBe(true);
  });
});
