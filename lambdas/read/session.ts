import { addDays, weekOf, weekStart } from "../../core/calendar/calendar.ts";
import type { SessionDetail } from "../../core/contract/api.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { BackstrideError } from "../../core/error.ts";
import { judgedSessions } from "../../core/progress/judged.ts";
import { inOrder } from "../../core/progress/order.ts";
import { type KeptSession, sessionsOf } from "../../core/progress/sessions.ts";
import { hashOf } from "../adapters/canonical.ts";
import { checkpointOf, eventsIn, foldBefore } from "../adapters/folds.ts";
import { key, personKey } from "../adapters/keys.ts";
import { ledgerOf } from "../adapters/rows.ts";
import type { Reader } from "../adapters/store.ts";

/**
 * One session as it stands after edits, with its trace, its cues and how it was judged.
 * @throws BackstrideError `not_found` when the person has no such session, or has deleted it
 */
export async function sessionDetail(store: Reader, person: string, id: string): Promise<SessionDetail> {
  const row = await store.get(personKey(person), key.trace(id));
  if (row === null) throw notFound();
  const { week, trace, cues } = ledgerOf(row);
  const before = await foldBefore(store, person, week);
  const through = weekOf(addDays(weekStart(week), 7));
  const events = await eventsIn(store, person, { after: before?.week, through });
  const ordered = inOrder(events);
  const kept = sessionsOf(ordered).find(({ data }) => data.sessionId === id);
  if (kept === undefined) throw notFound();
  const { localDate, utcOffsetMin, source } = kept.event;
  const judged = judgedSessions(checkpointOf(before), events).find(({ sessionId }) => sessionId === id);
  return {
    session: { ...kept.data, trace, cues },
    edited: editOf(ordered, kept),
    localDate,
    utcOffsetMin,
    source,
    judged: judged === undefined ? null : verdictOf(judged),
  };
}

/** The latest correction; null when there is none, or when it says again what the record said. */
function editOf(ordered: readonly LogEvent[], { event, data }: KeptSession): SessionDetail["edited"] {
  const edits = ordered.flatMap((each) =>
    each.type === "session.edited.v1" &&
    each.data.sessionId === data.sessionId &&
    each.data.sessionDate === event.localDate
      ? [each]
      : [],
  );
  const last = edits.at(-1);
  if (last === undefined) return null;
  const { endedAt, outcome, reason, steps, scores, surface } = event.data;
  const original = { endedAt, outcome, reason, steps, scores, surface };
  const { sessionId: _, sessionDate: __, notes, ...now } = last.data;
  if (notes === "" && hashOf(now) === hashOf(original)) return null;
  return { at: last.at, notes, original };
}

function verdictOf({ colour, rules, stateBefore, stateAfter }: ReturnType<typeof judgedSessions>[number]) {
  return { colour, rules: [...rules], levelBefore: stateBefore.level, levelAfter: stateAfter.level };
}

const notFound = (): BackstrideError =>
  new BackstrideError("not_found", "There is no such session among yours.", { field: "id" });
