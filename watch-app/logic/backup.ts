import type { CueKind } from "../../core/contract/session.ts";
import { advance, nextChange } from "../../core/cues/advance.ts";
import { cuesOf, type Preferences } from "../../core/cues/schedule.ts";
import type { Entry } from "../../core/session/entry.ts";
import type { Files } from "../store/files.ts";
import { backupPath, JOURNAL_PATH, stateOf } from "../store/journal.ts";
import { openLog, readLog } from "../store/log.ts";

export type Backup = {
  readonly vibrate: CueKind | null;
  readonly nextAt: number | null;
  /** To be called once the motor was started: without it nobody knows whether the cue was felt. */
  readonly given: () => void;
};

const nothing = (): void => undefined;

/**
 * What the alarm does when the page is gone: gives the change that is due and names the next one. It never touches the page's
 * journal, only its own log. A cue that cannot be written down first is not given: the page will catch it up, once.
 */
export function standIn(files: Files, now: number, preferences: Preferences): Backup {
  const state = stateOf(readLog(files.read(JOURNAL_PATH) ?? "").values);
  if (state === null || state.status !== "running") return { vibrate: null, nextAt: null, given: nothing };
  const log = openLog(files, backupPath(state.head.sessionId));
  const given: Record<string, unknown> = { ...state.cues };
  for (const entry of log.values as readonly Entry[]) if (entry.do === "cue") given[entry.cue.id] = true;
  const changes = cuesOf(state, preferences).filter((cue) => cue.phase);
  const { due, dropped } = advance(changes, now, given);
  const next = nextChange(changes, now, given);
  const nextAt = next === null ? null : next.dueAt;
  if (due === null) return { vibrate: null, nextAt, given: nothing };
  const { id, kind, dueAt } = due;
  const entry: Entry = { do: "cue", at: now, cue: { id, kind, dueAt }, tier: "alarm" };
  if (!log.append(entry)) return { vibrate: null, nextAt, given: nothing };
  const passed = dropped.map((cue) => ({ id: cue.id, kind: cue.kind, dueAt: cue.dueAt }));
  return { vibrate: kind, nextAt, given: () => void log.append({ do: "drop", at: now, cues: passed }) };
}
