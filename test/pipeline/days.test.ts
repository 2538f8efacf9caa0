import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, weekday } from "../../core/calendar/calendar.ts";
import * as api from "../../core/contract/api.ts";
import { type Day, DaysAnswer, WeeksAnswer } from "../../core/contract/days.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { checkin, deleted, edited, firstVisit, newId, PERSON, session } from "./events.ts";
import { bodyOf, Functions } from "./functions.ts";

let cloud: Functions;
beforeAll(async () => {
  cloud = await Functions.start();
});
afterAll(() => cloud.aws.stop());

const said = (date: string, type: LogEvent["type"], data: unknown): LogEvent =>
  ({
    ...{ id: newId(`${date}T09:00:00Z`), at: `${date}T09:00:00Z`, localDate: date, utcOffsetMin: 0, source: "api" },
    ...{ type, data },
  }) as LogEvent;

const ask = async (path: string, query: Record<string, string>, person = PERSON) =>
  bodyOf(await cloud.get(path, { query, person }));
const days = async (from: string, to: string, person?: string): Promise<Day[]> =>
  v.parse(DaysAnswer, await ask("/v1/days", { from, to }, person)).days;

describe("days: what was planned and what was done", () => {
  // Days that suit: Tuesday, Thursday, Saturday. Today is Sunday, 22 November 2026.
  const tuesday = session("2026-11-10", { level: 6 });
  const eased = session("2026-11-12", { level: 2 });
  const extra = session("2026-11-16", { level: 4 });
  const gone = session("2026-11-20", { level: 4 });
  beforeAll(async () => {
    await cloud.post([...firstVisit("2026-11-09"), tuesday, checkin("2026-11-11"), eased]);
    await cloud.post([extra, gone, deleted(gone), edited(tuesday, 5)]);
    const swum = said("2026-11-13", "variety.recorded.v1", { kind: "swim", minutes: 25, rpe: 3, scores: null });
    const felt = { kind: "daily", back: 3, leg: 1, stiffness: 4, energy: 6, forDate: "2026-11-15" };
    await cloud.post([swum, said("2026-11-15", "checkin.reported.v1", felt)]);
  });

  // The 17th follows an outing of the day before, so that nothing was planned for it.
  it("marks done, easier than planned, missed, unplanned and still to come", async () => {
    const found = await days("2026-11-09", "2026-11-30");
    const marks = Object.fromEntries(found.filter(({ mark }) => mark !== null).map(({ date, mark }) => [date, mark]));
    expect(marks).toEqual({
      ...{ "2026-11-10": "done", "2026-11-12": "eased", "2026-11-14": "missed", "2026-11-16": "extra" },
      ...{ "2026-11-19": "missed", "2026-11-21": "missed", "2026-11-24": "planned" },
    });
  });

  it("carries the worst score after edits, the morning, how it felt, and the entries of the date", async () => {
    const found = await days("2026-11-09", "2026-11-22");
    const on = (date: string) => found.find((day) => day.date === date);
    expect(on("2026-11-10")).toMatchObject({ worst: 5, morning: null });
    expect(on("2026-11-11")).toMatchObject({ worst: 2, morning: 2 });
    expect(on("2026-11-15")).toMatchObject({ worst: 3, stiffness: 4, energy: 6 });
    expect(on("2026-11-13")?.items.map(({ kind, minutes }) => [kind, minutes])).toEqual([["variety", 25]]);
    expect(on("2026-11-20")).toBeUndefined();
  });

  it("a variety day that was taken back is gone, with its minutes and its scores", async () => {
    const pain = { back: 9, leg: 0 };
    const scores = { before: pain, worst: pain, after: pain, rpe: 3, legSymptoms: null };
    const swum = said("2026-11-18", "variety.recorded.v1", { kind: "swim", minutes: 25, rpe: 3, scores });
    await cloud.post([swum]);
    expect((await days("2026-11-18", "2026-11-18"))[0]).toMatchObject({ worst: 9, items: [{ minutes: 25 }] });
    await cloud.post([said("2026-11-20", "variety.deleted.v1", { varietyId: swum.id, varietyDate: "2026-11-18" })]);
    expect(await days("2026-11-18", "2026-11-18")).toEqual([]);
  });

  it("says where the next session may be moved to: never onto a day that has one, never beyond two weeks", async () => {
    const movable = (await days("2026-11-22", "2026-12-20")).filter((day) => day.movable !== null);
    const dates = movable.map(({ date }) => date);
    expect(dates).toContain("2026-11-25");
    expect(dates.every((date) => date >= "2026-11-22" && date <= addDays("2026-11-22", 13))).toBe(true);
    const wished = "2026-11-25";
    await cloud.post([said("2026-11-22", "plan.chosen.v1", { planId: null, choice: "move", date: wished })]);
    const { plan } = v.parse(api.PlanAnswer, await ask("/v1/plan", {}));
    expect([plan?.date, plan?.level, weekday(wished)]).toEqual([
      wished,
      movable.find(({ date }) => date === wished)?.movable,
      3,
    ]);
  });

  it("a pause is marked as one, and nothing in it counts as missed", async () => {
    const person = newId("2026-10-01T00:00:00Z");
    const pause = said("2026-11-11", "plan.chosen.v1", { planId: null, choice: "pause", date: "2026-11-18" });
    await cloud.post([...firstVisit("2026-11-09"), pause], person);
    const found = await days("2026-11-11", "2026-11-21", person);
    expect(found.filter(({ mark }) => mark === "paused").map(({ date }) => date)).toEqual(
      Array.from({ length: 7 }, (_, index) => addDays("2026-11-11", index)),
    );
    expect(found.filter(({ mark }) => mark === "missed").map(({ date }) => date)).toEqual(["2026-11-19", "2026-11-21"]);
  });

  it("is answered under a mark that changes with the log", async () => {
    const query = { from: "2026-11-01", to: "2026-11-22" };
    const first = await cloud.get("/v1/days", { query });
    const etag = String(first.headers?.etag);
    const again = await cloud.get("/v1/days", { query, headers: { "if-none-match": etag } });
    expect(again.statusCode).toBe(304);
    await cloud.post([checkin("2026-11-22", 3)]);
    expect((await cloud.get("/v1/days", { query, headers: { "if-none-match": etag } })).statusCode).toBe(200);
  });

  it.each([
    ["/v1/days", { from: "2026-11-22", to: "2026-11-01" }, "from"],
    ["/v1/days", { from: "2020-01-01", to: "2026-11-01" }, "to"],
    ["/v1/days", { from: "2020-01-01" }, "to"],
    ["/v1/weeks", { from: "2026-11-22", to: "2026-11-01" }, "from"],
    ["/v1/weeks", { week: "3" }, "week"],
  ])("%s of %j is refused by name", async (path, query, field) => {
    const answer = await cloud.get(path, { query: query as Record<string, string> });
    expect(answer.statusCode).toBe(400);
    expect(v.parse(api.Problem, bodyOf(answer))).toMatchObject({ code: "invalid", field });
  });

  it.each([
    ["0000-01-01", "0000-01-02"],
    ["9999-12-30", "9999-12-31"],
  ])("there is nothing at the ends of the calendar: %s to %s", async (from, to) => {
    expect(await days(from, to)).toEqual([]);
  });

  it("somebody new has no days and no weeks", async () => {
    const nobody = newId("2026-10-02T00:00:00Z");
    expect(await days("2026-01-01", "2026-12-31", nobody)).toEqual([]);
    expect(await ask("/v1/weeks", {}, nobody)).toEqual({ weeks: [], questionnaires: [] });
  });
});

