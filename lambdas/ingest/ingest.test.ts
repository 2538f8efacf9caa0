import { describe, expect, it } from "vitest";
import type { LogDetail } from "../../core/contract/bus.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import {
  checkin,
  DEVICE,
  deleted,
  edited,
  newId,
  PERSON,
  profileChanged,
  session,
} from "../../test/pipeline/events.ts";
import { glancing, Memory } from "../../test/pipeline/memory.ts";
import type { BusEntry } from "../adapters/bus.ts";
import type { Caller } from "../adapters/http.ts";
import { rowsOf } from "../adapters/rows.ts";
import { ingest } from "./ingest.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const WATCH = { person: PERSON, deviceId: DEVICE, scopes: [] };
const BROWSER = { person: PERSON, deviceId: null, scopes: [] };

/** What an event says that is placed by a date of its data. */
const PLACED: Readonly<Record<string, object>> = {
  "checkin.reported.v1": checkin("2026-11-20").data,
  "session.edited.v1": edited(session("2026-11-20"), 3).data,
  "session.deleted.v1": deleted(session("2026-11-20")).data,
  "variety.deleted.v1": { varietyId: newId("2026-11-20T08:00:00Z") },
};

/** Sends entries; the bus refuses those whose place is in `refused`. */
async function send(
  events: unknown[],
  { caller = WATCH, stored = [], refused = [] }: { caller?: Caller; stored?: LogEvent[]; refused?: number[] } = {},
) {
  const memory = new Memory();
  const store = memory.store();
  for (const event of stored) {
    for (const row of rowsOf(event, { person: PERSON, week: "2026-W47", receivedAt: "2026-11-20T08:00:00Z" })) {
      await store.put(row, { absent: true });
    }
  }
  const sent: BusEntry[] = [];
  const ports = {
    glance: glancing(store),
    send: async (entries: readonly BusEntry[]) => {
      sent.push(...entries);
      return entries.map((_, index) => !refused.includes(index));
    },
    now: () => NOW,
    traceId: "trace",
  };
  return { answer: await ingest(ports, caller, { events }), sent };
}

describe("a good event", () => {
  it("goes onto the bus with who sent it, and is acknowledged", async () => {
    const event = session("2026-11-20");
    const { answer, sent } = await send([event]);
    expect(answer).toEqual({ acked: [event.id], rejected: [], retry: [], planRev: 0 });
    const detail = sent[0]?.detail as LogDetail;
    expect(sent.map(({ type }) => type)).toEqual(["session.recorded.v1"]);
    expect(detail.event).toEqual({ ...event, deviceId: DEVICE });
    expect(detail.meta).toMatchObject({
      id: event.id,
      person: PERSON,
      deviceId: DEVICE,
      receivedAt: "2026-11-22T12:00:00.000Z",
    });
  });

  it("carries the device of its token, whatever it says itself", async () => {
    const { sent } = await send([{ ...checkin("2026-11-20"), deviceId: newId("2026-11-20T08:00:00Z") }]);
    expect(sent[0]?.detail).toMatchObject({ event: { deviceId: DEVICE } });
  });

  it("is put off, not acknowledged, when the bus did not take it", async () => {
    const [first, second] = [checkin("2026-11-19"), checkin("2026-11-20")];
    const { answer } = await send([first, second], { refused: [1] });
    expect(answer).toMatchObject({ acked: [first.id], retry: [second.id] });
  });

  it("goes onto the bus again when it is stored already, which repairs what a crash left undone", async () => {
    const event = session("2026-11-20");
    const { answer, sent } = await send([event], { stored: [event] });
    expect(answer.acked).toEqual([event.id]);
    expect(sent).toHaveLength(1);
  });

  it("counts once when a body holds it twice", async () => {
    const event = session("2026-11-20");
    const { answer, sent } = await send([event, { ...event }]);
    expect(answer.acked).toEqual([event.id]);
    expect(sent).toHaveLength(1);
  });
});

