import type { Cue } from "./schedule.ts";

/** How late a cue may be before it is of no use, in milliseconds. Changes have no limit: the latest is caught up. */
const FRESH_MS = 3_000;
/** From this lateness on a change counts as caught up, not as on time. */
export const CATCH_UP_MS = 2_000;

export type Advance = {
  /** The cue to give now, if any; one at a time, so that no two touch each other. */
  readonly due: Cue | null;
  /** How late it is, in milliseconds. */
  readonly lateMs: number;
  /** Cues whose moment has passed: to be written down as dropped. */
  readonly dropped: readonly Cue[];
};

/** What was already given or dropped, by cue id. */
export type Given = Readonly<Record<string, unknown>>;

/**
 * What to do at `now`. After a gap the latest change is given once and whatever else came due before is dropped; pace,
 * core, posture, warning and halfway cues more than 3 s late are dropped too.
 */
export function advance(cues: readonly Cue[], now: number, given: Given): Advance {
  const open = cues.filter((cue) => cue.dueAt <= now && given[cue.id] === undefined);
  const told = cues.filter((cue) => cue.phase && given[cue.id] !== undefined).pop();
  // A change from before one that was given is history: an alarm that came very late has passed it over.
  const latestChange = open.filter((cue) => cue.phase && (told === undefined || cue.dueAt >= told.dueAt)).pop();
  const fresh = open.filter((cue) => !cue.phase && now - cue.dueAt <= FRESH_MS).pop();
  const due = latestChange ?? fresh ?? null;
  return { due, lateMs: due === null ? 0 : now - due.dueAt, dropped: open.filter((cue) => cue !== due) };
}

/** When the next cue is due after `now`, in Unix milliseconds; null when there is none. */
export function nextDueAt(cues: readonly Cue[], now: number, given: Given): number | null {
  const next = cues.find((cue) => cue.dueAt > now && given[cue.id] === undefined);
  return next === undefined ? null : next.dueAt;
}

/** The next change after `now`, for the alarm that stands in when the page is gone. */
export function nextChange(cues: readonly Cue[], now: number, given: Given): Cue | null {
  return cues.find((cue) => cue.phase && cue.dueAt > now && given[cue.id] === undefined) ?? null;
}
