import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { weekOf, weekStart } from "../../core/calendar/calendar.ts";
import * as api from "../../core/contract/api.ts";
import { DaysAnswer, WeeksAnswer } from "../../core/contract/days.ts";
import { firstVisit, newId, profileChanged, session } from "./events.ts";
import { bodyOf, Functions } from "./functions.ts";

let cloud: Functions;
beforeAll(async () => {
  cloud = await Functions.start();
});
afterAll(() => cloud.aws.stop());

/** A walk at a time on the wall of a place, and its local date there. */
function walkAt(localDate: string, time: string, utcOffsetMin: number, zone: string) {
  const started = Date.parse(`${localDate}T${time}:00Z`) - utcOffsetMin * 60_000;
  const recorded = session(localDate, { level: 2 });
  const lasted = Date.parse(recorded.data.endedAt) - Date.parse(recorded.data.startedAt);
  const [startedAt, endedAt] = [started, started + lasted].map((ms) => new Date(ms).toISOString());
  const data = { ...recorded.data, startedAt: String(startedAt), endedAt: String(endedAt) };
  return { ...recorded, id: newId(String(endedAt)), at: String(endedAt), utcOffsetMin, zone, data };
}

/** Where the part of a week begins that a date lies in: months cut weeks. */
const partOf = (date: string): string => String([weekStart(weekOf(date)), `${date.slice(0, 7)}-01`].sort()[1]);

describe("a session lies on the day that it was where it was: calendar, list and trends agree", () => {
  it.each([
    ["at 23:30 in Berlin on the night before summer time", walkAt("2026-03-28", "23:30", 60, "Europe/Berlin")],
    ["at 23:30 on the Sunday when summer time begins", walkAt("2026-03-29", "23:30", 120, "Europe/Berlin")],
    ["at 00:10 on the Sunday when it ends", walkAt("2026-10-25", "00:10", 120, "Europe/Berlin")],
    ["at 23:30 on the Sunday when it ends", walkAt("2026-10-25", "23:30", 60, "Europe/Berlin")],
    ["in Lord Howe, half an hour of summer time", walkAt("2026-10-04", "23:30", 660, "Australia/Lord_Howe")],
    ["in Kathmandu, a quarter of an hour off", walkAt("2026-06-14", "23:30", 345, "Asia/Kathmandu")],
    ["in Apia, a day ahead of most", walkAt("2026-11-15", "06:00", 780, "Pacific/Apia")],
  ])("%s", async (_, walk) => {
    const person = newId(walk.at);
    await cloud.post([walk], person);
    const ask = async (path: string, query: Record<string, string>) => bodyOf(await cloud.get(path, { person, query }));
    const { days } = v.parse(DaysAnswer, await ask("/v1/days", { from: "2026-01-01", to: "2026-12-31" }));
    const outings = days.filter(({ items }) => items.length > 0).map(({ date }) => date);
    const { items } = v.parse(api.HistoryPage, await ask("/v1/history", {}));
    const { weeks } = v.parse(WeeksAnswer, await ask("/v1/weeks", {}));
    const walked = weeks.filter(({ sessions }) => sessions === 1).map(({ from }) => from);
    expect([outings, items.map(({ localDate }) => localDate), walked]).toEqual([
      [walk.localDate],
      [walk.localDate],
      [partOf(walk.localDate)],
    ]);
  });

  it("over the date line: a later walk on an earlier date stays on its own", async () => {
    const person = newId("2026-11-18T00:00:00Z");
    const apia = walkAt("2026-11-18", "07:00", 780, "Pacific/Apia");
    const pagoPago = walkAt("2026-11-17", "18:00", -660, "Pacific/Pago_Pago");
    expect(Date.parse(pagoPago.at)).toBeGreaterThan(Date.parse(apia.at));
    await cloud.post([apia, pagoPago], person);
    const query = { from: "2026-11-16", to: "2026-11-22" };
    const { days } = v.parse(DaysAnswer, bodyOf(await cloud.get("/v1/days", { person, query })));
    expect(days.filter(({ items }) => items.length > 0).map(({ date, items }) => [date, items[0]?.id])).toEqual([
      ["2026-11-17", pagoPago.data.sessionId],
      ["2026-11-18", apia.data.sessionId],
    ]);
  });
});

/** What the clock on the wall of a zone shows, by this test's own way: "2026-11-22 13:00". */
const onTheWall = (zone: string, at: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(Date.parse(at));

describe("the reminder comes on the day and at the time of the plan, where the person is", () => {
  it.each([
    ["Berlin, where this morning is over", "Europe/Berlin", "2026-11-23 07:00"],
    ["Kathmandu, where this evening is to come", "Asia/Kathmandu", "2026-11-22 18:30", "17:30"],
    ["Lord Howe, where it is past eleven at night", "Australia/Lord_Howe", "2026-11-23 07:00"],
    ["Apia, where tomorrow has begun", "Pacific/Apia", "2026-11-23 07:00"],
    ["Pago Pago, where today has just begun", "Pacific/Pago_Pago", "2026-11-22 07:00"],
  ])("%s", async (_, zone, due, wakeUp = "06:00") => {
    const person = newId("2026-11-10T00:00:00Z");
    const days = [1, 2, 3, 4, 5, 6, 7];
    await cloud.post([...firstVisit("2026-11-10"), profileChanged("2026-11-11", { zone, days, wakeUp })], person);
    const { reminder, today, plan } = v.parse(api.Summary, bodyOf(await cloud.get("/v1/summary", { person })));
    expect(today).toBe(onTheWall(zone, "2026-11-22T12:00:00Z").slice(0, 10));
    expect(onTheWall(zone, String(reminder?.at))).toBe(due);
    const shown = new Date(Date.parse(String(reminder?.at)) + Number(reminder?.utcOffsetMin) * 60_000).toISOString();
    expect([reminder?.what, `${reminder?.localDate} ${plan?.startLocal}`, shown.slice(0, 16)]).toEqual([
      "session",
      due,
      due.replace(" ", "T"),
    ]);
  });
});
