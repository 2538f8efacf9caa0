import * as v from "valibot";
import type { HistoryItem } from "../../core/contract/api.ts";
import type { LogEvent, LogEventOf } from "../../core/contract/event.ts";
import { Id, Instant, LocalDate } from "../../core/contract/primitives.ts";
import { BackstrideError } from "../../core/error.ts";
import type { Checkpoint } from "../../core/progress/checkpoint.ts";
import { type JudgedSession, judgedSessions } from "../../core/progress/judged.ts";
import { inOrder } from "../../core/progress/order.ts";
import { worstOf } from "../../core/progress/session-facts.ts";
import { type KeptSession, sessionsOf, varietyIn } from "../../core/progress/sessions.ts";
import { movedS, ranS } from "../../core/progress/totals.ts";

const DAY_S = 86_400;

/** What a page of history lists of a stretch of the log, newest first: sessions as edited and judged, and variety days. */
export function itemsOf(before: Checkpoint, events: readonly LogEvent[]): HistoryItem[] {
  const ordered = inOrder(events);
  const judged = new Map(judgedSessions(before, events).map((session) => [session.sessionId, session]));
  const sessions = sessionsOf(ordered).map((kept) => sessionItem(kept, judged.get(kept.data.sessionId)));
  const variety = varietyIn(ordered).map(varietyItem);
  return [...sessions, ...variety].sort(newestFirst);
}

function sessionItem({ event, data }: KeptSession, judged: JudgedSession | undefined): HistoryItem {
  const activeS = Math.min(DAY_S, movedS(data.steps));
  return {
    id: data.sessionId,
    kind: "session",
    localDate: event.localDate,
    startedAt: data.startedAt,
    activeS,
    minutes: Math.round(activeS / 60),
    level: data.level,
    outcome: data.outcome,
    runS: ranS(data.steps),
    worstPain: worstOf(data.scores),
    colour: judged?.colour ?? null,
    source: event.source,
  };
}

function varietyItem(event: LogEventOf<"variety.recorded.v1">): HistoryItem {
  const { minutes, scores } = event.data;
  return {
    id: event.id,
    kind: "variety",
    localDate: event.localDate,
    startedAt: event.at,
    activeS: minutes * 60,
    minutes,
    level: null,
    outcome: null,
    runS: 0,
    worstPain: scores === null ? null : worstOf(scores),
    colour: null,
    source: event.source,
  };
}

/** The place of an item in history. Ids make it unique, so that a page can go on exactly after it. */
const Place = v.strictTuple([LocalDate, Instant, Id]);
export type Place = v.InferOutput<typeof Place>;

const placeOf = ({ localDate, startedAt, id }: HistoryItem): Place => [localDate, startedAt, id];

/** Negative when `a` comes first, that is, is newer. */
function compare(a: Place, b: Place): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at === -1) return 0;
  return (a[at] ?? "") > (b[at] ?? "") ? -1 : 1;
}

const newestFirst = (a: HistoryItem, b: HistoryItem): number => compare(placeOf(a), placeOf(b));
export const isAfter = (item: HistoryItem, place: Place): boolean => compare(placeOf(item), place) > 0;

export const cursorOf = (item: HistoryItem): string => Buffer.from(JSON.stringify(placeOf(item))).toString("base64url");

/** @throws BackstrideError `invalid` when it is no cursor of ours */
export function placeIn(cursor: string): Place {
  try {
    return v.parse(Place, JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new BackstrideError("invalid", "cursor must be the one that the page before gave.", {
      field: "cursor",
      cause,
    });
  }
}
