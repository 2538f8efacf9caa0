import { describe, expect, it } from "vitest";
import { addDays, weekOf } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { boutSeconds, runSeconds } from "../ladder/ladder.ts";
import { foldWeek, judgedSessions } from "./fold.ts";
import { checkin, morningOf, personAt, session } from "./testing.ts";

const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);
const start = () => personAt(10, SATURDAY);
const colours = (events: LogEvent[]) => judgedSessions(start(), events).map((entry) => entry.colour);

describe("what counts as done", () => {
  const judged = (told: Parameters<typeof session>[1]) => colours([session(day(1), told), morningOf(day(2), 2)])[0];
  const over = (extra: number) => {
    const event = session(day(1), { level: 10 });
    if (event.type !== "session.recorded.v1") throw new Error("not a session");
    const steps = event.data.steps.map((step, index) => (index === 1 ? { ...step, doneS: 45 + extra } : step));
    return colours([{ ...event, data: { ...event.data, steps } }, morningOf(day(2), 2)])[0];
  };

  it("takes a bout within three seconds of its time as whole", () => {
    expect(judged({ level: 10, share: 42 / 45 })).toBe("GREEN");
    expect(judged({ level: 10, share: 40 / 45 })).toBe("NEUTRAL");
  });

  it("takes more running than 10 % and 30 s over as NEUTRAL", () => {
    expect(over(36)).toBe("GREEN");
    expect(over(37)).toBe("NEUTRAL");
  });

  it("judges a session above the state level at the state level, and one below as NEUTRAL", () => {
    expect(judged({ level: 12 })).toBe("NEUTRAL");
    expect(judged({ level: 11 })).toBe("NEUTRAL");
    expect(judged({ level: 9 })).toBe("NEUTRAL");
  });

  it("takes what was run of a session cut short, at most the prescription", () => {
    const cut = session(day(1), { level: 10, share: 0.5 });
    if (cut.type !== "session.recorded.v1") throw new Error("not a session");
    const steps = cut.data.steps.map((step, index) => (index === 1 ? { ...step, doneS: 900 } : step));
    const long = { ...cut, data: { ...cut.data, steps } };
    const load = (event: LogEvent) => foldWeek(start(), weekOf(day(1)), [event]).checkpoint.load.pop();
    expect(load(cut)).toEqual([expect.any(Number), 176, 22]);
    expect(load(long)).toEqual([expect.any(Number), runSeconds(10), boutSeconds(10)]);
  });

  it("takes ending early for pain as a stop, and runs left out for pain as cut short", () => {
    const pain = { level: 10, share: 0.5, over: { reason: "pain" as const } };
    expect(judged(pain)).toBe("AMBER");
    expect(judged({ ...pain, over: { reason: "pain", outcome: "ended-early" } })).toBe("RED");
    expect(judged({ ...pain, over: { reason: "pain", outcome: "stopped" } })).toBe("RED");
    expect(judged({ ...pain, over: { reason: "effort", outcome: "stopped" } })).toBe("AMBER");
  });

  it("looks at heart rate only where it is reliable", () => {
    const heart = (reliable: boolean) => judged({ level: 10, over: { effortHr: { aboveHrr85Pct: 30, reliable } } });
    expect(heart(true)).toBe("AMBER");
    expect(heart(false)).toBe("GREEN");
  });

  it("takes the higher of back and leg", () => {
    const scores = { before: { back: 1, leg: 1 }, worst: { back: 1, leg: 6 }, after: { back: 1, leg: 1 } };
    expect(judged({ level: 10, over: { scores: { ...scores, rpe: 4, legSymptoms: false } } })).toBe("RED");
  });

  it("takes the check-in of the date for a session that was not asked before it", () => {
    const played = [session(day(1), { level: 10, pre: null }), morningOf(day(2), 2)];
    expect(colours(played)).toEqual(["NEUTRAL"]);
    expect(colours([...played, checkin("before", day(1), 2)])).toEqual(["GREEN"]);
  });

  it("lets running more than prescribed widen no limit", () => {
    const far = session(day(1), { level: 20 });
    const { checkpoint } = foldWeek(start(), weekOf(day(1)), [far]);
    expect(checkpoint.load).toContainEqual([expect.any(Number), runSeconds(10), boutSeconds(10)]);
  });
});
