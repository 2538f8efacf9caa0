import { addDays, weekOf, weekStart } from "../../core/calendar/calendar.ts";
import type { SessionDetail } from "../../core/contract/api.ts";
import { BackstrideError } from "../../core/error.ts";
import { judgedSessions } from "../../core/progress/judged.ts";
import { inOrder } from "../../core/progress/order.ts";
import { sessionsOf } from "../../core/progress/sessions.ts";
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
  const kept = sessionsOf(inOrder(events)).find(({ data }) => data.sessionId === id);
  if (kept === undefined) throw notFound();
  const { localDate, utcOffsetMin, source } = kept.event;
  const judged = judgedSessions(checkpointOf(before), events).find(({ sessionId }) => sessionId === id);
  return {
    session: { ...kept.data, trace, cues },
    localDate,
    utcOffsetMin,
    source,
    judged: judged === undefined ? null : verdictOf(judged),
  };
}

function verdictOf({ colour, rules, stateBefore, stateAfter }: ReturnType<typeof judgedSessions>[number]) {
  return { colour, rules: [...rules], levelBefore: stateBefore.level, levelAfter: stateAfter.level };
}

const notFound = (): BackstrideError =>
  new BackstrideError("not_found", "There is no such session among yours.", { field: "id" });
