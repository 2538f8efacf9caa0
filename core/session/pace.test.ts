import fc from "fast-check";
import { expect, test } from "vitest";
import { warmupBlock } from "../blocks/blocks.ts";
import { cuesOf } from "../cues/schedule.ts";
import { fadeAfter, scriptOf } from "../cues/script.ts";
import { BackstrideError } from "../error.ts";
import { ladderSteps } from "../ladder/ladder.ts";
import { cadenceTarget } from "./cadence.ts";
import type { Action, Entry } from "./entry.ts";
import { apply, replay } from "./session.ts";
import { settle } from "./settle.ts";
import type { SessionState } from "./state.ts";
import { startEntry, T0 } from "./testing.ts";

const at = (seconds: number): number => T0 + seconds * 1000;
function play(...entries: Entry[]): SessionState {
  const state = replay([startEntry(), ...entries]);
  if (state === null) throw new Error("no session");
  return state;
}
const kindOf = (state: SessionState) => state.head.steps[state.step]?.kind;

test("a step can be repeated: it begins anew, its cues are new ones, what was done stays counted", () => {
  const again = play({ do: "repeat", at: at(310) });
  expect(again).toMatchObject({ step: 1, visit: 2, stepStartedAt: at(310) });
  expect(again.doneMs[1]).toBe(10_000);
  expect(cuesOf(again)[0]).toMatchObject({ id: "2.run", dueAt: at(310) });
  expect(play({ do: "pause", at: at(10) }, { do: "repeat", at: at(20) })).toMatchObject({ status: "running", step: 0 });
});

test("easing off for pain cuts this run only, and is told as pain", () => {
  const eased = play({ do: "ease", at: at(305), why: "pain" });
  expect(eased).toMatchObject({ step: 2, cut: "pain", walkOnly: false });
  expect(kindOf(settle(eased, at(305 + 121)))).toBe("run");
  expect(play({ do: "ease", at: at(305) }).cut).toBe("effort");
});

test("once there is no more running, neither back nor repeat lead into a run", () => {
  const walking = play({ do: "pain", at: at(305), pain: { back: 4, leg: 0 }, walkOnly: true });
  expect(kindOf(walking)).toBe("walk");
  expect(kindOf(apply(walking, { do: "back", at: at(310) }))).toBe("warmup-walk");
});

const actions: readonly Action["do"][] = [
  "pause",
  "resume",
  "skip",
  "back",
  "repeat",
  "ease",
  "extend",
  "pain",
  "end",
  "instead",
  "leave",
];
const entry = (kind: Action["do"], when: number): Action => {
  if (kind === "extend") return { do: kind, at: when, s: 60 };
  if (kind === "pain") return { do: kind, at: when, pain: { back: 3, leg: 1 }, walkOnly: true };
  if (kind === "end") return { do: kind, at: when, outcome: "ended-early", reason: "external" };
  return { do: kind, at: when };
};
const presses = fc.array(fc.tuple(fc.constantFrom(...actions), fc.integer({ min: 0, max: 400 })), { maxLength: 25 });

test("whatever is pressed, it is refused by name or leaves a session that holds together", () => {
  fc.assert(
    fc.property(presses, fc.integer({ min: 0, max: 25 }), (pressed, level) => {
      const journal: Entry[] = [
        startEntry({ steps: [...warmupBlock({ brittle: false }), ...ladderSteps(level)], level }),
      ];
      let state = replay(journal);
      let now = T0;
      for (const [kind, wait] of pressed) {
        now += wait * 1000;
        const before: SessionState = state ?? play();
        try {
          state = apply(before, entry(kind, now));
          journal.push(entry(kind, now));
        } catch (error) {
          expect(error).toBeInstanceOf(BackstrideError);
          expect((error as BackstrideError).code).toMatch(/^session_/);
          continue;
        }
        const done = state.doneMs.reduce((sum, ms) => sum + ms, 0);
        expect(done).toBeLessThanOrEqual(now - T0);
        if (state.walkOnly && state.status !== "ended") expect(kindOf(state)).not.toBe("run");
        if (before.walkOnly) expect(state.walkOnly).toBe(true);
      }
      expect(replay(journal)).toEqual(state);
    }),
    { numRuns: 400 },
  );
});

test("checks fade after four weeks and eight, the one of the warm-up stays", () => {
  expect([0, 27, 28, 55, 56, 400].map(fadeAfter)).toEqual([0, 0, 1, 1, 2, 2]);
  for (let level = 0; level <= 25; level += 1) {
    const checks = ([0, 1, 2] as const).map(
      (fade) => scriptOf(ladderSteps(level), fade).filter(({ kind }) => kind === "core" || kind === "posture").length,
    );
    const [all = 0, half, first] = checks;
    expect(half).toBe(Math.ceil(all / 2));
    expect(first).toBe(Math.min(1, all));
  }
});

test("the cadence hint is five per cent above the person's own running cadence, once a minute of it is known", () => {
  const steps = ladderSteps(12);
  const cadence = Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? 158 : 162));
  const samples: Entry = { do: "samples", at: at(800), from: 0, hr: cadence.map(() => 0), cadence };
  const state = replay([startEntry({ steps, level: 12 }), samples]);
  if (state === null) throw new Error("no session");
  expect(cadenceTarget(settle(state, at(310)))).toBeNull();
  expect(cadenceTarget(settle(state, at(800)))).toBe(168);
  expect(cadenceTarget({ ...settle(state, at(800)), cadence: cadence.map(() => 90) })).toBeNull();
});
