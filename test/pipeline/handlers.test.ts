import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as api from "../../core/contract/api.ts";
import { CheckpointAnswer } from "../../core/contract/offline.ts";
import { decide } from "../../core/plan/decide.ts";
import { checkin, deleted, firstVisit, newId, PERSON, session } from "./events.ts";
import { bodyOf, Functions, NOW } from "./functions.ts";

const OTHER = "0193a1b2-c3d4-7000-8000-00000000cccc";
const sunday = session("2026-11-15");
const latest = session("2026-11-21");
const gone = session("2026-11-19");

let cloud: Functions;
beforeAll(async () => {
  cloud = await Functions.start();
  await cloud.post([...firstVisit("2026-11-09"), session("2026-11-10"), checkin("2026-11-11"), sunday]);
  await cloud.post([checkin("2026-11-16"), gone, deleted(gone), latest, checkin("2026-11-22")]);
});
afterAll(() => cloud.aws.stop());
beforeEach(() => {
  cloud.aws.entries.length = 0;
  cloud.aws.refuse = 0;
});

describe("from the post to the pages, through the real handlers and a real table", () => {
  it("a session posted three times is one session, and the plan stays", async () => {
    const rows = () => cloud.table.query(`U#${PERSON}`, {});
    const before = bodyOf(await cloud.get("/v1/summary"));
    const stored = await rows();
    for (let time = 0; time < 2; time += 1) expect((await cloud.post([latest])).acked).toEqual([latest.id]);
    expect(bodyOf(await cloud.get("/v1/summary"))).toEqual(before);
    expect(await rows()).toEqual(stored);
    expect(before.totals.sessions).toBe(3);
  });

  it("an answer says the number of the plan", async () => {
    const summary = v.parse(api.Summary, bodyOf(await cloud.get("/v1/summary")));
    expect((await cloud.post([checkin("2026-11-17")])).planRev).toBe(summary.plan?.rev);
  });

  it("the summary has everything of the first page", async () => {
    const summary = v.parse(api.Summary, bodyOf(await cloud.get("/v1/summary")));
    expect(summary).toMatchObject({
      today: "2026-11-22",
      setup: { screened: true, placed: true },
      morning: { back: 2, leg: 0 },
      plan: { provisional: false },
      devices: [],
    });
    expect(summary.recent.map(({ localDate }) => localDate)).toEqual(["2026-11-21", "2026-11-15", "2026-11-10"]);
    expect(summary.recent.every(({ colour }) => colour !== null)).toBe(true);
  });

  it("the summary is 304 until something happens", async () => {
    const first = await cloud.get("/v1/summary");
    const etag = String(first.headers?.etag);
    const ask = (tag: string) => cloud.get("/v1/summary", { headers: { "if-none-match": tag } });
    expect(await ask(etag)).toMatchObject({ statusCode: 304, headers: { etag } });
    expect((await ask(`W/${etag}`)).statusCode).toBe(304);
    await cloud.post([checkin("2026-11-20")]);
    expect((await ask(etag)).statusCode).toBe(200);
    const row = { pk: `U#${PERSON}`, sk: `D#${OTHER}`, id: OTHER, name: "Watch", model: "Balance", pairedAt: NOW };
    const changed = String((await cloud.get("/v1/summary")).headers?.etag);
    await cloud.table.put({ ...row, lastSeenAt: NOW });
    expect((await ask(changed)).statusCode).toBe(200);
    expect(bodyOf(await cloud.get("/v1/summary")).devices).toMatchObject([{ id: OTHER, lastSeenAt: NOW }]);
  });

  it("one session comes whole, judged, with trace and cues", async () => {
    const detail = v.parse(
      api.SessionDetail,
      bodyOf(await cloud.get("/v1/sessions/{id}", { id: sunday.data.sessionId })),
    );
    expect(detail).toMatchObject({ session: sunday.data, localDate: "2026-11-15", source: "api" });
    // The morning after a Sunday lies in the next week; without it the session would be NEUTRAL.
    expect(detail.judged).toMatchObject({ colour: "GREEN" });
  });

  it("a session edited is shown as edited, and the original trace stays", async () => {
    const { sessionId, endedAt, outcome, steps, scores } = latest.data;
    const data = { sessionId, sessionDate: "2026-11-21", endedAt, outcome, reason: null, steps, notes: "wet grass" };
    const edit = { ...latest, id: newId(NOW), type: "session.edited.v1" as const };
    await cloud.post([{ ...edit, data: { ...data, scores: { ...scores, rpe: 3 }, surface: "trail" } }]);
    const detail = bodyOf(await cloud.get("/v1/sessions/{id}", { id: sessionId }));
    expect(detail.session).toEqual({ ...latest.data, scores: { ...scores, rpe: 3 }, surface: "trail" });
  });

  it("the plan comes with what a watch obeys, and decides as the checkpoint says", async () => {
    const { plan, profile } = v.parse(api.PlanAnswer, bodyOf(await cloud.get("/v1/plan")));
    const checkpoint = v.parse(CheckpointAnswer, bodyOf(await cloud.get("/v1/checkpoint")));
    expect(profile).toEqual({
      heartRate: null,
      cues: {},
      language: "en",
      units: "metric",
      emergencyNumber: null,
      wakeUp: "06:30",
    });
    expect(plan).toMatchObject(decide(checkpoint.checkpoint, checkpoint.tail, checkpoint.profile, "2026-11-22"));
    expect(checkpoint.planRev).toBe(plan?.rev);
  });

  it("the alarm says what is due, and is set for what comes next", async () => {
    const ring = (await import("../../lambdas/remind/handler.ts")).handler;
    const input = JSON.parse((cloud.aws.schedules.get(`r-${PERSON}`) as { Target: { Input: string } }).Target.Input);
    cloud.aws.schedules.clear();
    const called = { awsRequestId: "a", getRemainingTimeInMillis: () => 10_000 };
    await ring(input, called);
    expect(cloud.aws.entries.map(({ DetailType, Detail }) => [DetailType, JSON.parse(Detail)])).toEqual([
      ["reminder.due.v1", input],
    ]);
    await expect(ring({ ...input, person: "somebody" }, called)).rejects.toMatchObject({ code: "invalid" });
  });

  it("one schedule exists, for the next thing that is due", () => {
    expect([...cloud.aws.schedules.keys()]).toEqual([`r-${PERSON}`]);
    expect(cloud.aws.schedules.get(`r-${PERSON}`)).toMatchObject({
      GroupName: "reminders",
      ScheduleExpression: expect.stringMatching(/^at\(2026-11-\d\dT\d\d:\d\d:00\)$/),
      ScheduleExpressionTimezone: "UTC",
      ActionAfterCompletion: "NONE",
      Target: { Arn: process.env.SCHEDULE_TARGET_ARN, Input: expect.stringContaining(`"person":"${PERSON}"`) },
    });
  });
});

