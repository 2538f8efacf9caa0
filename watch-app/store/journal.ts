import type { Entry } from "../../core/session/entry.ts";
import { apply, replay } from "../../core/session/session.ts";
import type { SessionState } from "../../core/session/state.ts";
import type { Files } from "./files.ts";
import { openLog, readLog } from "./log.ts";

export const JOURNAL_PATH = "session.log";
export const backupPath = (sessionId: string): string => `cues-${sessionId}.log`;

export type Journal = {
  state(): SessionState | null;
  /** False when the last entry is in memory only, because the storage is full. */
  saved(): boolean;
  /** False when part of what had been written could not be read back. */
  readonly whole: boolean;
  /** Applies, then persists. @throws BackstrideError when the entry does not fit; nothing is written then. */
  append(entry: Entry): SessionState;
  /** Removes the session's files, after its record is in the outbox. */
  clear(): void;
};

/** Entries of a log that fit together; one that does not (an older app's, a damaged one) is passed over. */
export function replayable(values: readonly unknown[]): readonly Entry[] {
  const kept: Entry[] = [];
  let state: SessionState | null = null;
  for (const value of values as readonly Entry[]) {
    try {
      state = apply(state, value);
      kept.push(value);
    } catch (error) {
      console.log("journal", String(error));
    }
  }
  return kept;
}

/** Cues that the app-service gave while the page was gone, as the page's own entries. */
function backupEntries(files: Files, state: SessionState): readonly Entry[] {
  const entries = readLog(files.read(backupPath(state.head.sessionId)) ?? "").values as readonly Entry[];
  const known = new Set(Object.keys(state.cues));
  let last: "new" | "old" = "old";
  return entries.filter((entry) => {
    // What follows a cue confirms that one; behind a cue that is known already it would confirm another.
    if (entry.do === "drop") return last === "new";
    if (entry.do !== "cue") return false;
    last = known.has(entry.cue.id) ? "old" : "new";
    known.add(entry.cue.id);
    return last === "new";
  });
}

/** The one session that is under way or waits to be filed. */
export function openJournal(files: Files): Journal {
  let log = openLog(files, JOURNAL_PATH);
  let state = replay(replayable(log.values));
  let saved = true;
  const append = (entry: Entry): SessionState => {
    const next = apply(state, entry);
    saved = log.append(entry, entry.do === "start" ? 2 : 1);
    state = next;
    return next;
  };
  const given = state === null ? [] : backupEntries(files, state);
  // The alarm only rings when the page is gone: what the page was about to give may not have been felt.
  if (state !== null && given.length > 0) append({ do: "reopen", at: state.lastAt });
  for (const entry of given) append(entry);
  return {
    state: () => state,
    saved: () => saved,
    whole: log.whole,
    append,
    clear: () => {
      if (state !== null) files.remove(backupPath(state.head.sessionId));
      files.remove(JOURNAL_PATH);
      log = openLog(files, JOURNAL_PATH);
      state = null;
    },
  };
}
