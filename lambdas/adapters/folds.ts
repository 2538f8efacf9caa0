import type { LogEvent } from "../../core/contract/event.ts";
import { type Checkpoint, EMPTY_CHECKPOINT, type Totals } from "../../core/progress/checkpoint.ts";
import { hashOf } from "./canonical.ts";
import { key, personKey, weeks } from "./keys.ts";
import { eventOf } from "./rows.ts";
import { squeezed, textIn } from "./squeeze.ts";
import type { Store } from "./store.ts";
import type { Row } from "./table.ts";

/** One `R#` row: a week of a person's log, folded. */
export type WeekFold = {
  readonly week: string;
  /** Counts the folds of this week. */
  readonly rev: number;
  /** The log up to the end of this week. */
  readonly checkpoint: Checkpoint;
  /** This week alone, and all weeks up to its end. */
  readonly totals: Totals;
  readonly sum: Totals;
  /** Hash of every row that this fold is made from, those of the weeks before included; equal: the same fold. */
  readonly from: string;
};

export function foldRow(person: string, { checkpoint, week, ...fold }: WeekFold): Row {
  return { pk: personKey(person), sk: key.week(week), ...fold, checkpoint: squeezed(JSON.stringify(checkpoint)) };
}

/** Whether a row holds exactly this fold. */
export function holdsFold(row: Row, { week, checkpoint, ...fold }: WeekFold): boolean {
  const { pk, ...kept } = row;
  const own = { sk: key.week(week), ...fold, checkpoint: JSON.stringify(checkpoint) };
  return hashOf({ ...kept, checkpoint: textIn(row.checkpoint) }) === hashOf(own);
}

export function foldOf(row: Row): WeekFold {
  return {
    week: weeks.of(row.sk),
    rev: Number(row.rev),
    checkpoint: JSON.parse(textIn(row.checkpoint)) as Checkpoint,
    totals: row.totals as Totals,
    sum: row.sum as Totals,
    from: String(row.from),
  };
}

/** The latest folds of a person, newest first. */
export async function latestFolds(store: Pick<Store, "query">, person: string, limit: number): Promise<WeekFold[]> {
  const range = { from: weeks.first("R"), to: weeks.last("R"), descending: true, limit };
  return (await store.query(personKey(person), range)).map(foldOf);
}

/** The fold of the latest week before `week`; of the latest of all when left out. Null: nothing was folded. */
export async function foldBefore(store: Pick<Store, "query">, person: string, week?: string): Promise<WeekFold | null> {
  if (week === undefined) return (await latestFolds(store, person, 1))[0] ?? null;
  const range = { from: weeks.first("R"), to: weeks.from("R", week), descending: true, limit: 2 };
  const rows = await store.query(personKey(person), range);
  const found = rows.find((row) => weeks.of(row.sk) < week);
  return found === undefined ? null : foldOf(found);
}

/** The checkpoint that a fold leaves behind; the empty one before the first week. */
export const checkpointOf = (fold: WeekFold | null): Checkpoint => fold?.checkpoint ?? EMPTY_CHECKPOINT;

/** A stretch of weeks: `after` is left out, `through` is in; open where not given. */
export type Stretch = { readonly after?: string | undefined; readonly through?: string | undefined };

/** Every log event of a stretch of weeks, sessions without trace and cues, in no order that matters. */
export async function eventsIn(store: Pick<Store, "query">, person: string, stretch: Stretch): Promise<LogEvent[]> {
  const rows = await Promise.all(
    (["S", "E"] as const).map((kind) => store.query(personKey(person), rangeOf(kind, stretch))),
  );
  return rows.flat().map(eventOf);
}

export function rangeOf(kind: "S" | "E" | "R", { after, through }: Stretch): { from: string; to: string } {
  return {
    from: after === undefined ? weeks.first(kind) : weeks.upTo(kind, after),
    to: through === undefined ? weeks.last(kind) : weeks.upTo(kind, through),
  };
}
