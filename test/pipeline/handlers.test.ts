import type { APIGatewayProxyEventV2, EventBridgeEvent } from "aws-lambda";
import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as api from "../../core/contract/api.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { CheckpointAnswer } from "../../core/contract/offline.ts";
import { decide } from "../../core/plan/decide.ts";
import type { HttpAnswer, HttpHandler } from "../../lambdas/adapters/http.ts";
import { type Aws, startAws } from "./aws.ts";
import { checkin, deleted, firstVisit, newId, PERSON, session } from "./events.ts";

const OTHER = "0193a1b2-c3d4-7000-8000-00000000cccc";
const NOW = "2026-11-22T12:00:00Z";

type Consumer = (delivery: EventBridgeEvent<string, unknown>) => Promise<void>;
let aws: Aws;
let functions: { ingest: HttpHandler; read: HttpHandler; record: Consumer; plan: Consumer };
let tableStore: typeof import("../../lambdas/adapters/store.ts").tableStore;

beforeAll(async () => {
  aws = await startAws();
  const handlerOf = async (name: string) => (await import(`../../lambdas/${name}/handler.ts`)).handler;
  const [ingest, read, record, plan] = await Promise.all(["ingest", "read", "record", "plan"].map(handlerOf));
  functions = { ingest, read, record, plan };
  ({ tableStore } = await import("../../lambdas/adapters/store.ts"));
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(Date, "now").mockReturnValue(Date.parse(NOW));
});
afterAll(() => aws.stop());
beforeEach(() => {
  aws.entries.length = 0;
  aws.refuse = 0;
});

type Ask = { query?: Record<string, string>; id?: string; body?: unknown; headers?: Record<string, string> };

