import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { addDays, epochDay, weekOf } from "../calendar/calendar.ts";
import { CUE_SETTINGS } from "../contract/cue-kinds.ts";
import type { LogEvent } from "../contract/event.ts";
import { Checkpoint, EMPTY_CHECKPOINT } from "./checkpoint.ts";
import { addTotals, foldWeek, judgedSessions } from "./fold.ts";
import { stateOf } from "./sparse.ts";
import { checkin, eventOn, morningOf, personAt, profile, screening, session, testId } from "./testing.ts";
import { walk } from "./walk.ts";

const SATURDAY = "2026-03-07";
const SUNDAY = "2026-03-15";
const day = (number: number) => addDays(SATURDAY, number + 1);
const start = () => personAt(10, SATURDAY);
const colours = (events: LogEvent[]) => judgedSessions(start(), events).map((entry) => entry.colour);
const idOf = (event: LogEvent) => (event.type === "session.recorded.v1" ? event.data.sessionId : "");

function edit(event: LogEvent, change: { dur?: number; share?: number }, hour = 12): LogEvent {
  if (event.type !== "session.recorded.v1") throw new Error("not a session");
  const { sessionId, endedAt, outcome, reason, steps, scores, surface } = event.data;
  const worst = change.dur === undefined ? scores.worst : { back: change.dur, leg: 0 };
  const data = { endedAt, outcome, reason, steps, surface, scores: { ...scores, worst }, notes: "" };
  return eventOn("session.edited.v1", event.localDate, { ...data, sessionId, sessionDate: event.localDate }, hour);
}

describe("the morning of a Sunday session", () => {
  const sunday = () => session(SUNDAY, { level: 10 });
  const monday = morningOf(addDays(SUNDAY, 1), 2);

  it("counts when it comes with the next week", () => {
    const played = sunday();
    const { checkpoint } = foldWeek(start(), weekOf(SUNDAY), [played]);
    expect(judgedSessions(checkpoint, []).map((entry) => entry.colour)).toEqual(["NEUTRAL"]);
    expect(judgedSessions(checkpoint, [monday])).toMatchObject([{ sessionId: idOf(played), colour: "GREEN" }]);
    const next = foldWeek(checkpoint, weekOf(monday.localDate), [monday]).checkpoint;
    expect(next.state).toMatchObject({ level: 10, streak: 1 });
  });

  it("never comes when the next weeks have nothing", () => {
    const { checkpoint } = foldWeek(start(), weekOf(SUNDAY), [sunday()]);
    const later = foldWeek(checkpoint, "2026-W20", []).checkpoint;
    expect(stateOf(later)).toMatchObject({ streak: 0, last: { colour: "NEUTRAL" } });
  });
});

describe("corrections", () => {
  const first = session(day(1), { level: 10 });
  const quiet = morningOf(day(2), 2);

  it("replace what the rules look at; the latest by time, then id, wins", () => {
    expect(colours([first, quiet])).toEqual(["GREEN"]);
    const sore = edit(first, { dur: 6 }, 12);
    const better = edit(first, { dur: 4 }, 13);
    expect(colours([first, quiet, sore])).toEqual(["RED"]);
    expect(colours([better, first, quiet, sore])).toEqual(["AMBER"]);
    const twin = edit(first, { dur: 2 }, 13);
    expect(colours([twin, better, sore, first, quiet])).toEqual(["GREEN"]);
  });

  it("delete a session for good", () => {
    const gone = eventOn("session.deleted.v1", day(1), { sessionId: idOf(first), sessionDate: day(1) });
    expect(colours([first, quiet, gone])).toEqual([]);
    expect(colours([gone, edit(first, { dur: 6 }, 23), first])).toEqual([]);
  });

  it("do nothing to a session of another date or id", () => {
    const other = { sessionId: testId(), sessionDate: day(1) };
    const elsewhere = { sessionId: idOf(first), sessionDate: day(2) };
    const gone = [other, elsewhere].map((data) => eventOn("session.deleted.v1", day(1), data));
    expect(colours([first, quiet, ...gone])).toEqual(["GREEN"]);
  });

  it("leave a repeated record one session", () => {
    const again = { ...first, id: testId() };
    expect(colours([first, first, again, quiet])).toEqual(["GREEN"]);
  });
});

describe("several sessions on one date", () => {
  const at = (hour: number, dur = 2, level = 10) => session(day(1), { level, dur, hour });

  it("gives the morning to the first; the others are NEUTRAL at best", () => {
    expect(colours([at(18), at(8), morningOf(day(2), 2)])).toEqual(["GREEN", "NEUTRAL"]);
    expect(colours([at(8), at(18, 4), morningOf(day(2), 2)])).toEqual(["GREEN", "AMBER"]);
  });

  it("moves the level for the first RED only", () => {
    const judged = judgedSessions(start(), [at(8, 6), at(18, 8)]);
    expect(judged.map((entry) => entry.colour)).toEqual(["RED", "RED"]);
    expect(judged.map((entry) => entry.stateAfter.level)).toEqual([8, 8]);
  });

  it("takes the highest score of a date and moment", () => {
    const mornings = [morningOf(day(2), 1), morningOf(day(2), 5)];
    expect(colours([at(8), ...mornings])).toEqual(["RED"]);
  });
});

