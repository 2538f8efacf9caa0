import { expect, test } from "vitest";
import { BackstrideError } from "../error.ts";
import type { Entry } from "./entry.ts";
import { apply, replay } from "./session.ts";
import { settle } from "./settle.ts";
import type { SessionState } from "./state.ts";
import { LEVEL_5, startEntry, T0 } from "./testing.ts";

const at = (seconds: number): number => T0 + seconds * 1000;

function play(...entries: Entry[]): SessionState {
  const state = replay([startEntry(), ...entries]);
  if (state === null) throw new Error("no session");
  return state;
}

const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof BackstrideError ? error.code : "unexpected";
  }
};

test.each([
  [0, 0],
  [299.9, 0],
  [300, 1],
  [314.999, 1],
  [315, 2],
  [435, 3],
  [1109, 12],
  [1110, 13],
])("after %d s of level 5 the step is number %d", (seconds, step) => {
  expect(settle(play(), at(seconds)).step).toBe(step);
});

test("left alone, a session completes at the end of its last step with every second done", () => {
  const ended = settle(play(), at(99_999));
  expect(ended).toMatchObject({ status: "ended", outcome: "completed", reason: null, endedAt: at(1410) });
  expect(ended.doneMs).toEqual(LEVEL_5.map((step) => step.plannedS * 1000));
});

test("how often time is looked at changes nothing", () => {
  let often = play();
  for (let second = 0; second <= 500; second += 0.5) often = settle(often, at(second));
  expect(often).toEqual(settle(play(), at(500)));
});

test("a pause stops the step and moves everything after it", () => {
  const resumed = play({ do: "pause", at: at(305) }, { do: "resume", at: at(365) });
  expect(settle(resumed, at(374)).step).toBe(1);
  const walking = settle(resumed, at(376));
  expect(walking.step).toBe(2);
  expect(walking.doneMs[1]).toBe(15_000);
  expect(walking.runSpans).toEqual([
    { from: at(300), to: at(305) },
    { from: at(365), to: at(375) },
  ]);
});

test("skipping leaves the step with what was done of it", () => {
  const skipped = play({ do: "skip", at: at(100) });
  expect(skipped).toMatchObject({ step: 1, visit: 1, stepStartedAt: at(100) });
  expect(skipped.doneMs[0]).toBe(100_000);
});

test("skipping the last step completes the session", () => {
  const ended = play({ do: "skip", at: at(1200) });
  expect(ended).toMatchObject({ status: "ended", outcome: "completed", endedAt: at(1200) });
});

test("going back does the step before once more and adds to what was done", () => {
  const back = play({ do: "back", at: at(320) });
  expect(back).toMatchObject({ step: 1, visit: 3 });
  const after = settle(back, at(340));
  expect(after.step).toBe(2);
  expect(after.doneMs[1]).toBe(30_000);
});

test("going back in the first step begins it anew", () => {
  expect(play({ do: "back", at: at(10) })).toMatchObject({ step: 0, stepStartedAt: at(10) });
});

test("skip and back set a paused session going again", () => {
  expect(play({ do: "pause", at: at(10) }, { do: "skip", at: at(20) })).toMatchObject({ status: "running", step: 1 });
  expect(play({ do: "pause", at: at(310) }, { do: "back", at: at(320) })).toMatchObject({ status: "running", step: 0 });
});

test("a walk can be made longer, by five minutes at most", () => {
  const longer = play({ do: "extend", at: at(320), s: 60 });
  expect(settle(longer, at(494)).step).toBe(2);
  expect(settle(longer, at(495)).step).toBe(3);
  expect(codeOf(() => apply(longer, { do: "extend", at: at(321), s: 241 }))).toBe("session_extend_limit");
});

test("heart rate cuts a run to walking and the session says so", () => {
  const eased = play({ do: "ease", at: at(305) });
  expect(eased).toMatchObject({ step: 2, cut: "effort" });
  expect(settle(eased, at(99_999))).toMatchObject({ outcome: "completed", reason: "effort" });
});

test("after pain with walking only, no run is entered again and none counts as done", () => {
  const walking = play({ do: "pain", at: at(305), pain: { back: 4, leg: 0 }, walkOnly: true });
  expect(walking.step).toBe(2);
  const ended = settle(walking, at(99_999));
  expect(ended).toMatchObject({ outcome: "completed", reason: "pain", reported: { back: 4, leg: 0 } });
  expect(ended.doneMs.filter((_, index) => LEVEL_5[index]?.kind === "run")).toEqual([5_000, 0, 0, 0, 0, 0]);
  expect(ended.endedAt).toBe(at(305 + 6 * 120 + 300));
});

