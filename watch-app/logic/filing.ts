import { floorOffered } from "../../core/session/floor.ts";
import { settle } from "../../core/session/settle.ts";
import type { SessionState } from "../../core/session/state.ts";
import type { Journal } from "../store/journal.ts";
import type { Outbox } from "../store/outbox.ts";
import { sessionEvent } from "./events.ts";

/** A gap up to this long is a glance at another app: the session simply goes on. */
const SHORT_GAP_MS = 600_000;
/** A session that ran out this soon after the last sign of life ran out by itself. */
const TAIL_MS = 120_000;
/** So long after its end a session is still warm enough for its floor exercises. */
const FLOOR_MS = 7_200_000;
/** After this long nobody remembers; the record goes without answers. */
const FORGET_MS = 43_200_000;

/**
 * What to do with the journal when the app opens. `ask`: nobody knows whether the person kept going, and time that only went by
 * must not count as done. `questions`: the answers after the session are missing. `floor`: the exercises after it may be done. `file`: nothing is missing any more; after a
 * warning sign nobody is asked anything.
 */
export type Resumption = "none" | "resume" | "ask" | "questions" | "floor" | "file";

export function resumption(state: SessionState | null, now: number): Resumption {
  if (state === null) return "none";
  if (state.reason === "red-flag") return "file";
  const settled = settle(state, now);
  if (settled.status !== "ended") return now - state.lastAt <= SHORT_GAP_MS ? "resume" : "ask";
  const endedAt = settled.endedAt ?? state.lastAt;
  if (state.status !== "ended" && endedAt - state.lastAt > TAIL_MS) return "ask";
  if (state.answers !== null) return floorOffered(settled) && now - endedAt <= FLOOR_MS ? "floor" : "file";
  return now - endedAt > FORGET_MS ? "file" : "questions";
}

/** Ends a session at the last sign of life. */
export function endAtLastSign(journal: Journal): void {
  const state = journal.state();
  if (state === null) return;
  journal.append({ do: "reopen", at: state.lastAt });
  journal.append({ do: "end", at: state.lastAt, outcome: "ended-early", reason: "external" });
}

/**
 * Moves the finished session into the outbox: first the record, then the journal goes. Killed in between, it is filed again
 * under the same id with the same content. False while the storage is full: the journal stays.
 * @param kept is told the session and its local date, before the record is filed: a warning sign locks the watch even where nothing
 * fits any more; false when it could not be kept
 */
export function fileSession(
  journal: Journal,
  outbox: Outbox,
  now: number,
  made: { readonly app: string; readonly device: string },
  kept: (session: SessionState, date: string) => boolean,
): boolean {
  const found = journal.state();
  if (found === null) return true;
  // Still open here, after hours: the app was killed before anybody knew whether the last cue was felt.
  const state = found.pending === null ? found : journal.append({ do: "reopen", at: found.lastAt });
  const settled = settle(state, now);
  const event = sessionEvent(settled, made);
  const noted = kept(settled, event.localDate);
  if (!outbox.put(event) || !noted) return false;
  journal.clear();
  return true;
}