it("keeps a usual pain of the date when a 6 or more is told, too", () => {
  const told = profile(day(1), { usualPain: 3 });
  const high = [
    profile(day(1), { usualPain: 7 }),
    eventOn("clearance.confirmed.v1", day(1), { assessed: true, usualPain: 6 }, 20),
  ];
  const usual = (events: LogEvent[]) => walk(start(), events, epochDay(day(2))).state;
  for (const sore of high)
    expect(usual([told, sore])).toMatchObject({ usual: 3, reference: 3, lock: { screening: "C" } });
});

describe("a session played eased", () => {
  it("is told by the highest PRE of its date, not by its own", () => {
    const sore = (score: number) => [
      checkin("before", day(1), score),
      session(day(1), { level: 3, pre: 2 }),
      morningOf(day(2), 6),
    ];
    expect(colours(sore(3))).toEqual(["RED"]);
    expect(colours(sore(4))).toEqual(["AMBER"]);
  });
});

it("takes two records that share an id as one, whichever came first", () => {
  const one = session(day(1), { level: 10, dur: 6 });
  const other = { ...session(day(1), { level: 10 }), id: one.id };
  expect(judgedSessions(start(), [one, other])).toEqual(judgedSessions(start(), [other, one]));
});

it("hears the worst of more sessions than a day can have", () => {
  const many = Array.from({ length: 9 }, (_, index) =>
    session(day(1), { level: 10, hour: 8 + index, leg: index === 8 }),
  );
  expect(colours(many).pop()).toBe("RED");
});

it("sums a week: sessions as edited, without deleted ones, and variety", () => {
  const [one, two, three] = [1, 3, 5].map((number) => session(day(number), { level: 10 }));
  if (one === undefined || two === undefined || three === undefined) throw new Error("three sessions");
  const gone = eventOn("session.deleted.v1", day(3), { sessionId: idOf(two), sessionDate: day(3) });
  const swim = eventOn("variety.recorded.v1", day(4), { kind: "swim", minutes: 25, rpe: 3, scores: null });
  const { totals } = foldWeek(start(), weekOf(day(1)), [one, two, three, three, gone, swim]);
  expect(totals).toEqual({ sessions: 2, activeS: 2 * 28 * 60, runS: 720, variety: 1, varietyMin: 25 });
  expect(addTotals(totals, totals)).toMatchObject({ sessions: 4, runS: 1440, varietyMin: 50 });
  expect(addTotals(undefined, totals)).toEqual(totals);
});

it("refuses a week that the checkpoint holds already", () => {
  expect(() => foldWeek(start(), weekOf(SATURDAY), [])).toThrowError(/already holds/);
});

it("ignores events of other weeks", () => {
  const other = session("2026-04-15", { level: 10 });
  expect(foldWeek(start(), weekOf(SUNDAY), [other])).toEqual(foldWeek(start(), weekOf(SUNDAY), []));
});

it("stays within 3 KB with a full profile, a full history and too many entries on the Sunday", () => {
  const preference = { muted: false, strength: "normal" as const, leadS: 10 };
  const events: LogEvent[] = [
    screening("2026-01-05", [4, 8, 12], { urgent: [4] }),
    profile("2026-01-05", {
      ...{
        placement: { walkMin: 60, jog: { boutS: 60, timesPerWeek: 3, worstPain: 2 } },
        usualPain: 5,
        birthYear: 1970,
      },
      ...{ heartRate: { restingBpm: 60, maxBpm: 180, reliable: true }, days: [1, 2, 3, 4, 5, 6, 7], wakeUp: "06:30" },
      ...{ preferredStart: "07:30", weeklyTarget: 4, ceilingLevel: 25, optIn: true, pausedUntil: "2026-12-31" },
      ...{
        zone: "America/Argentina/ComodRivadavia",
        units: "metric",
        language: "en",
        emergencyNumber: "+49 112 112 112 112 112",
      },
      cues: Object.fromEntries(CUE_SETTINGS.map((kind) => [kind, preference])),
    }),
  ];
  let date = "2026-01-05";
  for (; date < "2026-03-29"; date = addDays(date, 1)) {
    events.push(
      checkin("before", date, 6),
      morningOf(date, 5),
      session(date, { level: 12, dur: 7, leg: true, rpe: 9 }),
    );
  }
  for (let hour = 6; hour < 20; hour += 1) {
    events.push(session(date, { level: 20, hour, leg: true, over: { outcome: "stopped", reason: "pain" } }));
    events.push(eventOn("clearance.confirmed.v1", date, { assessed: true, usualPain: 3 }, hour));
    events.push(screening(date, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]));
    events.push(
      eventOn("questionnaire.answered.v1", date, { kind: "rmdq", items: Array(24).fill(1), version: 1 }, hour),
    );
  }
  const weeks = [...new Set(events.map((event) => weekOf(event.localDate)))].sort();
  const last = weeks.reduce((checkpoint, week) => foldWeek(checkpoint, week, events).checkpoint, EMPTY_CHECKPOINT);
  expect(v.parse(Checkpoint, JSON.parse(JSON.stringify(last)))).toEqual(last);
  expect(JSON.stringify(last).length).toBeLessThanOrEqual(3072);
  expect(judgedSessions(last, []).length).toBeGreaterThan(1);
});
