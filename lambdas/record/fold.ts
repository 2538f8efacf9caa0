import { BackstrideError } from "../../core/error.ts";
import { foldWeek } from "../../core/progress/fold.ts";
import { addTotals } from "../../core/progress/totals.ts";
import { checkpointOf, foldBefore, foldRow, rangeOf, type WeekFold } from "../adapters/folds.ts";
import { key, personKey, weeks } from "../adapters/keys.ts";
import type { Pause } from "../adapters/pause.ts";
import { eventOf } from "../adapters/rows.ts";
import type { Store } from "../adapters/store.ts";

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
 * rev ──► checkpoint before ──► rows of the week ──► put if rev is still the same
 *  │                                                  │
 *  └── a rival that adds a row now, or folds the week before, also bumps this rev later: one of us writes last, having read all
 */
async function foldOneWeek(ports: FoldPorts, person: string, week: string): Promise<WeekFold> {
  const { store, pause } = ports;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const seen = Number((await store.get(personKey(person), key.week(week)))?.rev ?? 0);
    const before = await foldBefore(store, person, week);
    const events = await weekEvents(store, person, week);
    const { checkpoint, totals } = foldWeek(checkpointOf(before), week, events);
    const fold = { week, rev: seen + 1, checkpoint, totals, sum: addTotals(before?.sum, totals) };
    if (await store.put(foldRow(person, fold), { rev: seen })) return fold;
    await pause(attempt);
  }
  throw new BackstrideError("unavailable", `Week ${week} changed under every attempt to fold it.`, { retryable: true });
}

async function weekEvents(store: Store, person: string, week: string) {
  const pk = personKey(person);
  const rows = await Promise.all([
    store.query(pk, { prefix: `S#${week}#` }),
    store.query(pk, { prefix: `E#${week}#` }),
  ]);
  return rows.flat().map(eventOf);
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
