import type { ExportPage } from "../../core/contract/api.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { BackstrideError } from "../../core/error.ts";
import { rangeOf } from "../adapters/folds.ts";
import { key, personKey } from "../adapters/keys.ts";
import { eventOf, ledgerOf } from "../adapters/rows.ts";
import type { Reader } from "../adapters/store.ts";
import type { Row } from "../adapters/table.ts";

/** Of events as large as ingest takes them, a hundred are 1.6 MB; Lambda answers with 6 MB at most. */
const MAX_EVENTS = 100;
const SORT_KEY = /^[ES]#\d{4}-W\d{2}#[\w-]{36}$/;

/**
 * One page of the whole log, every event as it was recorded; the pages follow the sort keys of the rows.
 * @throws BackstrideError `invalid` (field `cursor`)
 */
export async function exportPage(store: Reader, person: string, cursor: string | undefined): Promise<ExportPage> {
  const rows: Row[] = [];
  let after = cursor === undefined ? null : placeIn(cursor);
  for (let more = true; more && rows.length < MAX_EVENTS; ) {
    const next = await rowsAfter(store, person, after, MAX_EVENTS - rows.length);
    rows.push(...next);
    after = next.at(-1)?.sk ?? after;
    // A query may give fewer rows than there are, so only one that gives none has seen the end.
    more = next.length > 0;
  }
  const events = await Promise.all(rows.map((row) => wholeEvent(store, person, row)));
  const last = rows.length === MAX_EVENTS ? after : null;
  return { events, cursor: last === null ? null : Buffer.from(last).toString("base64url") };
}

/** The rows of the log after a sort key, entries first, then sessions; a space sorts right after the key itself. */
async function rowsAfter(store: Reader, person: string, after: string | null, limit: number): Promise<Row[]> {
  for (const kind of ["E", "S"] as const) {
    const { from, to } = rangeOf(kind, {});
    const start = after === null || after < from ? from : `${after} `;
    const rows = start > to ? [] : await store.query(personKey(person), { from: start, to, limit });
    if (rows.length > 0) return rows;
  }
  return [];
}

/** The event of a row; a session gets its trace and its cues back. */
async function wholeEvent(store: Reader, person: string, row: Row): Promise<LogEvent> {
  const event = eventOf(row);
  if (event.type !== "session.recorded.v1") return event;
  const ledger = await store.get(personKey(person), key.trace(event.data.sessionId));
  if (ledger === null) return event;
  const { trace, cues } = ledgerOf(ledger);
  return { ...event, data: { ...event.data, trace, cues } };
}

function placeIn(cursor: string): string {
  const place = Buffer.from(cursor, "base64url").toString("utf8");
  if (SORT_KEY.test(place)) return place;
  throw new BackstrideError("invalid", "cursor must be the one that the page before gave.", { field: "cursor" });
}
