import { BackstrideError } from "../../core/error.ts";
import { foldWeek } from "../../core/progress/fold.ts";
import { addTotals } from "../../core/progress/totals.ts";
import { hashOf } from "../adapters/canonical.ts";
import { checkpointOf, foldBefore, foldRow, rangeOf, type WeekFold } from "../adapters/folds.ts";
import { key, personKey, weeks } from "../adapters/keys.ts";
import type { Pause } from "../adapters/pause.ts";
import { eventOf } from "../adapters/rows.ts";
import type { Store } from "../adapters/store.ts";
import type { Row } from "../adapters/table.ts";

export type FoldPorts = { readonly store: Store; readonly pause: Pause };
export type Refolded = { readonly first: WeekFold; readonly last: WeekFold };

const MAX_ATTEMPTS = 5;

/**
 * Folds a week from its rows again, then every later week, because each starts from the checkpoint of the one before.
 * The next week is looked up after each write: whoever added a week meanwhile either read this write or is seen here.
 * @throws BackstrideError `unavailable`, retryable, when rivals won every attempt
 */
export async function foldFrom(ports: FoldPorts, person: string, week: string): Promise<Refolded> {
  const first = await foldOneWeek(ports, person, week);
  let last = first;
  for (let next = await weekAfter(ports.store, person, week); next !== null; ) {
    last = await foldOneWeek(ports, person, next);
    next = await weekAfter(ports.store, person, next);
  }
  return { first, last };
}

/*
 * rev ──► fold before ──► rows of the week ──► put if rev is still the same
 *  │                                             │
 *  └── a rival that adds a row now, or folds the week before, also bumps this rev later: one of us writes last, having read all
 *
 * A fold that is there already, from the same sources, is left as it is. That is safe because rows are never taken away: whoever still holds its rev
 * has read the rows after it was written, so it has read all of them and can only write the same again.
 */
async function foldOneWeek(ports: FoldPorts, person: string, week: string): Promise<WeekFold> {
  const { store, pause } = ports;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const kept = await store.get(personKey(person), key.week(week));
    const before = await foldBefore(store, person, week);
    const rows = await rowsOfWeek(store, person, week);
    const seen = Number(kept?.rev ?? 0);
    const fold = { ...folded(week, before, rows), rev: seen };
    if (kept !== null && hashOf(foldRow(person, fold)) === hashOf(kept)) return fold;
    const next = { ...fold, rev: seen + 1 };
    if (await store.put(foldRow(person, next), { rev: seen })) return next;
    await pause(attempt);
  }
  throw new BackstrideError("unavailable", `Week ${week} changed under every attempt to fold it.`, { retryable: true });
}

function folded(week: string, before: WeekFold | null, rows: readonly Row[]) {
  const { checkpoint, totals } = foldWeek(checkpointOf(before), week, rows.map(eventOf));
  const from = hashOf([before?.from ?? "", ...rows.map(({ sk }) => sk)]);
  return { week, checkpoint, totals, sum: addTotals(before?.sum, totals), from };
}

async function rowsOfWeek(store: Store, person: string, week: string): Promise<Row[]> {
  const prefixes = [`S#${week}#`, `E#${week}#`];
  return (await Promise.all(prefixes.map((prefix) => store.query(personKey(person), { prefix })))).flat();
}

/** The next later week that has rows, folded or not. */
async function weekAfter(store: Store, person: string, week: string): Promise<string | null> {
  const pk = personKey(person);
  const kinds = ["S", "E"] as const;
  const found = await Promise.all(
    kinds.map((kind) => store.query(pk, { ...rangeOf(kind, { after: week }), limit: 1 })),
  );
  return (
    found
      .flat()
      .map((row) => weeks.of(row.sk))
      .sort()[0] ?? null
  );
}