/** Calls a function as API Gateway does, for somebody that `authorize` has let in with a person's token. */
async function call(handler: HttpHandler, routeKey: string, person: string, { query, id, body, headers }: Ask = {}) {
  const event = {
    routeKey,
    headers: headers ?? {},
    isBase64Encoded: false,
    requestContext: { requestId: "trace", authorizer: { lambda: { person, deviceId: "", scopes: "history:read" } } },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(id === undefined ? {} : { pathParameters: { id } }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  return handler(event as unknown as APIGatewayProxyEventV2);
}

const bodyOf = ({ body }: HttpAnswer) => JSON.parse(body ?? "null");
const get = (path: string, ask: Ask & { person?: string } = {}) =>
  call(functions.read, `GET ${path}`, ask.person ?? PERSON, ask);

/** Posts events as a program with a person's token, and lets the bus deliver until it is quiet. */
async function post(events: readonly LogEvent[], person = PERSON): Promise<api.EventsAnswer> {
  const body = { events: events.map((event) => ({ ...event, source: "api" })) };
  const answer = await call(functions.ingest, "POST /v1/events", person, { body });
  expect(answer.statusCode).toBe(202);
  await deliver();
  return v.parse(api.EventsAnswer, bodyOf(answer));
}

async function deliver(): Promise<void> {
  for (let entry = aws.entries.shift(); entry !== undefined; entry = aws.entries.shift()) {
    const delivery = {
      id: `delivery-${newId(NOW)}`,
      "detail-type": entry.DetailType,
      detail: JSON.parse(entry.Detail),
    };
    const consumer = entry.DetailType === "progress.updated.v1" ? functions.plan : functions.record;
    const unread = ["plan.published.v1", "event.rejected.v1", "reminder.due.v1"].includes(entry.DetailType);
    if (!unread) await consumer(delivery as EventBridgeEvent<string, unknown>);
  }
}

const sunday = session("2026-11-15");
const latest = session("2026-11-21");
const gone = session("2026-11-19");

describe("from the post to the pages, through the real handlers and a real table", () => {
  beforeAll(async () => {
    await post([
      ...firstVisit("2026-11-09"),
      session("2026-11-10"),
      checkin("2026-11-11"),
      sunday,
      checkin("2026-11-16"),
    ]);
    await post([gone, deleted(gone), latest, checkin("2026-11-22")]);
  });

  it("a session posted three times is one session, and the plan stays", async () => {
    const rows = () => tableStore.query(`U#${PERSON}`, {});
    const before = bodyOf(await get("/v1/summary"));
    const stored = await rows();
    for (let time = 0; time < 2; time += 1) expect((await post([latest])).acked).toEqual([latest.id]);
    expect(bodyOf(await get("/v1/summary"))).toEqual(before);
    expect(await rows()).toEqual(stored);
    expect(before.totals.sessions).toBe(3);
  });

  it("an answer says the number of the plan", async () => {
    const summary = v.parse(api.Summary, bodyOf(await get("/v1/summary")));
    expect((await post([checkin("2026-11-17")])).planRev).toBe(summary.plan?.rev);
  });

  it("the summary has everything of the first page", async () => {
    const summary = v.parse(api.Summary, bodyOf(await get("/v1/summary")));
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
    const first = await get("/v1/summary");
    const etag = String(first.headers?.etag);
    const ask = (tag: string) => get("/v1/summary", { headers: { "if-none-match": tag } });
    expect(await ask(etag)).toMatchObject({ statusCode: 304, headers: { etag } });
    expect((await ask(`W/${etag}`)).statusCode).toBe(304);
    await post([checkin("2026-11-20")]);
    expect((await ask(etag)).statusCode).toBe(200);
    const row = { pk: `U#${PERSON}`, sk: `D#${OTHER}`, id: OTHER, name: "Watch", model: "Balance", pairedAt: NOW };
    const changed = String((await get("/v1/summary")).headers?.etag);
    await tableStore.put({ ...row, lastSeenAt: NOW });
    expect((await ask(changed)).statusCode).toBe(200);
    expect(bodyOf(await get("/v1/summary")).devices).toMatchObject([{ id: OTHER, lastSeenAt: NOW }]);
  });

  it("one session comes whole, judged, with trace and cues", async () => {
    const detail = v.parse(api.SessionDetail, bodyOf(await get("/v1/sessions/{id}", { id: sunday.data.sessionId })));
    expect(detail).toMatchObject({ session: sunday.data, localDate: "2026-11-15", source: "api" });
    // The morning after a Sunday lies in the next week; without it the session would be NEUTRAL.
    expect(detail.judged).toMatchObject({ colour: "GREEN" });
  });

  it("a session edited is shown as edited, and the original trace stays", async () => {
    const { sessionId, endedAt, outcome, steps, scores } = latest.data;
    const data = { sessionId, sessionDate: "2026-11-21", endedAt, outcome, reason: null, steps, notes: "wet grass" };
    const edit = { ...latest, id: newId(NOW), type: "session.edited.v1" as const };
    await post([{ ...edit, data: { ...data, scores: { ...scores, rpe: 3 }, surface: "trail" } }]);
    const detail = bodyOf(await get("/v1/sessions/{id}", { id: sessionId }));
    expect(detail.session).toEqual({ ...latest.data, scores: { ...scores, rpe: 3 }, surface: "trail" });
  });

  it("the plan comes with what a watch obeys, and decides as the checkpoint says", async () => {
    const { plan, profile } = v.parse(api.PlanAnswer, bodyOf(await get("/v1/plan")));
    const checkpoint = v.parse(CheckpointAnswer, bodyOf(await get("/v1/checkpoint")));
    expect(profile).toEqual({ heartRate: null, cues: {}, language: "en", units: "metric", emergencyNumber: null });
    expect(plan).toMatchObject(decide(checkpoint.checkpoint, checkpoint.tail, checkpoint.profile, "2026-11-22"));
    expect(checkpoint.planRev).toBe(plan?.rev);
  });

  it("the alarm says what is due, and is set for what comes next", async () => {
    const ring = (await import("../../lambdas/remind/handler.ts")).handler;
    const input = JSON.parse((aws.schedules.get(`r-${PERSON}`) as { Target: { Input: string } }).Target.Input);
    aws.schedules.clear();
    await ring(input);
    expect(aws.entries.map(({ DetailType, Detail }) => [DetailType, JSON.parse(Detail)])).toEqual([
      ["reminder.due.v1", input],
    ]);
    await expect(ring({ ...input, person: "somebody" })).rejects.toMatchObject({ code: "invalid", field: "person" });
  });

  it("one schedule exists, for the next thing that is due", () => {
    expect([...aws.schedules.keys()]).toEqual([`r-${PERSON}`]);
    expect(aws.schedules.get(`r-${PERSON}`)).toMatchObject({
      GroupName: "reminders",
      ScheduleExpression: expect.stringMatching(/^at\(2026-11-\d\dT\d\d:\d\d:00\)$/),
      ScheduleExpressionTimezone: "UTC",
      ActionAfterCompletion: "DELETE",
      Target: { Arn: process.env.REMIND_ARN, Input: expect.stringContaining(`"person":"${PERSON}"`) },
    });
  });
});

describe("history", () => {
  const walker = "0193a1b2-c3d4-7000-8000-00000000eeee";
  const sessions = Array.from({ length: 130 }, (_, day) => {
    const date = new Date(Date.parse("2026-11-21T00:00:00Z") - day * 3 * 86_400_000).toISOString().slice(0, 10);
    return session(date, { level: 2 });
  });

  beforeAll(async () => {
    for (let start = 120; start >= 0; start -= 10) await post(sessions.slice(start, start + 10).reverse(), walker);
  });

  const page = async (query: Record<string, string> = {}): Promise<api.HistoryPage> =>
    v.parse(api.HistoryPage, bodyOf(await get("/v1/history", { person: walker, query })));
  const ids = (found: api.HistoryPage) => found.items.map(({ id }) => id);

  it("comes newest first, a hundred at a time, without a gap or a repetition", async () => {
    const first = await page();
    const second = await page({ cursor: first.cursor ?? "" });
    expect([ids(first).length, ids(second).length, second.cursor]).toEqual([100, 30, null]);
    expect([...ids(first), ...ids(second)]).toEqual(sessions.map(({ data }) => data.sessionId));
  });

  it("keeps to the dates it is asked for, both included", async () => {
    const found = await page({ from: "2026-03-05", to: "2026-05-02" });
    const wanted = sessions.filter(({ localDate }) => localDate >= "2026-03-05" && localDate <= "2026-05-02");
    expect(wanted.length).toBeGreaterThan(15);
    expect(ids(found)).toEqual(wanted.map(({ data }) => data.sessionId));
    expect(ids(await page({ to: "2020-01-01" }))).toEqual([]);
  });

  it.each([
    [{ from: "2026-02-30" }, "from"],
    [{ to: "yesterday" }, "to"],
    [{ from: "2026-05-02", to: "2026-03-05" }, "from"],
    [{ cursor: "nonsense" }, "cursor"],
    [{ cursor: Buffer.from('["2026-01-01","x","y"]').toString("base64url") }, "cursor"],
    [{ limit: "5" }, "limit"],
  ])("%j is refused by name", async (query, field) => {
    const answer = await get("/v1/history", { query });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers?.["content-type"]).toBe("application/problem+json");
    expect(v.parse(api.Problem, bodyOf(answer))).toMatchObject({ code: "invalid", field });
  });
});

describe("nobody sees what is not theirs", () => {
  it.each(["/v1/summary", "/v1/history", "/v1/plan", "/v1/checkpoint"])("%s of a stranger is empty", async (path) => {
    const text = (await get(path, { person: OTHER })).body ?? "";
    expect(text).not.toContain(sunday.data.sessionId);
    expect(text).not.toContain(latest.data.sessionId);
  });

  it.each([
    ["a stranger's", sunday.data.sessionId, OTHER],
    ["one that never was", newId(NOW), PERSON],
    ["a deleted one", gone.data.sessionId, PERSON],
  ])("%s session is not found", async (_name, id, person) => {
    const answer = await get("/v1/sessions/{id}", { id, person });
    expect(answer.statusCode).toBe(404);
    expect(bodyOf(answer)).toMatchObject({ code: "not_found", field: "id" });
  });

  it("an id that is none is refused by name", async () => {
    const answer = await get("/v1/sessions/{id}", { id: "../ACCOUNT" });
    expect(bodyOf(answer)).toMatchObject({ status: 400, code: "invalid", field: "id" });
  });

  it("somebody without any event gets empty pages, not an error", async () => {
    const summary = v.parse(api.Summary, bodyOf(await get("/v1/summary", { person: OTHER })));
    expect(summary).toMatchObject({ setup: { screened: false, placed: false }, plan: null, recent: [], morning: null });
    expect(v.parse(api.PlanAnswer, bodyOf(await get("/v1/plan", { person: OTHER }))).plan).toBeNull();
    v.parse(CheckpointAnswer, bodyOf(await get("/v1/checkpoint", { person: OTHER })));
  });
});

describe("what goes wrong on the way", () => {
  it("an event that the bus does not take is to be sent again, and is nowhere", async () => {
    aws.refuse = 3;
    const event = session("2026-11-13");
    const answer = await post([event]);
    expect(answer).toMatchObject({ acked: [], retry: [event.id] });
    expect((await get("/v1/sessions/{id}", { id: event.data.sessionId })).statusCode).toBe(404);
    expect((await post([event])).acked).toEqual([event.id]);
    expect((await get("/v1/sessions/{id}", { id: event.data.sessionId })).statusCode).toBe(200);
  });

  it("an event that cannot be read is put aside with its reason, and the next one goes through", async () => {
    const bad = { meta: { person: PERSON }, event: { type: "session.recorded.v1" } };
    await functions.record({ id: "poison", detail: bad } as EventBridgeEvent<string, unknown>);
    const found = await Promise.all(
      Array.from({ length: 10 }, (_, shard) => tableStore.get(`Q#2026-11-22#${shard}`, "poison")),
    );
    const kept = found.filter((row) => row !== null);
    expect(kept).toMatchObject([{ reason: "invalid", ttl: Date.parse(NOW) / 1000 + 30 * 86_400 }]);
    expect(aws.entries.map(({ DetailType }) => DetailType)).toEqual(["event.rejected.v1"]);
    expect(JSON.parse(aws.entries[0]?.Detail ?? "")).toEqual({ person: PERSON, id: null, reason: "invalid" });
    aws.entries.length = 0;
    const event = checkin("2026-11-14");
    expect((await post([event])).acked).toEqual([event.id]);
  });

  it.each([
    ["event", { ...latest, data: { ...latest.data, level: 9 } }],
    ["session", { ...latest, id: newId(NOW), data: { ...latest.data, level: 9 } }],
    ["event in another week", { ...latest, localDate: "2026-11-01" }],
  ])(
    "a rival that slipped past ingest, with the id of an earlier %s, is put aside and the first stays",
    async (_name, rival) => {
      const meta = { id: rival.id, person: PERSON, deviceId: null, at: rival.at, receivedAt: NOW, causationId: null };
      const detail = { meta: { ...meta, traceId: "t" }, event: rival };
      await functions.record({ id: `rival-${rival.id}`, detail } as EventBridgeEvent<string, unknown>);
      expect(JSON.parse(aws.entries[0]?.Detail ?? "")).toEqual({ person: PERSON, id: rival.id, reason: "conflict" });
      const kept = bodyOf(await get("/v1/sessions/{id}", { id: latest.data.sessionId }));
      expect(kept).toMatchObject({ localDate: "2026-11-21", session: { level: latest.data.level } });
    },
  );

  it("a body that is too large or no JSON is a problem", async () => {
    const large = await call(functions.ingest, "POST /v1/events", PERSON, { body: { events: ["x".repeat(70_000)] } });
    expect(bodyOf(large)).toMatchObject({ status: 413, code: "too_large", field: "body" });
    const wrong = await call(functions.ingest, "POST /v1/events", PERSON, { body: { events: "all" } });
    expect(bodyOf(wrong)).toMatchObject({ status: 400, code: "invalid", field: "events" });
  });
});
