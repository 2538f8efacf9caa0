import { addDays, weekOf, weekStart } from "../../core/calendar/calendar.ts";
import type { HistoryItem, HistoryPage, HistoryQuery } from "../../core/contract/api.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { BackstrideError } from "../../core/error.ts";
import { checkpointOf, eventsIn, foldBefore } from "../adapters/folds.ts";
import type { Reader } from "../adapters/store.ts";
import { cursorOf, isAfter, itemsOf, placeIn } from "./items.ts";

const MAX_ITEMS = 100;
/** So many items are expected of a week, at most; it only sizes what is read at once. */
const ITEMS_A_WEEK = 3;
/** Ingest takes nothing from before 2000. */
const BEFORE_ALL = "1999-12-31";

/**
 * One page of sessions and variety days, newest first.
 * @throws BackstrideError `invalid` with the field at fault
 */
export async function historyPage(
  store: Reader,
  person: string,
  query: HistoryQuery,
  nowMs: number,
): Promise<HistoryPage> {
  const { from, to, cursor } = query;
  if (from !== undefined && to !== undefined && from > to) {
    throw new BackstrideError("invalid", "from must not be later than to.", { field: "from" });
  }
  const place = cursor === undefined ? undefined : placeIn(cursor);
  const asked = [place?.[0], to].filter((date) => date !== undefined).sort()[0];
  const until = asked === undefined ? undefined : withinLog(asked, nowMs);
  const wanted = (item: HistoryItem): boolean => fits(item, query) && (place === undefined || isAfter(item, place));
  const found = await newest(store, person, MAX_ITEMS + 1, wanted, { from, until });
  const items = found.slice(0, MAX_ITEMS);
  const last = found.length > MAX_ITEMS ? items.at(-1) : undefined;
  return { items, cursor: last === undefined ? null : cursorOf(last) };
}

function fits(item: HistoryItem, { from, to, kind, how, level, pain }: HistoryQuery): boolean {
  return (
    (from === undefined || item.localDate >= from) &&
    (to === undefined || item.localDate <= to) &&
    (kind === undefined || item.kind === kind || (kind === "by-hand" && item.source === "dashboard")) &&
    (how === undefined || item.outcome === how || item.colour === how) &&
    (level === undefined || item.level === Number(level)) &&
    (pain === undefined || (item.worstPain !== null && item.worstPain >= Number(pain)))
  );
}

/** A date that somebody chose, no further from the log than a day: calendars end somewhere, and weeks are counted from it. */
export function withinLog(date: LocalDate, nowMs: number): LocalDate {
  const tomorrow = addDays(new Date(nowMs).toISOString().slice(0, 10), 1);
  if (date > tomorrow) return tomorrow;
  return date < BEFORE_ALL ? BEFORE_ALL : date;
}

type Bounds = { readonly from?: string | undefined; readonly until?: string | undefined };

/** The newest `count` items that are wanted, read backwards in stretches of weeks, from the week of `until`. */
export async function newest(
  store: Reader,
  person: string,
  count: number,
  wanted: (item: HistoryItem) => boolean,
  { from, until }: Bounds,
): Promise<HistoryItem[]> {
  const found: HistoryItem[] = [];
  let week = until === undefined ? (await foldBefore(store, person))?.week : weekOf(until);
  while (week !== undefined && found.length < count && (from === undefined || week >= weekOf(from))) {
    const days = 7 * Math.ceil((count - found.length) / ITEMS_A_WEEK);
    const before = await foldBefore(store, person, weekOf(addDays(weekStart(week), -days)));
    const items = await itemsThrough(store, person, before, week);
    found.push(...items.filter(wanted));
    week = before?.week;
  }
  return found.slice(0, count);
}

/** The items after a fold, through a week. The week after it is read too: it holds the morning after a Sunday. */
async function itemsThrough(
  store: Reader,
  person: string,
  before: Awaited<ReturnType<typeof foldBefore>>,
  week: string,
): Promise<HistoryItem[]> {
  const next = weekOf(addDays(weekStart(week), 7));
  const events = await eventsIn(store, person, { after: before?.week, through: next });
  return itemsOf(checkpointOf(before), events).filter(({ localDate }) => weekOf(localDate) <= week);
}
