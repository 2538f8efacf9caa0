import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Decision } from "../contract/plan.ts";
import { PlanChange } from "../contract/plan-history.ts";
import { Language } from "../contract/primitives.ts";
import { profileOf } from "../progress/profile.ts";
import { checkin, eventOn, morningOf, personAt, profile, screening, session } from "../progress/testing.ts";
import { planChangeText } from "../text/plan-changes.ts";
import { decide } from "./decide.ts";
import { differenceOf } from "./difference.ts";

const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);

function planOn(number: number, events: readonly LogEvent[]): Decision {
  const checkpoint = personAt(10, SATURDAY);
  return decide(checkpoint, events, profileOf(checkpoint, events), day(number));
}

/** The change from the plan of a date to the one after more was told. */
function change(number: number, before: readonly LogEvent[], ...more: LogEvent[]): PlanChange | null {
  const found = differenceOf(planOn(number, before), planOn(number, [...before, ...more]), "en");
  return found === null ? null : v.parse(PlanChange, found);
}

const chosen = (choice: "pause" | "resume" | "move", date: string) =>
  eventOn("plan.chosen.v1", day(4), { planId: null, choice, date });
const cleared = eventOn("clearance.confirmed.v1", day(4), { assessed: true, usualPain: 2 }, 20);
const first = session(day(1), { level: 10 });
const quiet = [first, morningOf(day(2), 2), session(day(3), { level: 10 })];
const twice = [...quiet, morningOf(day(4), 2)];

describe("the change that counts most leads", () => {
  it.each<[string, LogEvent[], LogEvent, string]>([
    ["locked", twice, screening(day(4), [1]), "Your plan was put on hold."],
    ["unlocked", [...twice, screening(day(4), [12])], cleared, "The hold was lifted, and your plan goes on."],
    ["paused", twice, chosen("pause", day(9)), "Your pause began."],
    [
      "resumed",
      [...twice, chosen("pause", day(9))],
      chosen("resume", day(4)),
      "Your pause ended, and your plan goes on.",
    ],
    ["up", quiet, morningOf(day(4), 2), "Up from level 10 to level 11."],
    ["down", twice, session(day(5), { level: 11, dur: 6 }), "Down from level 11 to level 2."],
    ["moved", twice, chosen("move", day(7)), "The next session moved to another day."],
    ["retimed", twice, profile(day(4), { preferredStart: "18:00" }), "The next session begins at another time of day."],
  ])("%s", (kind, before, event, what) => {
    expect(change(4, before, event)).toMatchObject({ kind, what });
  });

  it("rest today, and an outing again", () => {
    const [bad, before] = [planOn(5, [...twice, checkin("before", day(5), 8)]), planOn(5, twice)];
    expect(differenceOf(before, bad, "en")).toMatchObject({ kind: "rest", level: { from: 11, to: null } });
    expect(differenceOf(bad, before, "en")).toMatchObject({
      kind: "offered",
      what: expect.stringContaining("level 11"),
    });
  });

  it("another warm-up at the same level", () => {
    const before = planOn(4, twice);
    const [warmup, ...steps] = before.steps;
    if (warmup === undefined) throw new Error("no steps");
    const after = { ...before, steps: [{ ...warmup, plannedS: 480 }, ...steps] };
    expect(differenceOf(before, after, "en")).toMatchObject({ kind: "steps", level: null, fired: [] });
  });
});

describe("because of what", () => {
  it("names rules that fired, rules that no longer do, and the values that rules saw before and now", () => {
    const found = change(4, quiet, morningOf(day(4), 2));
    expect(found?.fired.map(({ id }) => id)).toEqual(["C.green", "U.progress"]);
    expect(found?.gone).toEqual(["C.neutral.morning", "U.neutral", "U.await"]);
    expect(found?.inputs).toEqual([
      { rule: "F.block", name: "greens", from: 1, to: 2 },
      { rule: "W.next", name: "level", from: 10, to: 11 },
    ]);
    expect(found).toMatchObject({ level: { from: 10, to: 11 }, state: { from: "hold", to: "progress" }, date: null });
  });

  it("a new reason for the same outing is a change, too", () => {
    const found = change(5, twice, checkin("before", day(5), 2));
    expect(found).toMatchObject({ kind: "reason", level: null, date: null, gone: [] });
    expect(found?.fired).toEqual([{ id: "D.go", inputs: { pre: 2, base: 2, level: 11 } }]);
  });
});

it("is nothing when only the sessions since the checkpoint or the words differ", () => {
  const plan = planOn(4, twice);
  expect(differenceOf(plan, plan, "en")).toBeNull();
  expect(differenceOf(plan, { ...plan, basis: [], sentence: "Anders.", wouldChange: [] }, "en")).toBeNull();
});

it("speaks of levels where English does, in every language", () => {
  const levels = { from: 11, to: 9 };
  for (const language of Language.options) {
    for (const kind of PlanChange.entries.kind.options) {
      const numbers = (text: string) => text.match(/\d+/g) ?? [];
      const text = planChangeText(kind, levels, language);
      expect(numbers(text), text).toEqual(numbers(planChangeText(kind, levels, "en")));
    }
  }
  expect(planChangeText("up", levels, undefined)).toBe(planChangeText("up", levels, "en"));
});
