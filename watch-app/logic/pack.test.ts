import fc from "fast-check";
import { expect, test } from "vitest";
import { floorBlock, warmupBlock } from "../../core/blocks/blocks.ts";
import { MAX_EVENT_BYTES } from "../../core/contract/api.ts";
import { CueKind, CueState, CueTier, type SessionRecorded, StepKind } from "../../core/contract/session.ts";
import { cuesOf } from "../../core/cues/schedule.ts";
import { LADDER, ladderSteps } from "../../core/ladder/ladder.ts";
import type { Entry } from "../../core/session/entry.ts";
import { replay } from "../../core/session/session.ts";
import { settle } from "../../core/session/settle.ts";
import type { SessionState } from "../../core/session/state.ts";
import { startEntry, T0 } from "../../core/session/testing.ts";
import { checkinEvent, sessionEvent } from "./events.ts";
import { pack, unpack } from "./pack.ts";

const MADE = { app: "0.1.0", device: "Amazfit Balance" };

const ANSWERS = { worst: { back: 3, leg: 1 }, after: { back: 2, leg: 1 }, rpe: 4, legSymptoms: false };

const given = (state: SessionState): Entry[] =>
  cuesOf(state).map(
    ({ id, kind, dueAt }): Entry => ({ do: "cue", at: dueAt + 120, cue: { id, kind, dueAt }, tier: "held" }),
  );

function played(entries: readonly Entry[]): SessionState {
  const state = replay(entries);
  if (state === null) throw new Error("no session");
  return state;
}

/** A whole session of a level, the longest exercises included, with every cue given and a lively heart. */
function eventOf(level: number) {
  const walk = ladderSteps(level);
  const steps = [...warmupBlock({ brittle: false }), ...walk, ...floorBlock({ stage: 4, brittle: false })];
  const total = steps.reduce((sum, step) => sum + step.plannedS, 0);
  const start = startEntry({ level, steps });
  const outing: Entry[] = [start, ...given(played([start]))];
  const endedAt = settle(played(outing), T0 + 7_200_000).endedAt ?? T0;
  outing.push({ do: "answer", at: endedAt + 30_000, ...ANSWERS }, { do: "floor", at: endedAt + 40_000 });
  const whole = [...outing, ...given(played(outing))];
  const hr = Array.from({ length: Math.ceil(total / 5) }, (_, index) => 130 + Math.round(30 * Math.sin(index / 4)));
  const state = played([...whole, { do: "samples", at: T0 + total * 1000, from: 0, hr, cadence: hr }]);
  return sessionEvent(settle(state, T0 + 7_200_000), MADE);
}

test.each(LADDER.map(({ level }) => level))(
  "level %d: a packed session comes out as it went in, well below 6 KB",
  (level) => {
    const event = eventOf(level);
    const sent = JSON.stringify(pack(event));
    expect(unpack(JSON.parse(sent))).toEqual(event);
    expect(sent.length).toBeLessThan(5_200);
    expect(JSON.stringify(event).length).toBeLessThan(MAX_EVENT_BYTES);
  },
);

test("other events, and sessions that were never packed, go as they are", () => {
  const checkin = checkinEvent("id", { at: T0, utcOffsetMin: 0 }, { back: 1, leg: 0 }, false);
  expect(pack(checkin)).toBe(checkin);
  expect(unpack(checkin)).toBe(checkin);
  const event = eventOf(5);
  expect(unpack(event)).toBe(event);
});

const RECORDED = eventOf(5).data as SessionRecorded;

test("any ledger and any steps come out as they went in", () => {
  const kinds = CueKind.options;
  const cue = fc.record({
    kind: fc.constantFrom(...kinds),
    dueMs: fc.integer({ min: 0, max: 21_600_000 }),
    firedMs: fc.option(fc.integer({ min: 0, max: 86_400_000 })),
    state: fc.constantFrom(...CueState.options),
    tier: fc.option(fc.constantFrom(...CueTier.options)),
  });
  const step = fc.record(
    {
      kind: fc.constantFrom(...StepKind.options),
      move: fc.option(fc.constantFrom("ready", "hip-flexor", "m1L", "plank easy")),
      side: fc.constantFrom("L" as const, "R" as const, null),
      plannedS: fc.integer({ min: 0, max: 21_600 }),
      doneS: fc.integer({ min: 0, max: 21_600 }),
      reps: fc.integer({ min: 1, max: 30 }),
    },
    { requiredKeys: ["kind", "move", "side", "plannedS", "doneS"] },
  );
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 30 }), fc.array(step, { minLength: 1, maxLength: 30 }), (cues, steps) => {
      const event = { type: "session.recorded.v1", data: { ...RECORDED, cues, steps } };
      expect(unpack(JSON.parse(JSON.stringify(pack(event))))).toEqual(JSON.parse(JSON.stringify(event)));
    }),
  );
});

test("the form of the app before this one is read too", () => {
  const { cues: _, steps: __, ...data } = RECORDED;
  const packedCues = "run,300000,120,f,h;core,310000,,d,";
  const packedSteps = [
    ["walk", 60, 55],
    ["stretch", 25, 25, "hip-flexor", "L", 3],
  ];
  const before = { type: "session.recorded.v1", data: { ...data, packedCues, packedSteps } };
  expect(unpack(before).data).toMatchObject({
    cues: [
      { kind: "run", dueMs: 300_000, firedMs: 300_120, state: "fired", tier: "held" },
      { kind: "core", dueMs: 310_000, firedMs: null, state: "dropped", tier: null },
    ],
    steps: [
      { kind: "walk", move: null, side: null, plannedS: 60, doneS: 55 },
      { kind: "stretch", move: "hip-flexor", side: "L", plannedS: 25, doneS: 25, reps: 3 },
    ],
  });
});
