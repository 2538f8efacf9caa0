import type { PlannedStep } from "../contract/session.ts";
import type { StartEntry } from "./entry.ts";

export const T0 = Date.UTC(2026, 10, 22, 6, 0, 0);

const step = (kind: PlannedStep["kind"], plannedS: number): PlannedStep => ({ kind, move: null, side: null, plannedS });

/** Level 5 of the ladder: 5 min walk, 6 × (15 s run, 120 s walk), 5 min walk. */
export const LEVEL_5: readonly PlannedStep[] = [
  step("warmup-walk", 300),
  ...Array.from({ length: 6 }, () => [step("run", 15), step("walk", 120)]).flat(),
  step("cooldown-walk", 300),
];

export const steps = (...parts: readonly [PlannedStep["kind"], number][]): PlannedStep[] =>
  parts.map(([kind, seconds]) => step(kind, seconds));

/** A start entry for tests. */
export function startEntry(part: Partial<StartEntry> = {}): StartEntry {
  return {
    do: "start",
    at: T0,
    sessionId: "01930000-0000-7000-8000-000000000001",
    eventId: "01930000-0000-7000-8000-000000000002",
    planId: null,
    level: 5,
    steps: LEVEL_5,
    before: { back: 2, leg: 0 },
    utcOffsetMin: 60,
    limits: null,
    ...part,
  };
}
