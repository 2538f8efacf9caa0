import { TRACE_EVERY_S } from "../trace/trace.ts";
import type { SessionState } from "./state.ts";

/** The lowest level with a cadence hint, and by how much it asks for more of the person's own cadence (plan-rules §8). */
export const CADENCE_FROM_LEVEL = 12;
const MORE = 1.05;
/** A minute of running, so that one odd reading says nothing; below this it was no running. */
const ENOUGH = 60 / TRACE_EVERY_S;
const RUNNING_SPM = 120;

/** Five per cent above the person's own cadence in the runs of this session, steps a minute; null while too little is known. */
export function cadenceTarget(state: SessionState): number | null {
  const everyMs = TRACE_EVERY_S * 1000;
  const read: number[] = [];
  for (const { from, to } of state.runSpans) {
    for (let index = Math.ceil((from - state.head.at) / everyMs); state.head.at + index * everyMs < to; index += 1) {
      const cadence = state.cadence[index] ?? 0;
      if (cadence >= RUNNING_SPM) read.push(cadence);
    }
  }
  if (read.length < ENOUGH) return null;
  return Math.round((read.reduce((sum, value) => sum + value, 0) / read.length) * MORE);
}
