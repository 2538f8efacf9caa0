import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { SessionRecorded } from "../../../../core/contract/session.ts";
import { ladderSteps } from "../../../../core/ladder/ladder.ts";
import { doneUpTo, instantOf, minutesOf, sessionOf } from "./entry.ts";

const scores = { before: null, worst: null, after: null, rpe: null, legSymptoms: null };
const ID = "0193a1b2-c3d4-7000-8000-000000000001";

describe("a session by hand", () => {
  it("is a record like any other: whole, of the level's steps, as long as they are", () => {
    const told = { level: 6, share: 100, reason: "pain", startedAt: new Date("2026-11-24T07:00:00Z"), scores } as const;
    const session = v.parse(SessionRecorded, sessionOf(ID, told));
    expect(session).toMatchObject({ outcome: "completed", reason: null, endedAt: "2026-11-24T07:26:00.000Z" });
    expect(session.steps.every(({ plannedS, doneS }) => plannedS === doneS)).toBe(true);
  });

  it("done in part ends early for the reason given, its later steps undone", () => {
    const told = { level: 0, share: 50, reason: "effort", startedAt: new Date(0), scores } as const;
    expect(sessionOf(ID, told)).toMatchObject({ outcome: "ended-early", reason: "effort" });
    expect(doneUpTo(ladderSteps(0), 50).map(({ doneS }) => doneS)).toEqual([60, 90, 0]);
  });
});

it("a day without a time, or a time without a day, is no instant", () => {
  expect([instantOf("", "07:00"), instantOf("2026-11-24", ""), instantOf("2026-13-01", "07:00")]).toEqual([
    ...[null, null, null],
  ]);
});

it("minutes are whole, from 1 to 600", () => {
  expect(["25", "0", "601", "2.5", "", "x"].map(minutesOf)).toEqual([25, null, null, null, null, null]);
});
