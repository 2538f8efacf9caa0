import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { weekOf } from "../../core/calendar/calendar.ts";
import * as api from "../../core/contract/api.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { rowsOf } from "../../lambdas/adapters/rows.ts";
import { checkin, profileChanged, session } from "./events.ts";
import { bodyOf, Functions } from "./functions.ts";

const WALKER = "0193a1b2-c3d4-7000-8000-00000000eeef";
const OWN = "0193a1b2-c3d4-7000-8000-00000000eef2";
const RESTORED = "0193a1b2-c3d4-7000-8000-00000000eef0";

let cloud: Functions;
beforeAll(async () => {
  cloud = await Functions.start();
});
afterAll(() => cloud.aws.stop());

const dates = Array.from({ length: 60 }, (_, day) => new Date(Date.parse("2026-09-01") + day * 86_400_000));
const recorded: LogEvent[] = dates.flatMap((day): LogEvent[] => {
  const date = day.toISOString().slice(0, 10);
  return [session(date, { level: 2 }), checkin(date)];
});
const log = [profileChanged("2026-08-31", { birthYear: 1985 }), ...recorded];

/** Rows as `record` keeps them, without the folds that no export reads. */
async function keep(events: readonly LogEvent[], person: string): Promise<void> {
  for (const event of events) {
    const arrival = { person, week: weekOf(subjectDate(event)), receivedAt: "2026-11-22T12:00:00Z" };
    for (const row of rowsOf(event, arrival)) await cloud.table.put(row);
  }
}

const byId = (events: readonly LogEvent[]) => [...events].sort((a, b) => (a.id < b.id ? -1 : 1));

async function put(events: readonly LogEvent[], person: string): Promise<void> {
  for (let start = 0; start < events.length; start += 10) {
    const answer = v.parse(
      api.EventsAnswer,
      bodyOf(await cloud.send({ events: events.slice(start, start + 10) }, person)),
    );
    expect(answer.rejected).toEqual([]);
    await cloud.deliverAll();
  }
}

async function exported(person: string): Promise<{ events: LogEvent[]; pages: number[] }> {
  const events: LogEvent[] = [];
  const pages: number[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = cursor === null ? {} : { cursor };
    const page: v.InferOutput<typeof api.ExportPage> = v.parse(
      api.ExportPage,
      bodyOf(await cloud.get("/v1/export", { person, query })),
    );
    events.push(...page.events);
    pages.push(page.events.length);
    cursor = page.cursor;
  } while (cursor !== null);
  return { events, pages };
}

describe("an export", () => {
  beforeAll(() => keep(log, WALKER));

  it("is the whole log, every event as it was recorded with its trace and cues, a hundred at a time", async () => {
    const { events, pages } = await exported(WALKER);
    expect(pages).toEqual([100, 21]);
    expect(byId(events)).toEqual(byId(log));
  });

  it("put back by another account makes the same log; put back by its own it changes nothing", async () => {
    await put(log.slice(0, 9), OWN);
    const { events } = await exported(OWN);
    await put(events, RESTORED);
    await put(events, OWN);
    expect((await exported(RESTORED)).events).toEqual(events);
    expect((await exported(OWN)).events).toEqual(events);
  });

  it("of nobody is empty", async () => {
    expect(await exported("0193a1b2-c3d4-7000-8000-00000000eef1")).toEqual({ events: [], pages: [0] });
  });

  it.each(["nonsense", Buffer.from("P#CURRENT").toString("base64url"), Buffer.from("ACCOUNT").toString("base64url")])(
    "refuses the cursor %j by name",
    async (cursor) => {
      const answer = await cloud.get("/v1/export", { person: WALKER, query: { cursor } });
      expect(v.parse(api.Problem, bodyOf(answer))).toMatchObject({ status: 400, code: "invalid", field: "cursor" });
    },
  );
});
