import { describe, expect, it } from "vitest";
import { parse } from "../../../../core/contract/parse.ts";
import { ProfileChange } from "../../../../core/contract/profile.ts";
import { heartChange, heartErrors, heartFrom, weekChange, weekErrors, weekFrom } from "./forms.ts";

describe("the week", () => {
  it("begins with what is told, and goes out as the contract has it", () => {
    const told = { days: [6, 2], weeklyTarget: 2, wakeUp: "05:45", preferredStart: null };
    expect(weekFrom(told)).toEqual({ ...told, preferredStart: "" });
    expect(parse(ProfileChange, weekChange(weekFrom(told)))).toEqual({ ...told, days: [2, 6] });
    expect(parse(ProfileChange, weekChange(weekFrom({})))).toMatchObject({ weeklyTarget: 3, preferredStart: null });
  });

  it("needs a day and a time, but no start of its own", () => {
    const week = weekFrom({});
    expect([...weekErrors(week)]).toEqual([]);
    expect([...weekErrors({ ...week, days: [], wakeUp: "24:00", preferredStart: "7" })]).toEqual([
      "days",
      "wakeUp",
      "preferredStart",
    ]);
  });
});

describe("heart rate", () => {
  it.each([
    [undefined, "none"],
    [null, "none"],
    [{ restingBpm: 55, maxBpm: 175, reliable: true }, "limits"],
    [{ restingBpm: 60, maxBpm: 180, reliable: false }, "unreliable"],
  ] as const)("%j comes back as it was told", (heartRate, use) => {
    const form = heartFrom(heartRate === undefined ? {} : { heartRate });
    expect(form.use).toBe(use);
    expect(heartChange(form)).toEqual(heartRate ?? null);
    expect(parse(ProfileChange, { heartRate: heartChange(form) })).toEqual({ heartRate: heartRate ?? null });
  });

  it.each([
    ["30", "100", []],
    ["29", "100", ["restingBpm"]],
    ["120", "230", []],
    ["121", "231", ["restingBpm", "maxBpm"]],
    ["110", "110", ["maxBpm"]],
    ["", "", ["restingBpm", "maxBpm"]],
    ["60.5", "180", ["restingBpm"]],
  ])("limits of %s and %s are wrong in %j", (restingBpm, maxBpm, wrong) => {
    expect([...heartErrors({ use: "limits", restingBpm, maxBpm })]).toEqual(wrong);
    expect([...heartErrors({ use: "unreliable", restingBpm, maxBpm })]).toEqual([]);
  });
});