describe("a bad event is refused alone, by name", () => {
  const good = session("2026-11-20");
  const with_ = (data: object) => ({ ...session("2026-11-20"), data: { ...session("2026-11-20").data, ...data } });
  const scores = good.data.scores;
  const ahead = "2026-11-22T12:10:01Z";
  it.each<[string, { id?: string }, string, string | null]>([
    ["an unknown level", with_({ level: 26 }), "invalid", "data.level"],
    ["a score of 11", with_({ scores: { ...scores, rpe: 11 } }), "invalid", "data.scores.rpe"],
    ["an unknown field", with_({ mood: "good" }), "invalid", "data.mood"],
    ["an unknown type", { ...good, type: "nap.recorded.v1" } as object, "invalid", "type"],
    ["an end in the future", with_({ endedAt: ahead }), "clock_skew", "data.endedAt"],
    ["a start in the future", with_({ startedAt: ahead, endedAt: ahead }), "clock_skew", "data.startedAt"],
    ["a time in the future", { ...checkin("2026-11-20"), at: ahead }, "clock_skew", "at"],
    ["a date that is nowhere yet", { ...checkin("2026-11-20"), localDate: "2026-11-24" }, "clock_skew", "localDate"],
    ["an answer about the day after tomorrow", checkin("2026-11-24"), "clock_skew", "at"],
    ["a clock that was never set", { ...checkin("2026-11-20"), localDate: "1999-12-31" }, "invalid", "localDate"],
    ["an end before its start", with_({ endedAt: "2026-11-20T06:59:59Z" }), "invalid", "data.endedAt"],
    ["a session of two days", with_({ startedAt: "2026-11-18T06:00:00Z" }), "invalid", "data.endedAt"],
    ["half of a surrogate pair", with_({ device: "\ud83d" }), "invalid", null],
    ["more than 16 KB", with_({ device: "x".repeat(16_384) }), "too_large", null],
    [
      "a dashboard's source with a device's token",
      { ...checkin("2026-11-20"), source: "dashboard" },
      "invalid",
      "source",
    ],
  ])("%s", async (_name, bad, code, field) => {
    const fine = checkin("2026-11-21");
    const { answer, sent } = await send([bad, fine]);
    expect(answer.rejected).toMatchObject([{ id: bad.id ?? null, code, field }]);
    expect(answer.rejected[0]?.message).toMatch(/\w/);
    expect(answer.acked).toEqual([fine.id]);
    expect(sent.map(({ type }) => type)).toEqual([fine.type, "event.rejected.v1"]);
    expect(sent[1]?.detail).toEqual({ person: PERSON, id: bad.id ?? null, reason: code });
  });

  it.each([
    ["checkin.reported.v1", "forDate"],
    ["session.edited.v1", "sessionDate"],
    ["session.deleted.v1", "sessionDate"],
    ["variety.deleted.v1", "varietyDate"],
  ])("a %s whose %s would place it after all others, or before there was a log", async (type, field) => {
    const { [type]: data } = PLACED;
    const about = (date: string) => ({
      ...checkin("2026-11-20"),
      id: newId("2026-11-20T08:00:00Z"),
      type,
      data: { ...data, [field]: date },
    });
    const events = ["2026-11-20", "9999-12-31", "0000-01-01"].map(about);
    const { answer } = await send(events, { caller: BROWSER });
    expect(answer.acked).toEqual([events[0]?.id]);
    expect(answer.rejected.map(({ code, field }) => [code, field])).toEqual([
      ["clock_skew", `data.${field}`],
      ["invalid", `data.${field}`],
    ]);
  });

  it("a zone that does not exist in a profile", async () => {
    const event = profileChanged("2026-11-20", { zone: "Atlantis/Capital" });
    const { answer } = await send([event], { caller: BROWSER });
    expect(answer.rejected).toMatchObject([{ code: "invalid", field: "data.zone" }]);
  });

  it("something that is no event at all", async () => {
    const { answer } = await send([null, 7, "x", {}, { id: "x".repeat(65) }]);
    expect(answer.rejected.map(({ id }) => id)).toEqual([null, null, null, null, null]);
    expect(answer.rejected.every(({ code }) => code === "invalid")).toBe(true);
  });
});

describe("a clock that runs ten minutes ahead", () => {
  it("is still believed", async () => {
    const event = { ...checkin("2026-11-22"), at: "2026-11-22T12:10:00Z" };
    expect((await send([event])).answer.acked).toEqual([event.id]);
  });
});

it("an entry that is nested deeper than anybody can read is refused alone", async () => {
  const good = session("2026-11-20");
  const deep = JSON.parse(`${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}`);
  const { answer } = await send([deep, good]);
  // An engine that can follow it (Node 26) finds it too large instead.
  const code = expect.stringMatching(/^(invalid|too_large)$/);
  expect(answer).toMatchObject({ acked: [good.id], rejected: [{ id: null, code }] });
});

describe("an id that was used before with other content", () => {
  const first = session("2026-11-20");
  it.each([
    ["the event's", { ...first, data: { ...first.data, level: 7 } }, "id"],
    ["the event's, on another date", { ...first, localDate: "2026-11-13" }, "id"],
    ["the event's, as another kind", { ...checkin("2026-11-20"), id: first.id }, "id"],
    ["the session's", { ...first, id: newId(first.at), data: { ...first.data, level: 7 } }, "data.sessionId"],
  ])("%s is refused", async (_name, second, field) => {
    const stored = await send([second], { stored: [first] });
    expect(stored.answer.rejected).toMatchObject([{ id: second.id, code: "conflict", field }]);
    const together = await send([first, second]);
    expect(together.answer.acked).toEqual([first.id]);
    expect(together.answer.rejected).toMatchObject([{ id: second.id, code: "conflict", field }]);
  });
});

describe("a body that is no list of events", () => {
  it.each([[null], [{}], [{ events: [] }], [{ events: Array(11).fill({}) }], [{ events: {} }]])("%j", async (body) => {
    const ports = {
      glance: async (_: string, sks: readonly string[]) => sks.map(() => null),
      send: async () => [],
      now: () => NOW,
      traceId: "t",
    };
    await expect(ingest(ports, WATCH, body)).rejects.toMatchObject({ code: "invalid" });
  });
});