test("pain that is only told leaves the session as it is and keeps the highest score", () => {
  const told = play(
    { do: "pain", at: at(305), pain: { back: 3, leg: 1 }, walkOnly: false },
    { do: "pain", at: at(306), pain: { back: 2, leg: 2 }, walkOnly: false },
  );
  expect(told).toMatchObject({ step: 1, reported: { back: 3, leg: 2 }, walkOnly: false });
});

test("ending early keeps the reason; a paused step counts up to the pause", () => {
  const ended = play(
    { do: "pause", at: at(100) },
    { do: "end", at: at(900), outcome: "ended-early", reason: "external" },
  );
  expect(ended).toMatchObject({ status: "ended", outcome: "ended-early", reason: "external", endedAt: at(900) });
  expect(ended.doneMs[0]).toBe(100_000);
});

test("a clock that was set back does not turn time back", () => {
  const state = play({ do: "skip", at: at(400) }, { do: "skip", at: at(390) });
  expect(state.lastAt).toBe(at(400));
  expect(state.doneMs.every((done) => done >= 0)).toBe(true);
});

test.each<[string, Entry[], Entry]>([
  ["session_not_paused", [], { do: "resume", at: at(1) }],
  ["session_not_running", [{ do: "pause", at: at(1) }], { do: "pause", at: at(2) }],
  ["session_not_walking", [], { do: "extend", at: at(301), s: 10 }],
  ["session_extend_limit", [], { do: "extend", at: at(1), s: 0 }],
  ["session_not_in_a_run", [], { do: "ease", at: at(1) }],
  ["session_ended", [{ do: "end", at: at(5), outcome: "stopped", reason: "red-flag" }], { do: "skip", at: at(6) }],
  ["session_ended", [], { do: "pause", at: at(2000) }],
  ["session_started", [], startEntry()],
  [
    "session_not_ended",
    [],
    { do: "answer", at: at(9), worst: { back: 1, leg: 1 }, after: { back: 1, leg: 1 }, rpe: 3, legSymptoms: false },
  ],
  [
    "session_cue_repeated",
    [{ do: "cue", at: at(0), cue: { id: "0.walk", kind: "walk", dueAt: T0 }, tier: "held" }],
    { do: "cue", at: at(1), cue: { id: "0.walk", kind: "walk", dueAt: T0 }, tier: "alarm" },
  ],
])("%s is refused by name", (code, before, entry) => {
  const state = play(...before);
  const frozen = JSON.stringify(state);
  expect(codeOf(() => apply(state, entry))).toBe(code);
  expect(JSON.stringify(state)).toBe(frozen);
});

test("a journal begins with its start, and a start needs steps", () => {
  expect(codeOf(() => replay([{ do: "pause", at: at(1) }]))).toBe("session_not_started");
  expect(codeOf(() => replay([startEntry({ steps: [] })]))).toBe("session_without_steps");
  expect(replay([])).toBeNull();
});

test("a cue is sure once anything follows it, and unknown when the app was killed right after", () => {
  const cue: Entry = { do: "cue", at: at(300.1), cue: { id: "1.run", kind: "run", dueAt: at(300) }, tier: "held" };
  expect(play(cue, { do: "pause", at: at(302) }).cues["1.run"]).toEqual({
    kind: "run",
    dueMs: 300_000,
    firedMs: 300_100,
    state: "fired",
    tier: "held",
  });
  expect(play(cue, { do: "reopen", at: at(330) }).cues["1.run"]?.state).toBe("unknown");
  expect(play(cue, { do: "drop", at: at(301), cues: [] }, { do: "reopen", at: at(330) }).cues["1.run"]?.state).toBe(
    "fired",
  );
});

test("samples land on their place in the grid, with zeros where nothing was written", () => {
  const state = play(
    { do: "samples", at: at(10), from: 0, hr: [90, 91], cadence: [0, 0] },
    { do: "samples", at: at(30), from: 4, hr: [100, 101], cadence: [150, 151] },
  );
  expect(state.hr).toEqual([90, 91, 0, 0, 100, 101]);
  expect(state.cadence).toEqual([0, 0, 0, 0, 150, 151]);
});
