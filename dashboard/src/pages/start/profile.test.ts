import { describe, expect, it } from "vitest";
import { parse } from "../../../../core/contract/parse.ts";
import { ProfileChange } from "../../../../core/contract/profile.ts";
import { EMPTY_YOU, errorsIn, profileOf, type YouForm } from "./profile.ts";
import { firstMissing } from "./steps.ts";

const WALKER: YouForm = { ...EMPTY_YOU, usualPain: 3, walkMin: 20, jogs: false };
const JOGGER: YouForm = { ...WALKER, jogs: true, jogTimes: "3", jogBoutMin: "1,5", jogPain: 1 };

describe("where the person is", () => {
  it("must be answered, not guessed", () => {
    expect([...errorsIn(EMPTY_YOU)]).toEqual(["usualPain", "walkMin", "jogs"]);
    expect([...errorsIn(WALKER)]).toEqual([]);
  });

  it.each([
    ["jogTimes", "0"],
    ["jogTimes", "2.5"],
    ["jogTimes", ""],
    ["jogTimes", "15"],
    ["jogBoutMin", "0"],
    ["jogBoutMin", "many"],
    ["jogBoutMin", ""],
  ])("does not take %s of “%s”", (name, value) => {
    expect([...errorsIn({ ...JOGGER, [name]: value })]).toEqual([name]);
  });

  it("asks about jogging only those who jog", () => {
    expect([...errorsIn({ ...JOGGER, jogPain: null })]).toEqual(["jogPain"]);
    expect([...errorsIn({ ...JOGGER, jogs: false, jogPain: null })]).toEqual([]);
  });

  it("needs a day and a time", () => {
    expect([...errorsIn({ ...WALKER, days: [], wakeUp: "" })]).toEqual(["days", "wakeUp"]);
  });

  it("becomes an event that the contract knows", () => {
    expect(parse(ProfileChange, profileOf({ ...JOGGER, days: [6, 2] }, "Europe/Berlin", "de"))).toEqual({
      placement: { walkMin: 20, jog: { boutS: 90, timesPerWeek: 3, worstPain: 1 } },
      usualPain: 3,
      days: [2, 6],
      wakeUp: "06:30",
      zone: "Europe/Berlin",
      language: "de",
    });
    expect(profileOf(WALKER, undefined, "en").placement?.jog).toBeNull();
  });
});

it("takes up the setup where the service says it was left", () => {
  expect(firstMissing({ screened: false, placed: false })).toBe("safety");
  expect(firstMissing({ screened: true, placed: false })).toBe("you");
  expect(firstMissing({ screened: true, placed: true })).toBe("watch");
});
