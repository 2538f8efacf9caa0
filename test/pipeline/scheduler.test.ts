import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Schedule } from "../../lambdas/adapters/scheduler.ts";
import { type Aws, startAws } from "./aws.ts";
import { PERSON } from "./events.ts";

let aws: Aws;
let schedule: Schedule;
const NAME = `r-${PERSON}`;
const alarm = (atMs: number) => {
  const dueAt = new Date(atMs).toISOString();
  return { atMs, input: { person: PERSON, planRev: 7, what: "session" as const, dueAt } };
};

beforeAll(async () => {
  aws = await startAws();
  ({ schedule } = await import("../../lambdas/adapters/scheduler.ts"));
});
afterAll(() => aws.stop());
beforeEach(() => {
  aws.schedules.clear();
  aws.rival = false;
});

const expression = () => aws.schedules.get(NAME)?.ScheduleExpression;

it("makes the one schedule of a person, then moves it", async () => {
  await schedule(PERSON, alarm(Date.parse("2026-11-24T05:30:00Z")));
  expect(expression()).toBe("at(2026-11-24T05:30:00)");
  await schedule(PERSON, alarm(Date.parse("2026-11-25T05:30:00Z")));
  expect(expression()).toBe("at(2026-11-25T05:30:00)");
  expect(aws.schedules.size).toBe(1);
});

it("wins over a rival that makes it at the same moment", async () => {
  aws.rival = true;
  await schedule(PERSON, alarm(Date.parse("2026-11-24T05:30:00Z")));
  expect(expression()).toBe("at(2026-11-24T05:30:00)");
});

it("clears it, also when there is none", async () => {
  await schedule(PERSON, alarm(Date.parse("2026-11-24T05:30:00Z")));
  await schedule(PERSON, null);
  await schedule(PERSON, null);
  expect(aws.schedules.size).toBe(0);
});
