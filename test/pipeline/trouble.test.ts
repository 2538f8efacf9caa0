import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkClaims } from "../../bin/doctor/log.ts";
import { key, personKey } from "../../lambdas/adapters/keys.ts";
import { checkin, newId, PERSON, session } from "./events.ts";
import { bodyOf, Functions, NOW } from "./functions.ts";

const latest = session("2026-11-21");

let cloud: Functions;
beforeAll(async () => {
  cloud = await Functions.start();
  await cloud.post([latest]);
});
afterAll(() => cloud.aws.stop());
beforeEach(() => {
  cloud.aws.entries.length = 0;
  cloud.aws.refuse = 0;
});

describe("what goes wrong on the way", () => {
  it("an event that the bus does not take is to be sent again, and is nowhere", async () => {
    cloud.aws.refuse = 3;
    const event = session("2026-11-13");
    const answer = await cloud.post([event]);
    expect(answer).toMatchObject({ acked: [], retry: [event.id] });
    expect((await cloud.get("/v1/sessions/{id}", { id: event.data.sessionId })).statusCode).toBe(404);
    expect((await cloud.post([event])).acked).toEqual([event.id]);
    expect((await cloud.get("/v1/sessions/{id}", { id: event.data.sessionId })).statusCode).toBe(200);
  });

  it("an event that cannot be read is put aside with its reason, and the next one goes through", async () => {
    const bad = { meta: { person: PERSON }, event: { type: "session.recorded.v1" } };
    await cloud.record("poison", bad);
    const found = await Promise.all(
      Array.from({ length: 10 }, (_, shard) => cloud.table.get(`Q#2026-11-22#${shard}`, "poison")),
    );
    const kept = found.filter((row) => row !== null);
    expect(kept).toMatchObject([{ reason: "invalid", ttl: Date.parse(NOW) / 1000 + 30 * 86_400 }]);
    expect(cloud.aws.entries.map(({ DetailType }) => DetailType)).toEqual(["event.rejected.v1"]);
    expect(JSON.parse(cloud.aws.entries[0]?.Detail ?? "")).toEqual({ person: PERSON, id: null, reason: "invalid" });
    cloud.aws.entries.length = 0;
    const event = checkin("2026-11-14");
    expect((await cloud.post([event])).acked).toEqual([event.id]);
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
      await cloud.record(`rival-${rival.id}`, detail);
      expect(JSON.parse(cloud.aws.entries[0]?.Detail ?? "")).toEqual({
        person: PERSON,
        id: rival.id,
        reason: "conflict",
      });
      const kept = bodyOf(await cloud.get("/v1/sessions/{id}", { id: latest.data.sessionId }));
      expect(kept).toMatchObject({ localDate: "2026-11-21", session: { level: latest.data.level } });
    },
  );

  it("the doctor misses no entry of a rival whose session was there: its claim says that it was refused", async () => {
    const rival = { ...latest, id: newId(NOW), data: { ...latest.data, level: 8 } };
    const meta = { id: rival.id, person: PERSON, deviceId: null, at: rival.at, receivedAt: NOW, causationId: null };
    await cloud.record("late", { meta: { ...meta, traceId: "t" }, event: rival });
    const rows = await cloud.table.query(personKey(PERSON), {});
    const claims = rows.filter(({ sk }) => sk === key.event(rival.id));
    expect(claims).toHaveLength(1);
    expect(checkClaims(PERSON, new Map(rows.map((row) => [row.sk, row])))).toEqual([]);
  });

  it("a caller's own trace header that is none is not kept", async () => {
    await cloud.send({ events: [{ ...checkin("2026-11-12"), source: "api" }] }, PERSON, {
      "x-amzn-trace-id": "x".repeat(5000),
    });
    expect(JSON.parse(cloud.aws.entries[0]?.Detail ?? "").meta.traceId).toBe("trace");
  });

  it("a body that is too large or no JSON is a problem", async () => {
    const large = await cloud.send({ events: ["x".repeat(70_000)] });
    expect(bodyOf(large)).toMatchObject({ status: 413, code: "too_large", field: "body" });
    const wrong = await cloud.send({ events: "all" });
    expect(bodyOf(wrong)).toMatchObject({ status: 400, code: "invalid", field: "events" });
  });
});
