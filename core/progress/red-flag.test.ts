import { describe, expect, it } from "vitest";
import { addDays, epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { eventOn, personAt, screening, session } from "./testing.ts";
import { walk } from "./walk.ts";

const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);
const lockOf = (events: LogEvent[], today = 6) => walk(personAt(10, SATURDAY), events, epochDay(day(today))).state.lock;
const cleared = (number: number, hour = 20) =>
  eventOn("clearance.confirmed.v1", day(number), { assessed: true, usualPain: 2 }, hour);

type Told = "red-flag" | "pain" | "external";
const stopped = (number: number, reason: Told) =>
  session(day(number), { level: 10, share: 0.5, over: { outcome: "stopped", reason } });

function idOf(event: LogEvent): string {
  if (event.type !== "session.recorded.v1") throw new Error("not a session");
  return event.data.sessionId;
}

function edit(event: LogEvent, reason: Told, hour: number): LogEvent {
  if (event.type !== "session.recorded.v1") throw new Error("not a session");
  const { sessionId, endedAt, steps, scores } = event.data;
  const data = { sessionId, sessionDate: event.localDate, endedAt, steps, scores, surface: null, notes: "" };
  return eventOn("session.edited.v1", event.localDate, { ...data, outcome: "stopped", reason }, hour);
}

const gone = (event: LogEvent) =>
  eventOn("session.deleted.v1", event.localDate, { sessionId: idOf(event), sessionDate: event.localDate }, 12);

describe("a red flag that was told stays told", () => {
  const flag = stopped(2, "red-flag");

  it("when its session is deleted", () => {
    expect(lockOf([flag, gone(flag)])).toMatchObject({ screening: "E", since: epochDay(day(2)) });
    const judged = walk(personAt(10, SATURDAY), [flag, gone(flag)], epochDay(day(6))).verdicts;
    expect(judged).toEqual([]);
  });

  it("when an edit of its session drops it, and the rest of the edit counts", () => {
    const events = [flag, edit(flag, "external", 12)];
    expect(lockOf(events)).toMatchObject({ screening: "E", since: epochDay(day(2)) });
    const judged = walk(personAt(10, SATURDAY), events, epochDay(day(6))).verdicts;
    expect(judged.map(({ colour }) => colour)).toEqual(["NEUTRAL"]);
  });

  it("when only an edit told of it and a later one drops it", () => {
    const plain = stopped(2, "pain");
    expect(lockOf([plain, edit(plain, "red-flag", 12), edit(plain, "external", 13)])?.screening).toBe("E");
  });

  it("until somebody who was assessed says so", () => {
    expect(lockOf([flag, gone(flag), cleared(3)])).toBeNull();
    expect(lockOf([cleared(1), flag, gone(flag)])?.screening).toBe("E");
  });

  it("and an edit or deletion of any other session locks nothing", () => {
    const plain = stopped(2, "pain");
    expect(lockOf([plain, gone(plain)])).toBeNull();
    expect(lockOf([edit(plain, "red-flag", 12)])).toBeNull();
  });
});

describe('a "cleared" given before the yes', () => {
  const at = (event: LogEvent, instant: string): LogEvent => ({ ...event, at: instant });
  const yes = at(screening(day(2), [1], { last: 8 }), `${day(2)}T18:00:00Z`);

  it("lifts nothing, whatever local date a flight or a slip gave it", () => {
    expect(lockOf([yes, at(cleared(3), `${day(2)}T17:59:59Z`)])?.screening).toBe("E");
    expect(lockOf([yes, at(cleared(60), `${day(1)}T08:00:00Z`)], 61)?.screening).toBe("E");
    expect(lockOf([yes, at(cleared(3), `${day(2)}T18:00:01Z`)])).toBeNull();
  });

  it("lifts nothing of a second yes either", () => {
    const again = at(screening(day(3), [12]), `${day(3)}T09:00:00Z`);
    expect(lockOf([yes, again, at(cleared(4), `${day(3)}T08:00:00Z`)])?.screening).toBe("E");
  });

  it("lifts nothing of a session stopped for a red flag", () => {
    const flag = stopped(2, "red-flag");
    expect(lockOf([flag, at(cleared(3), `${day(2)}T07:59:00Z`)])?.screening).toBe("E");
    expect(lockOf([flag, gone(flag), at(cleared(3), `${day(2)}T07:59:00Z`)])?.screening).toBe("E");
  });
});
