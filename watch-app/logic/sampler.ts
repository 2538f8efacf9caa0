import type { Entry } from "../../core/session/entry.ts";
import { TRACE_EVERY_S } from "../../core/trace/trace.ts";
import { cadenceOf, type StepReading, withReading } from "./cadence.ts";
import type { Ports } from "./ports.ts";

const EVERY_MS = TRACE_EVERY_S * 1000;
const BLOCK = 60 / TRACE_EVERY_S;

/** Gathers heart rate and cadence on a grid that starts with the session, so that restarts leave gaps but never shifts. */
export class Sampler {
  private from = -1;
  private hr: number[] = [];
  private cadence: number[] = [];
  private readings: readonly StepReading[] = [];
  private readonly startedAt: number;
  private readonly ports: Pick<Ports, "heartRate" | "steps">;

  constructor(startedAt: number, ports: Pick<Ports, "heartRate" | "steps">) {
    this.startedAt = startedAt;
    this.ports = ports;
  }

  /** Takes a sample when the grid of five seconds calls for one. True when a block of a minute is full. */
  take(now: number): boolean {
    const index = Math.floor((now - this.startedAt) / EVERY_MS);
    if (index < 0 || (this.from >= 0 && index < this.from + this.hr.length)) return false;
    this.fillUp(index);
    const steps = this.ports.steps();
    if (steps !== null) this.readings = withReading(this.readings, { at: now, steps });
    this.hr.push(this.ports.heartRate() ?? 0);
    this.cadence.push(cadenceOf(this.readings));
    return this.hr.length >= BLOCK;
  }

  /** What was gathered since the last time, as an entry; null when nothing. */
  flush(now: number): Entry | null {
    if (this.hr.length === 0) return null;
    const entry: Entry = { do: "samples", at: now, from: this.from, hr: this.hr, cadence: this.cadence };
    this.from += this.hr.length;
    this.hr = [];
    this.cadence = [];
    return entry;
  }

  /** The page slept: the samples in between are unknown, not repeated. */
  private fillUp(index: number): void {
    if (this.from < 0) this.from = index;
    while (this.from + this.hr.length < index) {
      this.hr.push(0);
      this.cadence.push(0);
    }
  }
}
