import type { StepKind } from "../../../core/contract/session.ts";
import type { Span } from "./spans.ts";

/** Beats a minute every `everyS` seconds from the start; null where the sensor had no reading. */
export type Pulse = { readonly everyS: number; readonly bpm: readonly (number | null)[] };

export type PulseSummary = {
  readonly mean: number;
  readonly top: number;
  /** Means of the runs and of the walks; null where there were none. */
  readonly run: number | null;
  readonly walk: number | null;
};

const RUNNING: readonly StepKind[] = ["run"];
const WALKING: readonly StepKind[] = ["warmup-walk", "walk", "cooldown-walk"];

/** Null when there is not one reading. */
export function summarise(pulse: Pulse, spans: readonly Span[]): PulseSummary | null {
  const read = pulse.bpm.filter((bpm) => bpm !== null);
  const mean = average(read);
  if (mean === null) return null;
  const within = (kinds: readonly StepKind[]) =>
    average(pulse.bpm.filter((bpm, index) => bpm !== null && kinds.includes(kindAt(spans, index * pulse.everyS))));
  return { mean, top: Math.max(...read), run: within(RUNNING), walk: within(WALKING) };
}

export type MinuteRow = { readonly minute: number; readonly mean: number | null; readonly top: number | null };

/** The table twin of the chart: mean and highest of each minute. */
export function byMinute({ everyS, bpm }: Pulse): MinuteRow[] {
  const perMinute = Math.max(1, Math.round(60 / everyS));
  return Array.from({ length: Math.ceil(bpm.length / perMinute) }, (_, minute) => {
    const read = bpm.slice(minute * perMinute, (minute + 1) * perMinute).filter((value) => value !== null);
    return { minute, mean: average(read), top: read.length === 0 ? null : Math.max(...read) };
  });
}

/** The phase at a place in the session; after the last one it is still the last one. */
export function kindAt(spans: readonly Span[], second: number): StepKind {
  const found = spans.find(({ to }) => second < to) ?? spans.at(-1);
  return found === undefined ? "walk" : found.kind;
}

function average(values: readonly (number | null)[]): number | null {
  const read = values.filter((value) => value !== null);
  return read.length === 0 ? null : Math.round(read.reduce((sum, value) => sum + value, 0) / read.length);
}
