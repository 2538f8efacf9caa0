import { describe, expect, it } from "vitest";
import { floorBlock, warmupBlock } from "../blocks/blocks.ts";
import { floorFrom, withoutFloor } from "../blocks/steps.ts";
import type { Pain, SessionRecorded } from "../contract/session.ts";
import { cuesOf } from "../cues/schedule.ts";
import { BackstrideError } from "../error.ts";
import { ladderSteps } from "../ladder/ladder.ts";
import type { Entry } from "./entry.ts";
import { floorOffered } from "./floor.ts";
import { sessionRecord } from "./record.ts";
import { apply, replay } from "./session.ts";
import { settle } from "./settle.ts";
import type { SessionState } from "./state.ts";
import { startEntry, T0 } from "./testing.ts";

const WARMUP = warmupBlock({ brittle: false });
const FLOOR = floorBlock({ stage: 0, brittle: false });
const STEPS = [...WARMUP, ...ladderSteps(5), ...FLOOR];
const FROM = floorFrom(STEPS);
const OUTING_S = withoutFloor(STEPS).reduce((sum, { plannedS }) => sum + plannedS, 0);
const FLOOR_S = FLOOR.reduce((sum, { plannedS }) => sum + plannedS, 0);
const at = (seconds: number): number => T0 + seconds * 1000;
const ASKED = OUTING_S + 60;

function play(...entries: Entry[]): SessionState {
  const state = replay([startEntry({ steps: STEPS }), ...entries]);
  if (state === null) throw new Error("no session");
  return state;
}

const answer = (worst = 3, after = 2, legSymptoms = false): Entry => ({
  ...{ do: "answer", at: at(ASKED), worst: { back: worst, leg: 0 }, after: { back: after, leg: 0 } },
  ...{ rpe: 4, legSymptoms },
});
const FLOOR_BEGINS: Entry = { do: "floor", at: at(ASKED + 10) };
const onFloor = (...entries: Entry[]): SessionState => play(answer(), FLOOR_BEGINS, ...entries);
const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof BackstrideError ? error.code : "unexpected";
  }
};
const moveAt = (state: SessionState): string | null => state.head.steps[state.step]?.move ?? null;

describe("a session with exercises", () => {
  it("ends with its last walk, and the questions come before the floor", () => {
    const walked = settle(play(), at(99_999));
    expect(walked).toMatchObject({ status: "ended", outcome: "completed", endedAt: at(OUTING_S) });
    expect(walked.doneMs.slice(FROM).every((ms) => ms === 0)).toBe(true);
    expect(floorOffered(walked)).toBe(false);
    expect(floorOffered(play(answer()))).toBe(true);
  });

  it("is led to the end of the floor once that was begun, and is one record", () => {
    const ended = settle(onFloor(), at(99_999));
    expect(ended).toMatchObject({ status: "ended", outcome: "completed", endedAt: at(ASKED + 10 + FLOOR_S) });
    const { steps, scores } = sessionRecord(ended, { app: "1", device: "test" });
    expect(steps.map(({ doneS }) => doneS)).toEqual(STEPS.map(({ plannedS }) => plannedS));
    expect(steps.find(({ move }) => move === "knee-to-chest")).toMatchObject({ kind: "stretch", side: "L" });
    expect(scores).toMatchObject({ worst: { back: 3, leg: 0 }, rpe: 4 });
    expect(floorOffered(ended)).toBe(false);
  });

  it("is never at another place when part of the journal is replayed first", () => {
    const journal: Entry[] = [
      startEntry({ steps: STEPS }),
      { do: "instead", at: at(50) },
      { do: "leave", at: at(60) },
      answer(),
      FLOOR_BEGINS,
      { do: "pause", at: at(ASKED + 40) },
      { do: "resume", at: at(ASKED + 50) },
      { do: "skip", at: at(ASKED + 70) },
      { do: "back", at: at(ASKED + 80) },
    ];
    const whole = replay(journal);
    for (let cut = 1; cut < journal.length; cut += 1) {
      const rest = journal.slice(cut).reduce<SessionState | null>(apply, replay(journal.slice(0, cut)));
      expect(rest).toEqual(whole);
    }
  });

  it("cues every change: the hold and its other side, the next move; nothing else, and a done of its own", () => {
    const cues = cuesOf(onFloor());
    expect(cues.map(({ kind }) => kind)).toEqual([
      ...FLOOR.map(({ move }) => (move === "ready" ? "move" : "hold")),
      "done",
    ]);
    expect(cues[0]).toMatchObject({ id: `${onFloor().visit}.move`, dueAt: at(ASKED + 10) });
    expect(cues[cues.length - 1]?.id).toBe("floor.done");
    const before = cuesOf(play()).filter(({ dueAt }) => dueAt < at(126));
    expect(before.map(({ kind }) => kind)).toEqual(WARMUP.map(({ move }) => (move === "ready" ? "move" : "hold")));
  });

  it("leaves the cues of walking and running what they are without exercises", () => {
    const plain = replay([startEntry({ steps: ladderSteps(5) })]);
    if (plain === null) throw new Error("no session");
    const shifted = cuesOf(play()).filter(({ dueAt }) => dueAt >= at(126));
    const told = (cues: typeof shifted, from: number) => cues.map(({ kind, dueAt }) => [kind, dueAt - at(from)]);
    expect(told(shifted, 126)).toEqual(told([...cuesOf(plain)], 0));
  });
});

