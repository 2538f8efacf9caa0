import type { LocalDate } from "../../core/contract/primitives.ts";
import type { Violation } from "./invariants.ts";
import type { Kind } from "./person.ts";

/** One week of one person: the ladder at its end, and what happened in it. */
export type Week = {
  readonly level: number;
  readonly locked: boolean;
  readonly sessions: number;
  readonly runS: number;
  readonly green: number;
  readonly neutral: number;
  readonly amber: number;
  readonly red: number;
};

/** One simulated person. `firstRunDay`: days from sign-up to the first planned session with running; null: none yet. */
export type Result = {
  readonly number: number;
  readonly kind: Kind;
  readonly start: LocalDate;
  readonly firstRunDay: number | null;
  readonly locks: number;
  readonly stuck: boolean;
  readonly oscillating: boolean;
  readonly plans: number;
  readonly events: number;
  readonly checkpointBytes: number;
  readonly weeks: readonly Week[];
  readonly violations: readonly Violation[];
};