describe("nobody sees what is not theirs", () => {
  it.each(["/v1/summary", "/v1/history", "/v1/plan", "/v1/plans", "/v1/checkpoint"])(
    "%s of a stranger is empty",
    async (path) => {
      const text = (await cloud.get(path, { person: OTHER })).body ?? "";
      expect(text).not.toContain(sunday.data.sessionId);
      expect(text).not.toContain(latest.data.sessionId);
    },
  );

  it.each([
    ["a stranger's", sunday.data.sessionId, OTHER],
    ["one that never was", newId(NOW), PERSON],
    ["a deleted one", gone.data.sessionId, PERSON],
  ])("%s session is not found", async (_name, id, person) => {
    const answer = await cloud.get("/v1/sessions/{id}", { id, person });
    expect(answer.statusCode).toBe(404);
    expect(bodyOf(answer)).toMatchObject({ code: "not_found", field: "id" });
  });

  it("an id that is none is refused by name", async () => {
    const answer = await cloud.get("/v1/sessions/{id}", { id: "../ACCOUNT" });
    expect(bodyOf(answer)).toMatchObject({ status: 400, code: "invalid", field: "id" });
  });

  it("somebody without any event gets empty pages, not an error", async () => {
    const summary = v.parse(api.Summary, bodyOf(await cloud.get("/v1/summary", { person: OTHER })));
    expect(summary).toMatchObject({ setup: { screened: false, placed: false }, plan: null, recent: [], morning: null });
    expect(v.parse(api.PlanAnswer, bodyOf(await cloud.get("/v1/plan", { person: OTHER }))).plan).toBeNull();
    v.parse(CheckpointAnswer, bodyOf(await cloud.get("/v1/checkpoint", { person: OTHER })));
  });
});
