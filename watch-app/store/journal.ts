import type { Entry } from "../../core/session/entry.ts";
import { placed, placeOf } from "../../core/session/place.ts";
import { apply } from "../../core/session/session.ts";
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

/** What only notes something down needs no place; what moves the session along is written with the place before it. */
const NOTES: readonly Entry["do"][] = ["start", "cue", "drop", "reopen", "samples"];

const withPlace = (state: SessionState | null, entry: Entry): Entry & { readonly on?: readonly unknown[] } =>
  state === null || NOTES.includes(entry.do) ? entry : { ...entry, on: placeOf(state) };

function next(
  state: SessionState | null,
  { on, ...entry }: Entry & { readonly on?: readonly unknown[] },
): SessionState {
  return apply(state === null ? null : placed(state, on), entry as Entry);
}

/**
 * The state after a log. An entry that does not fit (an older app's, a damaged one) is passed over; one that is missing costs
 * its own effect at most, because the next one says where it was pressed. Null for none.
 */
export function stateOf(values: readonly unknown[]): SessionState | null {
  let state: SessionState | null = null;
  for (const value of values as readonly Entry[]) {
    try {
      state = next(state, value);
    } catch (error) {
      console.log("journal", String(error));
    }
  }
  return state;
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
  let state = stateOf(log.values);
  let saved = true;
  const append = (entry: Entry): SessionState => {
    const after = apply(state, entry);
    saved = log.append(withPlace(state, entry), entry.do === "start" ? 2 : 1);
    state = after;
    return after;
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
