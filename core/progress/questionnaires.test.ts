import { describe, expect, it } from "vitest";
import { addDays, epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import { PSFS_EN, RMDQ_EN } from "../text/en/questionnaires.ts";
import { EMPTY_CHECKPOINT } from "./checkpoint.ts";
import { foldWeek } from "./fold.ts";
import { questionnairesDue } from "./questionnaires.ts";
import { eventOn, personAt, profile, screening } from "./testing.ts";
import { walk } from "./walk.ts";

const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);
const answered = (kind: "rmdq" | "psfs", number: number): LogEvent =>
  eventOn("questionnaire.answered.v1", day(number), { kind, items: [0, 0, 3], version: 1 });
const dueOn = (number: number, events: LogEvent[], checkpoint = personAt(6, SATURDAY)) =>
  questionnairesDue(walk(checkpoint, events, epochDay(day(number))).state, epochDay(day(number)));

describe("the questionnaires", () => {
  it("are due at the start, once it is known where the person stands", () => {
    expect(dueOn(1, [screening(day(0))], EMPTY_CHECKPOINT)).toEqual([]);
    const start = [screening(day(0)), profile(day(0), { placement: { walkMin: 20, jog: null } })];
    expect(dueOn(1, start, EMPTY_CHECKPOINT)).toEqual(["rmdq", "psfs"]);
  });

  it("are due again 28 days after the latest answer, each for itself", () => {
    const events = [answered("rmdq", 1), answered("psfs", 3)];
    expect(dueOn(3, events)).toEqual([]);
    expect(dueOn(28, events)).toEqual([]);
    expect(dueOn(29, events)).toEqual(["rmdq"]);
    expect(dueOn(30, events)).toEqual(["rmdq"]);
    expect(dueOn(31, events)).toEqual(["rmdq", "psfs"]);
    expect(dueOn(31, [...events, answered("psfs", 20)])).toEqual(["rmdq"]);
  });

  it("are remembered by the checkpoint", () => {
    const events = [answered("rmdq", 1), answered("psfs", 3)];
    const { checkpoint } = foldWeek(personAt(6, SATURDAY), "2026-W11", events);
    expect([28, 29, 31].map((number) => dueOn(number, [], checkpoint))).toEqual([[], ["rmdq"], ["rmdq", "psfs"]]);
  });

  it("wait while somebody needs emergency or urgent care, not while running waits", () => {
    expect(dueOn(1, [screening(day(1), [1])])).toEqual([]);
    expect(dueOn(1, [screening(day(1), [6])])).toEqual([]);
    expect(dueOn(1, [screening(day(1), [12])])).toEqual(["rmdq", "psfs"]);
    expect(dueOn(1, [screening(day(1), [16], { urgent: [16] })])).toEqual([]);
  });
});

it("has the 24 sentences of the published questionnaire, each once", () => {
  expect(new Set(RMDQ_EN.items).size).toBe(24);
  for (const sentence of RMDQ_EN.items) expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(RMDQ_EN.items.filter((sentence) => !/back/.test(sentence))).toEqual([]);
  expect(Object.values(PSFS_EN).every((text) => text.length > 10)).toBe(true);
});
