import * as v from "valibot";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PlansPage } from "../../core/contract/plan-history.ts";
import type { HttpEvent } from "../../lambdas/adapters/http.ts";
import type { Reader } from "../../lambdas/adapters/store.ts";
import { checkin, firstVisit, PERSON, profileChanged, session } from "./events.ts";
import { bodyOf, Functions } from "./functions.ts";

const OTHER = "0193a1b2-c3d4-7000-8000-00000000cccc";

let cloud: Functions;
beforeAll(async () => {
  cloud = await Functions.start();
});
afterAll(() => cloud.aws.stop());

const answer = (query: Record<string, string> = {}, headers: Record<string, string> = {}, person = PERSON) =>
  cloud.get("/v1/plans", { query, headers, person });
const page = async (query: Record<string, string> = {}): Promise<PlansPage> =>
  v.parse(PlansPage, bodyOf(await answer(query)));

it("is empty for somebody without a plan, and nobody else's", async () => {
  expect(await page()).toEqual({ plans: [], cursor: null });
  await cloud.post(firstVisit("2026-11-16"));
  expect(bodyOf(await answer({}, {}, OTHER))).toEqual({ plans: [], cursor: null });
});

it("tells each plan with what it changed and why, the newest first", async () => {
  await cloud.post([session("2026-11-19")]);
  await cloud.post([checkin("2026-11-20", 2)]);
  const { plans } = await page();
  const [latest, ...earlier] = plans;
  expect(latest).toMatchObject({ state: "hold", change: { kind: "reason", what: expect.any(String) } });
  expect(latest?.change?.fired.map(({ id }) => id)).toContain("C.green");
  expect(latest?.change?.gone).toContain("C.neutral.morning");
  expect(earlier.at(-1)).toMatchObject({ rev: 1, change: null });
  expect(plans.map(({ rev }) => rev)).toEqual(plans.map(({ rev }) => rev).sort((a, b) => b - a));
});

it("speaks the person's language", async () => {
  await cloud.post([profileChanged("2026-11-20", { language: "de" })]);
  await cloud.post([profileChanged("2026-11-20", { preferredStart: "18:00" })]);
  const [latest] = (await page()).plans;
  expect(latest?.change?.what).toBe("Die nächste Einheit beginnt zu einer anderen Uhrzeit.");
});

it("is 304 until there is another plan", async () => {
  const etag = String((await answer()).headers?.etag);
  expect(await answer({}, { "if-none-match": `W/${etag}` })).toMatchObject({ statusCode: 304, headers: { etag } });
  await cloud.post([profileChanged("2026-11-20", { preferredStart: "19:00" })]);
  expect((await answer({}, { "if-none-match": etag })).statusCode).toBe(200);
});

it.each([
  ["GET /v1/plans", {}],
  ["GET /v1/summary", {}],
  ["GET /v1/weeks", {}],
  ["GET /v1/days", { from: "2026-11-16", to: "2026-11-22" }],
])(
  "what goes out under a mark is read from no copy of the table that is behind it: %s",
  async (route, queryStringParameters) => {
    const { ENDPOINTS } = await import("../../lambdas/read/endpoints.ts");
    const requestContext = { authorizer: { lambda: { person: PERSON } } };
    const event = { headers: {}, queryStringParameters, requestContext } as unknown as HttpEvent;
    // Behind in everything but the latest fold, which the marks are made of.
    const query: Reader["query"] = async (who, range) => (range.limit === 1 ? cloud.table.query(who, range) : []);
    const behind = { ...cloud.table, query };
    const from = async (store: Reader) =>
      (await ENDPOINTS[route]?.({ store, sure: cloud.table, now: Date.now }, event))?.body;
    expect(await from(behind)).toBe(await from(cloud.table));
  },
);

/** A hundred and twenty plans are made one by one, which takes a busy computer its time. */
const MANY_PLANS_MS = 180_000;

it(
  "comes a hundred at a time, without a gap or a repetition",
  async () => {
    const { plans } = await page();
    const current = plans[0]?.rev ?? 0;
    for (let minute = 0; current + minute < 120; minute += 1) {
      const preferredStart = `17:${String(minute % 60).padStart(2, "0")}`;
      const time = new Date(Date.parse("2026-11-20T10:00:00Z") + minute * 60_000).toISOString();
      await cloud.post([{ ...profileChanged("2026-11-20", { preferredStart }), at: time }]);
    }
    const first = await page();
    const second = await page({ cursor: first.cursor ?? "" });
    const revs = [...first.plans, ...second.plans].map(({ rev }) => rev);
    expect([first.plans.length, second.cursor]).toEqual([100, null]);
    expect(new Set(revs).size).toBe(revs.length);
    expect([revs[0], revs.at(-1)]).toEqual([120, 1]);
    expect(second.plans.filter(({ change }) => change === null).map(({ rev }) => rev)).toEqual([1]);
  },
  MANY_PLANS_MS,
);

it("leaves out a plan that says the same as the one before it", async () => {
  const { plans } = await page();
  const [latest] = plans;
  const row = await cloud.table.get(`U#${PERSON}`, "P#CURRENT");
  if (row === null || latest === undefined) throw new Error("no plan");
  const next = { ...row, rev: latest.rev + 1, planId: OTHER };
  await cloud.table.put({ ...row, sk: `PH#${String(latest.rev).padStart(8, "0")}` });
  await cloud.table.put(next);
  expect((await page()).plans[0]?.rev).toBe(latest.rev);
});

it.each([{ cursor: "yesterday" }, { cursor: "-1" }, { cursor: "" }])("%j is refused by name", async (query) => {
  expect(bodyOf(await answer(query))).toMatchObject({ status: 400, code: "invalid", field: "cursor" });
});

it("has nothing before the first plan", async () => {
  expect(await page({ cursor: "0" })).toEqual({ plans: [], cursor: null });
});

it("the summary says which questionnaires are due, and names the activities that a person chose", async () => {
  const due = async () => bodyOf(await cloud.get("/v1/summary")).questionnaires;
  expect(await due()).toEqual({ due: ["rmdq", "psfs"], activities: [] });
  const told = (date: string, activities: string[]) => {
    const { id, type: _, ...envelope } = checkin(date);
    const data = { kind: "psfs" as const, items: [3, 5], activities, version: 1 };
    return { ...envelope, id, type: "questionnaire.answered.v1" as const, data };
  };
  await cloud.post([told("2026-11-19", ["Bending"]), told("2026-10-20", ["Standing up", "Carrying a child"])]);
  expect(await due()).toEqual({ due: ["rmdq"], activities: [] });
});

it("a questionnaire of four weeks ago is due again, with its activities", async () => {
  const data = { kind: "psfs" as const, items: [3, 5], activities: ["Standing up", "Carrying a child"], version: 1 };
  const answered = { ...checkin("2026-10-25"), type: "questionnaire.answered.v1" as const, data };
  await cloud.post([...firstVisit("2026-10-19"), answered], OTHER);
  const { questionnaires } = bodyOf(await cloud.get("/v1/summary", { person: OTHER }));
  expect(questionnaires).toEqual({ due: ["rmdq", "psfs"], activities: data.activities });
});
