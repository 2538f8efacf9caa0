import fc from "fast-check";
import type { LogEvent } from "../contract/event.ts";
import type { LocalDate } from "../contract/primitives.ts";
import type { SessionRecorded } from "../contract/session.ts";
import { doneSteps, session } from "./testing.ts";

/** How a session goes, apart from its level. `share` of each run is done; `extraS` is run on top of the first. */
export type Going = {
  readonly pre: number | null;
  readonly dur: number | null;
  readonly post: number | null;
  readonly rpe: number | null;
  readonly leg: boolean;
  readonly share: number;
  readonly extraS: number;
  readonly outcome: SessionRecorded["outcome"];
  readonly reason: SessionRecorded["reason"];
  readonly hro: number | null;
  readonly hour: number;
};

/** Mostly mild pain, so that histories also climb. */
export const mildScore = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: 4, max: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 10 }) },
);

/** A value once in so many times, else null. */
export const rarely = <T>(arbitrary: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
export const usually = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 15, nil: null });

export const going: fc.Arbitrary<Going> = fc.record({
  pre: usually(mildScore),
  dur: usually(mildScore),
  post: usually(mildScore),
  rpe: usually(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 2, max: 5 }) }, fc.integer({ min: 0, max: 10 }))),
  leg: fc.oneof({ weight: 60, arbitrary: fc.constant(false) }, fc.constant(true)),
  share: fc.constantFrom(1, 1, 1, 1, 1, 1, 0.95, 0.85, 0.3, 0),
  extraS: fc.constantFrom(0, 0, 0, 0, 0, 20, 120, 900),
  outcome: fc.constantFrom("completed", "completed", "completed", "ended-early", "stopped"),
  reason: fc.constantFrom(null, null, null, "external", "effort", "pain"),
  hro: rarely(fc.integer({ min: 0, max: 30 }), 3),
  hour: fc.integer({ min: 5, max: 21 }),
});

/** A session in which nothing goes wrong. */
export const goodGoing: fc.Arbitrary<Going> = fc.record({
  pre: fc.integer({ min: 0, max: 2 }),
  dur: fc.integer({ min: 0, max: 3 }),
  post: fc.integer({ min: 0, max: 2 }),
  rpe: fc.integer({ min: 2, max: 5 }),
  leg: fc.constant(false),
  share: fc.constant(1),
  extraS: fc.constant(0),
  outcome: fc.constant("completed" as const),
  reason: fc.constant(null),
  hro: fc.constant(null),
  hour: fc.integer({ min: 6, max: 8 }),
});

export function sessionOf(date: LocalDate, level: number, how: Going): LogEvent {
  const { pre, dur, post, rpe, leg, outcome, reason, hro, hour } = how;
  const effortHr = hro === null ? null : { aboveHrr85Pct: hro, reliable: true };
  const steps = stepsOf(level, how);
  return session(date, { level, pre, dur, post, rpe, leg, hour, over: { outcome, reason, effortHr, steps } });
}

export function stepsOf(level: number, { share, extraS }: Going): SessionRecorded["steps"] {
  const steps = doneSteps(level, share);
  return steps.map((step, index) => (index === 1 ? { ...step, doneS: step.doneS + extraS } : step));
}