describe("a corrected session", () => {
  it("shows what counts and what came first; a second delivery of the record changes nothing; undone, it is as it came", async () => {
    const person = newId("2026-10-04T00:00:00Z");
    const first = session("2026-11-10", { level: 4 });
    const detail = async () =>
      v.parse(api.SessionDetail, bodyOf(await cloud.get("/v1/sessions/{id}", { id: first.data.sessionId, person })));
    await cloud.post([first], person);
    expect((await detail()).edited).toBeNull();
    await cloud.post([edited(first, 7)], person);
    await cloud.post([first], person);
    const shown = await detail();
    expect(shown.session.scores.worst).toEqual({ back: 7, leg: 0 });
    expect(shown.edited?.original.scores.worst).toEqual({ back: 2, leg: 0 });
    const undo = { ...edited(first, 2), at: "2026-11-11T09:00:00Z", id: newId("2026-11-11T09:00:00Z") };
    await cloud.post([undo], person);
    const again = await detail();
    expect([again.edited, again.session.scores.worst]).toEqual([null, { back: 2, leg: 0 }]);
  });
});

describe("weeks: sums, means and questionnaires", () => {
  const person = newId("2026-10-03T00:00:00Z");
  beforeAll(async () => {
    const rmdq = { kind: "rmdq", items: Array.from({ length: 24 }, (_, at) => (at < 7 ? 1 : 0)), version: 1 };
    const psfs = { kind: "psfs", items: [2, 5, 6], activities: ["a", "b", "c"], version: 1 };
    await cloud.post([...firstVisit("2026-11-02"), said("2026-11-02", "questionnaire.answered.v1", rmdq)], person);
    await cloud.post([session("2026-11-03"), checkin("2026-11-04", 4), checkin("2026-11-05", 1)], person);
    await cloud.post(
      [session("2026-11-10", { pain: 3 }), said("2026-11-11", "questionnaire.answered.v1", psfs)],
      person,
    );
  });

  it("tells each week's time, level and pain, oldest first", async () => {
    const { weeks, questionnaires } = v.parse(WeeksAnswer, await ask("/v1/weeks", {}, person));
    expect(weeks.map(({ from }) => from)).toEqual(["2026-11-02", "2026-11-09"]);
    expect(weeks[0]).toMatchObject({ sessions: 1, activeS: 26 * 60, runS: 120, morning: [4, 1] });
    expect(weeks.map(({ pain }) => pain)).toEqual([[2, 4, 1], [3]]);
    expect(questionnaires.map(({ kind, score, date }) => [kind, score, date])).toEqual([
      ["rmdq", 7, "2026-11-02"],
      ["psfs", 4.3, "2026-11-11"],
    ]);
  });

  it("keeps to the weeks it is asked for", async () => {
    const { weeks } = v.parse(WeeksAnswer, await ask("/v1/weeks", { from: "2026-11-09", to: "2026-11-15" }, person));
    expect(weeks.map(({ from }) => from)).toEqual(["2026-11-09"]);
  });

  it("cuts a week at the end of a month, and agrees with the days, the list and the totals", async () => {
    const walker = newId("2026-10-05T00:00:00Z");
    const hurt = session("2026-10-01", { level: 2 });
    await cloud.post([...firstVisit("2026-09-27"), session("2026-09-29", { level: 2 }), hurt, edited(hurt, 6)], walker);
    const { weeks } = v.parse(WeeksAnswer, await ask("/v1/weeks", {}, walker));
    expect(weeks.map(({ from, days, sessions, pain }) => [from, days, sessions, pain])).toEqual([
      ["2026-09-21", 7, 0, []],
      ["2026-09-28", 3, 1, [2]],
      ["2026-10-01", 4, 1, [6]],
    ]);
    expect(weeks[1]?.level).not.toBeNull();
    const found = await days("2026-09-28", "2026-10-04", walker);
    expect(found.flatMap(({ worst }) => (worst === null ? [] : [worst]))).toEqual([2, 6]);
    const { items } = v.parse(api.HistoryPage, await ask("/v1/history", {}, walker));
    const { totals } = v.parse(api.Summary, await ask("/v1/summary", {}, walker));
    const sums = [weeks, items].map((all) => all.reduce((sum, { activeS }) => sum + activeS, 0));
    expect(sums).toEqual([totals.minutes * 60, totals.minutes * 60]);
  });
});
