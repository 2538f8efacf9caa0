export type StepReading = { readonly at: number; readonly steps: number };

const WINDOW_MS = 20_000;

/** Keeps the readings of the last 20 s and the one before them. A counter that went back (midnight) starts anew. */
export function withReading(readings: readonly StepReading[], reading: StepReading): readonly StepReading[] {
  const last = readings[readings.length - 1];
  if (last !== undefined && (reading.steps < last.steps || reading.at <= last.at)) return [reading];
  const since = reading.at - WINDOW_MS;
  const inside = readings.filter((known) => known.at > since);
  const before = readings.filter((known) => known.at <= since).pop();
  return before === undefined ? [...inside, reading] : [before, ...inside, reading];
}

/** Steps per minute over the kept readings; 0 while too little is known. */
export function cadenceOf(readings: readonly StepReading[]): number {
  const first = readings[0];
  const last = readings[readings.length - 1];
  if (first === undefined || last === undefined || last.at - first.at < 5_000) return 0;
  return Math.min(255, Math.round(((last.steps - first.steps) / (last.at - first.at)) * 60_000));
}