describe("the floor is not offered", () => {
  const stopped = (reason: SessionRecorded["reason"], outcome: "ended-early" | "stopped"): Entry[] => [
    { do: "end", at: at(400), outcome, reason },
    answer(),
  ];
  const felt = (pain: Pain): Entry[] => [{ do: "pain", at: at(200), pain, walkOnly: false }, answer()];
  it.each<[string, Entry[]]>([
    ["after a worst pain of 4", [answer(4)]],
    ["with pain of 4 now", [answer(3, 4)]],
    ["with pain that spreads to the leg", [answer(3, 2, true)]],
    ["after pain of 4 told on the way", felt({ back: 0, leg: 4 })],
    [
      "once running was given up for pain",
      [{ do: "pain", at: at(500), pain: { back: 3, leg: 0 }, walkOnly: true }, answer()],
    ],
    ["after an early end", stopped("external", "ended-early")],
    ["after a stop for pain", stopped("pain", "stopped")],
    ["after a red flag", stopped("red-flag", "stopped")],
    ["before the questions", []],
    ["twice", [answer(), FLOOR_BEGINS, { do: "leave", at: at(ASKED + 20) }]],
  ])("%s", (_, entries) => {
    const state = settle(play(...entries), at(OUTING_S));
    expect(floorOffered(state)).toBe(false);
    expect(codeOf(() => apply(state, { do: "floor", at: at(ASKED + 99) }))).toBe("session_no_floor");
  });

  it("is offered with 3 at every moment", () => {
    const before = { back: 3, leg: 3 };
    const state = replay([startEntry({ steps: STEPS, before }), answer(3, 3)]);
    expect(state === null ? null : floorOffered(state)).toBe(true);
  });
});

describe("in a block", () => {
  it("a move is skipped, or the rest of the block", () => {
    expect(moveAt(onFloor({ do: "skip", at: at(ASKED + 15) }))).toBe("knee-to-chest");
    expect(onFloor({ do: "leave", at: at(ASKED + 15) })).toMatchObject({
      status: "ended",
      outcome: "completed",
      reason: null,
    });
    expect(play({ do: "leave", at: at(20) })).toMatchObject({ step: WARMUP.length, stepStartedAt: at(20) });
  });

  it("back never leads from the floor into the walk", () => {
    expect(onFloor({ do: "back", at: at(ASKED + 15) }).step).toBe(FROM);
  });

  it("the easier version of a move holds for its later sets too, and is what the record names", () => {
    const plank = FROM + FLOOR.findIndex(({ move }) => move === "plank");
    const toPlank: Entry[] = Array.from({ length: plank - FROM }, () => ({ do: "skip", at: at(ASKED + 20) }));
    const eased = settle(onFloor(...toPlank, { do: "instead", at: at(ASKED + 25) }), at(99_999));
    const { steps } = sessionRecord(eased, { app: "1", device: "test" });
    expect(steps.filter(({ kind }) => kind === "strength").map(({ move }) => move)).toEqual([
      ...["plank-easy", "plank-easy", "bird-dog", "bird-dog"],
    ]);
  });

  it("breaking off leaves the session completed; what stops everything does not", () => {
    const ended = (outcome: "ended-early" | "stopped", reason: SessionRecorded["reason"]) =>
      onFloor({ do: "end", at: at(ASKED + 60), outcome, reason });
    expect(ended("ended-early", "external")).toMatchObject({ outcome: "completed", reason: null });
    expect(ended("ended-early", "effort")).toMatchObject({ outcome: "completed", reason: null });
    expect(ended("stopped", "red-flag")).toMatchObject({ outcome: "stopped", reason: "red-flag" });
  });

  it.each<[string, Entry[], Entry]>([
    ["session_not_in_a_block", [{ do: "leave", at: at(10) }], { do: "leave", at: at(20) }],
    ["session_no_other_way", [], { do: "instead", at: at(15) }],
    ["session_no_floor", [], { do: "floor", at: at(10) }],
  ])("%s is refused by name", (code, before, entry) => {
    expect(codeOf(() => apply(play(...before), entry))).toBe(code);
  });
});
