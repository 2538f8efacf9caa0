import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, localDateOf, weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { Plan } from "../../core/contract/plan.ts";
import { contextOf } from "../../core/plan/context.ts";
import { decide } from "../../core/plan/decide.ts";
import { lifeLog } from "../../core/plan/life.arbitrary.ts";
import { EMPTY_CHECKPOINT } from "../../core/progress/checkpoint.ts";
import { foldWeek } from "../../core/progress/fold.ts";
import { anyLog } from "../../core/progress/history.arbitrary.ts";
import { subjectDate, subjectDay } from "../../core/progress/order.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { EN } from "../../core/text/en/index.ts";
import { asciiJson } from "../store/ascii.ts";
import { covers, newer, planToday } from "./deciding.ts";
import { readPlanAnswer } from "./plan.ts";
import { eventFrom, packEvent, packStanding, readStanding, type Standing } from "./standing.ts";

const profile = readPlanAnswer({ plan: null })?.profile ?? fail();
function fail(): never {
  throw new Error("unreachable");
}

const ID = "01930000-0000-7000-8000-000000000009";
const lastDay = (log: readonly LogEvent[]): number => log.reduce((last, event) => Math.max(last, subjectDay(event)), 0);

/** What the cloud hands out: the fold up to the week before the latest, and the events since. */
function handedOut(log: readonly LogEvent[]) {
  const latest = weekOf(localDateOf(lastDay(log)));
  const weeks = [...new Set(log.map((event) => weekOf(subjectDate(event))))].sort().filter((week) => week < latest);
  const checkpoint = weeks.reduce((known, week) => foldWeek(known, week, log).checkpoint, EMPTY_CHECKPOINT);
  const tail = log.filter((event) => weekOf(subjectDate(event)) >= latest);
  return { checkpoint, tail, profile: profileOf(checkpoint, tail), planRev: 4 };
}

/** Through the phone, over the link and onto the watch's disk. */
function carried(answer: ReturnType<typeof handedOut>): Standing {
  return readStanding(JSON.parse(asciiJson(packStanding(answer)))) ?? fail();
}

const planOf = (log: readonly LogEvent[], today: string): Plan => {
  const { checkpoint, tail, profile: folded } = handedOut(log);
  return { planId: ID, rev: 4, ...decide(checkpoint, tail, folded, today), provisional: false };
};

const logs = fc.oneof(anyLog, lifeLog(60)).filter((log) => log.length > 0);

test("what is carried to the watch decides exactly as the cloud does, on any log and any of the next days", () => {
  fc.assert(
    fc.property(logs, fc.integer({ min: 0, max: 40 }), (log, ahead) => {
      const today = localDateOf(lastDay(log) + ahead);
      const plan = planOf(log, today);
      const known = { stored: { plan, profile }, standing: carried(handedOut(log)), fresh: true, own: [] };
      const decided = planToday(known, today, () => fail());
      expect(decided.plan).toBe(known.stored);
      const { checkpoint, tail, profile: folded } = handedOut(log);
      expect(decided.outlook?.base).toBe(contextOf(checkpoint, tail, folded, today, EN).base);
      const runsToday = plan.date === today && plan.steps.some(({ kind }) => kind === "run");
      if (!runsToday) return;
      expect(decided.outlook?.mayRun).toBe(true);
      const [hour = 0, minute = 0] = (plan.startLocal ?? fail()).split(":").map(Number);
      expect(decided.outlook?.runFrom).toBeLessThanOrEqual(60 * hour + minute);
    }),
    { numRuns: 150 },
  );
});

test("with the phone away the watch decides with its own records what the cloud will decide with them", () => {
  fc.assert(
    fc.property(logs, fc.nat(), (log, cut) => {
      const today = localDateOf(lastDay(log));
      const monday = weekOf(today);
      const here = log.filter((event) => weekOf(subjectDate(event)) === monday);
      const own = here.slice(here.length === 0 ? 0 : cut % here.length);
      const before = log.filter((event) => !own.includes(event));
      fc.pre(own.length > 0 && before.length > 0);
      const plan = planOf(before, today);
      const known = {
        stored: { plan, profile },
        standing: carried(handedOut(before)),
        fresh: true,
        own: own.map(packEvent),
      };
      const mine = planToday(known, today, () => ID).plan.plan;
      const theirs = planOf(log, today);
      expect({ ...mine, rev: 0, provisional: false, planId: "", basis: [], rules: [], wouldChange: [] }).toEqual({
        ...theirs,
        rev: 0,
        planId: "",
        basis: [],
        rules: [],
        wouldChange: [],
      });
      const sessions = own.filter(({ type }) => type === "session.recorded.v1");
      if (sessions.length > 0) expect(mine?.provisional).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("a cloud plan is followed over an older standing only if it knows every session of the watch", () => {
  const log =
    fc
      .sample(lifeLog(60), { numRuns: 20, seed: 7 })
      .find((life) => life.some(({ type }) => type === "session.recorded.v1")) ?? [];
  const sessions = log.filter(({ type }) => type === "session.recorded.v1");
  const last = sessions[sessions.length - 1] ?? fail();
  const today = addDays(subjectDate(last), 0);
  const before = log.filter((event) => subjectDay(event) < subjectDay(last));
  const standing = carried(handedOut(before));
  const own = [packEvent(last)];
  const blind = { ...planOf(before, today), rev: 5 };
  const aware = { ...blind, basis: [(last.data as { sessionId: string }).sessionId] };
  const decided = (plan: Plan) =>
    planToday({ stored: { plan, profile }, standing, fresh: false, own }, today, () => ID);
  expect(decided(aware)).toMatchObject({ plan: { plan: aware }, outlook: null });
  expect(decided(blind).plan.plan?.provisional).toBe(true);
  expect(covers(aware, own)).toBe(true);
  expect(covers(blind, own)).toBe(false);
});

test("own records leave the decision once the tail or the checkpoint holds them", () => {
  const log = fc.sample(lifeLog(40), { numRuns: 1, seed: 3 })[0] ?? [];
  const answer = handedOut(log);
  expect(newer(carried(answer), log.map(packEvent))).toEqual([]);
  const later = { ...(answer.tail[answer.tail.length - 1] ?? fail()), id: ID };
  expect(newer(carried(answer), [packEvent(later)])).toEqual([packEvent(later)]);
});

test("two busy weeks with a checkpoint fit into a few kilobytes", () => {
  const sizes = fc
    .sample(lifeLog(60), { numRuns: 40, seed: 11 })
    .filter((log) => log.length > 0)
    .map((log) => asciiJson(packStanding(handedOut(log))).length);
  expect(Math.max(...sizes)).toBeLessThan(6_000);
});

test("an answer of a newer server that is not understood is not decided from", () => {
  for (const value of [null, {}, { checkpoint: { v: 2 }, tail: [] }, { checkpoint: { v: 1 }, tail: {} }, "x"]) {
    expect(readStanding(value)).toBeNull();
  }
  expect(packStanding({ code: "not_found" })).toBeNull();
});

test("an event comes back with all that the rules look at", () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const event of log) {
        const back = eventFrom(packEvent(event));
        expect(packEvent(back)).toEqual(packEvent(event));
        expect(subjectDate(back)).toBe(subjectDate(event));
      }
    }),
    { numRuns: 30 },
  );
});
