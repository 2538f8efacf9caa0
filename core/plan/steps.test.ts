import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isExercise, withoutExercises } from "../blocks/steps.ts";
import { addDays, epochDay } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Decision } from "../contract/plan.ts";
import type { ProfileChange } from "../contract/profile.ts";
import { EMPTY_CHECKPOINT } from "../progress/checkpoint.ts";
import { greensOn, stageOn } from "../progress/growth.ts";
import { profileOf } from "../progress/profile.ts";
import type { State } from "../progress/state.ts";
import { checkin, doneSteps, eventOn, morningOf, personAt, profile, screening, session } from "../progress/testing.ts";
import { totalsOf } from "../progress/totals.ts";
import { walk } from "../progress/walk.ts";
import { decide } from "./decide.ts";
import { lifeOf, lived } from "./life.arbitrary.ts";

const SATURDAY = "2026-03-07";
const day = (number: number) => addDays(SATURDAY, number + 1);

function planOn(number: number, events: LogEvent[], more: Partial<State> = {}, level = 10): Decision {
  const checkpoint = personAt(level, SATURDAY, 2, more);
  return decide(checkpoint, events, profileOf(checkpoint, events), day(number));
}

const moves = ({ steps }: Decision) => steps.map(({ move }) => move);
const rule = ({ rules }: Decision) => rules.filter(({ id }) => id.startsWith("F."));
describe("exercises of a plan", () => {
  it("come before and after the walking, and the plan says at which stage", () => {
    const plan = planOn(1, [], { greens: 13 });
    expect(plan.steps[0]).toMatchObject({ kind: "stretch" });
    expect(plan.steps[plan.steps.length - 1]).toMatchObject({ kind: "stretch", move: "cobra" });
    expect(rule(plan)).toEqual([{ id: "F.block", inputs: { stage: 2, greens: 13, brittle: false } }]);
  });

  it("are none at a score of 4, and there at 3", () => {
    expect(moves(planOn(1, [checkin("before", day(1), 3)]))).toContain("plank");
    const sore = planOn(1, [checkin("before", day(1), 4)]);
    expect(sore.steps).toEqual(withoutExercises(sore.steps));
    expect(rule(sore)).toEqual([{ id: "F.none", inputs: { because: "sore" } }]);
  });

  it("are none from a RED until its hold is over, nor under a lock", () => {
    const red = [session(day(1), { level: 10, dur: 7 })];
    expect(rule(planOn(2, red))).toEqual([{ id: "F.none", inputs: { because: "red" } }]);
    const quiet = [...red, morningOf(day(3), 2), screening(day(3), [], { last: 8 })];
    expect(moves(planOn(4, quiet))).toContain("plank");
    expect(rule(planOn(1, [screening(day(1), [12])]))).toEqual([{ id: "F.none", inputs: { because: "lock" } }]);
  });

  it("leave knee to chest out early in the day and for fragile bones", () => {
    const told = (data: ProfileChange) => planOn(1, [profile(day(1), data)]);
    expect(moves(told({ wakeUp: "06:00", preferredStart: "07:00" }))[1]).toBe("knee-to-chest");
    expect(moves(told({ wakeUp: "06:00", preferredStart: "06:59" }))[1]).toBe("cat-cow-easy");
    expect(moves(planOn(1, [], { brittle: true }))).not.toContain("knee-to-chest");
  });

  it("remember fragile bones when the lock of the answer is lifted", () => {
    const cleared = eventOn("clearance.confirmed.v1", day(2), { assessed: true, usualPain: 2 });
    const plan = planOn(3, [screening(day(1), [8]), cleared]);
    expect(moves(plan)).toContain("plank");
    expect(moves(plan)).not.toContain("knee-to-chest");
  });
});

it("never grow after a session that was not GREEN, whatever the life", () => {
  fc.assert(
    fc.property(lifeOf(60).map(lived), ({ events }) => {
      const { verdicts } = walk(EMPTY_CHECKPOINT, events, epochDay("2026-12-31"));
      for (const { before, after, day: judged, colour } of verdicts) {
        if (greensOn(after, judged) > greensOn(before, judged)) expect(colour).toBe("GREEN");
        expect(stageOn(after, judged)).toBeLessThanOrEqual(stageOn(before, judged) + 1);
      }
    }),
    { numRuns: 30, interruptAfterTimeLimit: 10_000 },
  );
});

it("count for nothing: totals and colours are those of the walking alone", () => {
  const plan = planOn(1, []);
  const exercises = plan.steps.filter(isExercise).map((step) => ({ ...step, doneS: step.plannedS }));
  const alone = session(day(1), { level: 10 });
  const both = session(day(1), { level: 10, over: { steps: [...doneSteps(10, 1), ...exercises] } });
  expect(totalsOf([both])).toEqual(totalsOf([alone]));
  const next = (event: LogEvent) => planOn(3, [event, morningOf(day(2), 2)]);
  expect(next(both)).toMatchObject({
    level: next(alone).level,
    state: next(alone).state,
    sentence: next(alone).sentence,
  });
});
