import fc from "fast-check";
import { expect, test } from "vitest";
import { BackstrideError } from "../error.ts";
import type { Action, Entry } from "./entry.ts";
import { apply, replay } from "./session.ts";
import { settle } from "./settle.ts";
import type { SessionState } from "./state.ts";
import { startEntry, T0 } from "./testing.ts";

const gap = fc.integer({ min: 0, max: 200_000 });
const press: fc.Arbitrary<(at: number) => Action> = fc.oneof(
  fc
    .constantFrom("pause" as const, "resume" as const, "skip" as const, "back" as const, "ease" as const)
    .map((name) => (at: number) => ({ do: name, at })),
  fc.integer({ min: 1, max: 120 }).map((s) => (at: number) => ({ do: "extend" as const, at, s })),
  fc.boolean().map((walkOnly) => (at: number) => ({ do: "pain" as const, at, pain: { back: 3, leg: 0 }, walkOnly })),
);
const presses = fc.array(fc.tuple(gap, press), { maxLength: 25 });

/** Keeps what the session accepts, as the app does. */
function journalOf(moves: readonly [number, (at: number) => Action][]): { journal: Entry[]; states: SessionState[] } {
  const start = startEntry();
  const journal: Entry[] = [start];
  const states = [apply(null, start)];
  let at = T0;
  for (const [wait, make] of moves) {
    at += wait;
    const state = states[states.length - 1];
    if (state === undefined) break;
    try {
      states.push(apply(state, make(at)));
      journal.push(make(at));
    } catch (error) {
      if (!(error instanceof BackstrideError)) throw error;
    }
  }
  return { journal, states };
}

test("replaying any prefix of a journal gives exactly the state there was", () => {
  fc.assert(
    fc.property(presses, (moves) => {
      const { journal, states } = journalOf(moves);
      for (const [index, state] of states.entries()) {
        expect(replay(journal.slice(0, index + 1))).toEqual(state);
      }
    }),
    { numRuns: 150 },
  );
});

test("a journal that went through JSON gives the same state", () => {
  fc.assert(
    fc.property(presses, (moves) => {
      const { journal } = journalOf(moves);
      expect(replay(JSON.parse(JSON.stringify(journal)) as Entry[])).toEqual(replay(journal));
    }),
    { numRuns: 50 },
  );
});

test("time done never exceeds the time that went by, and a run span never overlaps another", () => {
  fc.assert(
    fc.property(presses, gap, (moves, rest) => {
      const { states } = journalOf(moves);
      const last = states[states.length - 1] as SessionState;
      const ended = settle(last, last.lastAt + rest + 10_000_000);
      const until = ended.endedAt ?? last.lastAt;
      expect(ended.doneMs.reduce((sum, done) => sum + done, 0)).toBeLessThanOrEqual(until - T0);
      for (const [index, span] of ended.runSpans.entries()) {
        expect(span.to).toBeGreaterThan(span.from);
        expect(span.from).toBeGreaterThanOrEqual(ended.runSpans[index - 1]?.to ?? T0);
      }
    }),
    { numRuns: 150 },
  );
});

test("settling in between changes nothing about what a press does", () => {
  fc.assert(
    fc.property(presses, (moves) => {
      const { journal } = journalOf(moves);
      let looked: SessionState | null = null;
      for (const entry of journal) {
        const before: SessionState | null = looked === null ? null : settle(looked, entry.at);
        looked = apply(before, entry);
      }
      expect(looked).toEqual(replay(journal));
    }),
    { numRuns: 100 },
  );
});
