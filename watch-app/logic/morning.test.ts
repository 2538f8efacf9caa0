import fc from "fast-check";
import { expect, test } from "vitest";
import { LogEvent } from "../../core/contract/event.ts";
import { parse } from "../../core/contract/parse.ts";
import { morningEvent } from "./events.ts";
import { askFrom, missingMorning, nextMorningAt } from "./morning.ts";
import { MORNING } from "./questions.ts";

const days = {
  today: "2026-11-22",
  yesterday: "2026-11-21",
  tomorrow: "2026-11-23",
  lastRun: null,
  mayRun: true,
  runFrom: null,
  flagged: false,
};

test.each([
  ["the morning after, once it is time", "2026-11-21", null, 420, "2026-11-22"],
  ["too early: half an hour after waking", "2026-11-21", null, 419, null],
  ["already told", "2026-11-21", "2026-11-22", 600, null],
  ["told about an earlier one", "2026-11-21", "2026-11-20", 600, "2026-11-22"],
  ["the session was today", "2026-11-22", null, 1400, null],
  ["late, early on the day after: it carries its own date", "2026-11-19", null, 10, "2026-11-20"],
  ["too long ago to remember", "2026-11-18", null, 600, null],
  ["no session yet", null, null, 600, null],
] as const)("a morning is missing: %s", (_, lastSession, told, minute, date) => {
  expect(missingMorning({ lastSession, told }, days, minute, askFrom("06:30"))).toBe(date);
});

test("it is asked half an hour after waking, by default at seven", () => {
  expect(askFrom("06:30")).toBe(420);
  expect(askFrom(null)).toBe(420);
  expect(askFrom(undefined)).toBe(420);
  expect(askFrom("23:45")).toBe(15);
});

test("the next morning is at that minute of the wall clock, within a day, anywhere", () => {
  const now = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(now, fc.integer({ min: -720, max: 840 }), minute, (at, offset, wake) => {
      const two = (value: number): string => String(value).padStart(2, "0");
      const time = `${two(Math.floor(wake / 60))}:${two(wake % 60)}`;
      const next = nextMorningAt(at, offset, time);
      expect(next).toBeGreaterThan(at);
      expect(next - at).toBeLessThanOrEqual(86_400_000);
      expect(new Date(next + offset * 60_000).toISOString().slice(11, 19)).toBe(
        new Date(askFrom(time) * 60_000).toISOString().slice(11, 19),
      );
    }),
  );
});

test("the answer is a valid log event of its morning, in two taps", () => {
  const moment = { at: Date.UTC(2026, 10, 22, 6, 0), utcOffsetMin: 60 };
  const event = morningEvent("01930000-0000-7000-8000-000000000003", moment, { back: 3, leg: 0 }, "2026-11-21");
  expect(parse(LogEvent, { ...event, source: "watch" })).toMatchObject({
    localDate: "2026-11-22",
    data: { kind: "morning", forDate: "2026-11-21", back: 3, leg: 0 },
  });
  expect(MORNING).toHaveLength(2);
});
