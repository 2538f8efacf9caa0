import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../contract/parse.ts";
import { SessionRecorded } from "../contract/session.ts";
import { BackstrideError } from "../error.ts";
import { decodeTrace } from "../trace/trace.ts";
import type { Entry } from "./entry.ts";
import { dateAtOffset, sessionRecord } from "./record.ts";
import { replay } from "./session.ts";
import { settle } from "./settle.ts";
import { startEntry, T0 } from "./testing.ts";

const MADE = { app: "0.1.0", device: "Amazfit Balance" };
const HOUR = 3_600_000;

function ended(...entries: Entry[]) {
  const state = replay([startEntry(), ...entries]);
  if (state === null) throw new Error("no session");
  return settle(state, T0 + HOUR);
}

test("a session left alone becomes a valid record of the whole plan", () => {
  const record = parse(SessionRecorded, sessionRecord(ended(), MADE));
  expect(record).toMatchObject({
    level: 5,
    startedAt: "2026-11-22T06:00:00.000Z",
    endedAt: "2026-11-22T06:23:30.000Z",
    outcome: "completed",
    reason: null,
    trace: null,
    effortHr: null,
    scores: { before: { back: 2, leg: 0 }, worst: null, after: null, rpe: null, legSymptoms: null },
  });
  expect(record.steps).toHaveLength(14);
  expect(record.steps.every((step) => step.doneS === step.plannedS)).toBe(true);
});

test("answers, trace and ledger are in the record, the ledger by due time", () => {
  const record = sessionRecord(
    ended(
      { do: "cue", at: T0 + 900, cue: { id: "0.core", kind: "core", dueAt: T0 + 700 }, tier: "held" },
      { do: "drop", at: T0 + 901, cues: [{ id: "0.walk", kind: "walk", dueAt: T0 }] },
      { do: "samples", at: T0 + 10_000, from: 0, hr: [90, 95], cadence: [0, 0] },
      { do: "pain", at: T0 + 20_000, pain: { back: 5, leg: 0 }, walkOnly: false },
      { do: "end", at: T0 + 30_000, outcome: "ended-early", reason: "effort" },
      {
        do: "answer",
        at: T0 + 40_000,
        worst: { back: 3, leg: 1 },
        after: { back: 2, leg: 1 },
        rpe: 5,
        legSymptoms: false,
      },
    ),
    MADE,
  );
  expect(parse(SessionRecorded, record)).toEqual(record);
  expect(record.scores).toMatchObject({
    worst: { back: 5, leg: 1 },
    after: { back: 2, leg: 1 },
    rpe: 5,
    legSymptoms: false,
  });
  expect(record.trace?.hr === null || record.trace === null ? null : decodeTrace(record.trace.hr)).toEqual([90, 95]);
  expect(record.trace?.cadence).toBeNull();
  expect(record.cues).toEqual([
    { kind: "walk", dueMs: 0, firedMs: null, state: "dropped", tier: null },
    { kind: "core", dueMs: 700, firedMs: 900, state: "fired", tier: "held" },
  ]);
});

test("what was told besides is in the record; what was not is left out", () => {
  const told = {
    do: "answer",
    worst: { back: 0, leg: 0 },
    after: { back: 0, leg: 0 },
    rpe: 2,
    legSymptoms: false,
  } as const;
  const of = (more: object): SessionRecorded =>
    parse(SessionRecorded, sessionRecord(ended({ ...told, at: T0 + 2_000_000, ...more }), MADE));
  expect(of({ stiffness: 3, surface: "grass" })).toMatchObject({ surface: "grass", scores: { stiffness: 3 } });
  expect(of({ stiffness: 3 }).scores).not.toHaveProperty("energy");
  expect(of({})).toMatchObject({ surface: null });
});

test("a session still going gives no record", () => {
  const state = replay([startEntry()]);
  if (state === null) throw new Error("no session");
  expect(() => sessionRecord(state, MADE)).toThrow(BackstrideError);
});

test("however many cues were given, the record stays valid and small enough for one message", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (count) => {
      const cues: Entry[] = Array.from({ length: count }, (_, index) => ({
        do: "cue",
        at: T0 + index * 3000,
        cue: { id: `${index}.run`, kind: "run", dueAt: T0 + index * 3000 },
        tier: "held",
      }));
      const record = sessionRecord(ended(...cues), MADE);
      expect(parse(SessionRecorded, record).cues.length).toBe(Math.min(240, count));
    }),
    { numRuns: 20 },
  );
});

test("a level-5 session with its cues and an hour of heart rate fits into 6 KB", () => {
  const samples = Array.from({ length: 300 }, (_, index) => 120 + Math.round(20 * Math.sin(index / 5)));
  const cues: Entry[] = Array.from({ length: 30 }, (_, index) => ({
    do: "cue",
    at: T0 + index * 45_000,
    cue: { id: `${index}.run`, kind: "run", dueAt: T0 + index * 45_000 },
    tier: "held",
  }));
  const all = ended(...cues, { do: "samples", at: T0 + 1_400_000, from: 0, hr: samples, cadence: samples });
  expect(JSON.stringify(sessionRecord(all, MADE)).length).toBeLessThan(6 * 1024);
});

test.each([
  ["2026-11-22T23:30:00Z", 60, "2026-11-23"],
  ["2026-11-22T23:30:00Z", -480, "2026-11-22"],
  ["2026-12-31T11:00:00Z", 780, "2027-01-01"],
])("%s at offset %d is the local date %s", (instant, offset, date) => {
  expect(dateAtOffset(Date.parse(instant), offset)).toBe(date);
});
