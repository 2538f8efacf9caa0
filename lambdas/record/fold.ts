import { BackstrideError } from "../../core/error.ts";
import { foldWeek } from "../../core/progress/fold.ts";
import { addTotals } from "../../core/progress/totals.ts";
import { hashOf } from "../adapters/canonical.ts";
import { checkpointOf, foldBefore, foldOf, foldRow, holdsFold, rangeOf, type WeekFold } from "../adapters/folds.ts";
import { personKey, weeks } from "../adapters/keys.ts";
import type { HasTime, Pause } from "../adapters/pause.ts";
import { eventOf } from "../adapters/rows.ts";
import type { Store } from "../adapters/store.ts";
import type { Row } from "../adapters/table.ts";

export type FoldPorts = { readonly store: Store; readonly pause: Pause; readonly hasTime: HasTime };
/** Folds a week from its rows again, and every later one; all of them, in order. */
export type Fold = (ports: FoldPorts, person: string, week: string) => Promise<WeekFold[]>;

/** The latest fold and the one before. */
const NEAR = 2;

type Step = { readonly fold: WeekFold; readonly seen: number; readonly changed: boolean };
type Walk = { readonly before: WeekFold | null; readonly steps: readonly Step[] };

/**
 * Folds a week from its rows again, then every later week, because each starts from the checkpoint of the one before. Everything
 * is read at once, however many weeks there are. A rival that has folded the same rows is as good as this run.
 * @throws BackstrideError `unavailable`, retryable, when rivals won until the time was over; what was written stays
 */
export const foldFrom: Fold = async (ports, person, week) => {
  const { store, pause, hasTime } = ports;
  for (let attempt = 1; hasTime(); attempt += 1) {
    const walk = await walkOf(store, person, week);
    const written = await writeAll(ports, person, walk.steps);
    if (!written) await pause(attempt);
    if (await stands(store, person, week, walk, written)) return walk.steps.map(({ fold }) => fold);
  }
  throw new BackstrideError("unavailable", `There was no time left to fold ${week} and later.`, { retryable: true });
};

/*
 * revs ──► fold before ──► rows ──► put, week by week, if rev is still the same ──► fold before again; weeks that came meanwhile
 *  │                                                │
 *  └── a rival that adds a row now, or folds a week before, also bumps each rev later: one of us writes last, having read all
 *
 * A week that a rival adds meanwhile has no rev that was read here. Its folder looks at the fold before once more after writing, this
 * run looks for such weeks after writing: one of us sees the other's.
 *
 * A fold that is there already, from the same sources, is left as it is. That is safe because rows are never taken away: whoever still
 * holds its rev has read the rows after it was written, so it has read all of them and can only write the same again.
 */
async function walkOf(store: Store, person: string, week: string): Promise<Walk> {
  const { kept, before } = await keptAround(store, person, week);
  const sources = await rowsFrom(store, person, week);
  const steps: Step[] = [];
  let last = before;
  let lastKept = before;
  for (const [of, rows] of sources) {
    const row = kept.get(of);
    const old = row === undefined ? null : foldOf(row);
    const step = stepOf({ week: of, rows, before: last, old, oldBefore: lastKept }, row);
    steps.push(step);
    last = step.fold;
    lastKept = old;
  }
  return { before, steps };
}

type Week = {
  readonly week: string;
  readonly rows: readonly Row[];
  readonly before: WeekFold | null;
  readonly old: WeekFold | null;
  readonly oldBefore: WeekFold | null;
};

function stepOf(of: Week, row: Row | undefined): Step {
  const { week, before, old } = of;
  const seen = old?.rev ?? 0;
  const { checkpoint, totals } = foldAgain(of);
  const sum = addTotals(before?.sum, totals);
  const same = { week, checkpoint, totals, sum, from: fromOf(before, of.rows), rev: seen };
  if (row !== undefined && holdsFold(row, same)) return { fold: same, seen, changed: false };
  return { fold: { ...same, rev: seen + 1 }, seen, changed: true };
}

/** The checkpoint and totals of a week; those it has, when it was folded from these rows over a checkpoint like this one. */
function foldAgain({ week, rows, before, old, oldBefore }: Week): Pick<WeekFold, "checkpoint" | "totals"> {
  const over = (fold: WeekFold | null) => JSON.stringify(checkpointOf(fold));
  const asBefore = before !== null && oldBefore !== null && over(before) === over(oldBefore);
  // The first week is always folded: `before` and `oldBefore` are one there, and a repetition repairs what an older fold made.
  if (before !== oldBefore && asBefore && old?.from === fromOf(oldBefore, rows)) return old;
  return foldWeek(checkpointOf(before), week, rows.map(eventOf));
}

const fromOf = (before: WeekFold | null, rows: readonly Row[]): string =>
  hashOf([before?.from ?? "", ...rows.map(({ sk }) => sk)]);

/** False when a rival has written one of these weeks; those after it are then left alone. */
async function writeAll({ store, hasTime }: FoldPorts, person: string, steps: readonly Step[]): Promise<boolean> {
  for (const { fold, seen, changed } of steps) {
    if (changed && !(hasTime() && (await store.put(foldRow(person, fold), { rev: seen })))) return false;
  }
  return true;
}

/** Whether nothing came in between; and, for who lost against a rival, whether the rival has folded the very same rows. */
async function stands(store: Store, person: string, week: string, walk: Walk, written: boolean): Promise<boolean> {
  const { kept, before } = await keptAround(store, person, week);
  const own = new Map(walk.steps.map(({ fold }) => [fold.week, fold.from]));
  return (
    before?.from === walk.before?.from &&
    [...kept.keys()].every((of) => own.has(of)) &&
    (written || [...own].every(([of, from]) => kept.get(of)?.from === from))
  );
}

/** What is folded: the rows from a week on, by week, and the fold before them. */
type Kept = { readonly kept: ReadonlyMap<string, Row>; readonly before: WeekFold | null };

/** Most events are about the latest week, whose fold and the one before are a single read; for an older week it takes three. */
async function keptAround(store: Store, person: string, week: string): Promise<Kept> {
  const range = { from: weeks.first("R"), to: weeks.last("R") };
  const near = await store.query(personKey(person), { ...range, descending: true, limit: NEAR });
  const before = near.find(({ sk }) => weeks.of(sk) < week);
  if (before === undefined && near.length === NEAR) return keptFrom(store, person, week);
  const kept = near.filter(({ sk }) => weeks.of(sk) >= week).reverse();
  return { kept: byWeek(kept), before: before === undefined ? null : foldOf(before) };
}

async function keptFrom(store: Store, person: string, week: string): Promise<Kept> {
  const rows = await store.query(personKey(person), { from: weeks.from("R", week), to: weeks.last("R") });
  return { kept: byWeek(rows), before: await foldBefore(store, person, week) };
}

const byWeek = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [weeks.of(row.sk), row]));

/** The rows that the folds from a week on are made from, by week, in order. */
async function rowsFrom(store: Store, person: string, week: string): Promise<Map<string, Row[]>> {
  const kinds = ["S", "E"] as const;
  const found = await Promise.all(
    kinds.map((kind) => store.query(personKey(person), { ...rangeOf(kind, {}), from: weeks.from(kind, week) })),
  );
  const names = [...new Set(found.flat().map(({ sk }) => weeks.of(sk)))].sort();
  const byWeek = new Map(names.map((name): [string, Row[]] => [name, []]));
  for (const row of found.flat()) byWeek.get(weeks.of(row.sk))?.push(row);
  return byWeek;
}
