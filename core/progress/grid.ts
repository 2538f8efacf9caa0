import type { EpochDay } from "../calendar/calendar.ts";

/** Points at `start + everyDays × k`, each of which looks back on the `reachDays` dates up to and including its own. */
export type Grid = { readonly start: EpochDay; readonly everyDays: number; readonly reachDays: number };

/**
 * The points k in `after < k ≤ through` that have one of `days` in their reach, in order. The others need no look, so that a log
 * with dates centuries apart (a clock set wrong) costs no more than any other.
 */
export function pointsWithData(grid: Grid, after: number, through: number, days: Iterable<EpochDay>): number[] {
  const points = new Set<number>();
  for (const day of days) {
    const first = Math.max(after + 1, Math.ceil((day - grid.start) / grid.everyDays));
    const last = Math.min(through, Math.floor((day + grid.reachDays - grid.start) / grid.everyDays));
    for (let point = first; point <= last; point += 1) points.add(point);
  }
  return [...points].sort((a, b) => a - b);
}
