import type { Entry } from "../../core/session/entry.ts";
import { TRACE_EVERY_S } from "../../core/trace/trace.ts";
import { cadenceOf, type StepReading, withReading } from "./cadence.ts";
import type { Ports } from "./ports.ts";

const EVERY_MS = TRACE_EVERY_S * 1000;
const BLOCK = 60 / TRACE_EVERY_S;

export type Sampler = {
  /** Takes a sample when the grid of five seconds calls for one. True when a block of a minute is full. */
  take(now: number): boolean;
  /** What was gathered since the last time, as an entry; null when nothing. */
  flush(now: number): Entry | null;
  cadence(): number;
};

/** Gathers heart rate and cadence on a grid that starts with the session, so that restarts leave gaps but never shifts. */
export function createSampler(startedAt: number, ports: Pick<Ports, "heartRate" | "steps">): Sampler {
  let from = -1;
  let hr: number[] = [];
  let cadence: number[] = [];
  let readings: readonly StepReading[] = [];
  const fill = (index: number): void => {
    if (from < 0) from = index;
    // The page slept: the samples in between are unknown, not repeated.
    while (from + hr.length < index) {
      hr.push(0);
      cadence.push(0);
    }
  };
  return {
    take: (now) => {
      const index = Math.floor((now - startedAt) / EVERY_MS);
      if (index < 0 || (from >= 0 && index < from + hr.length)) return false;
      fill(index);
      const steps = ports.steps();
      if (steps !== null) readings = withReading(readings, { at: now, steps });
      hr.push(ports.heartRate() ?? 0);
      cadence.push(cadenceOf(readings));
      return hr.length >= BLOCK;
    },
    flush: (now) => {
      if (hr.length === 0) return null;
      const entry: Entry = { do: "samples", at: now, from, hr, cadence };
      from += hr.length;
      hr = [];
      cadence = [];
      return entry;
    },
    cadence: () => cadenceOf(readings),
  };
}
