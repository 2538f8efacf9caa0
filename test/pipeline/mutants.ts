import { weekOf } from "../../core/calendar/calendar.ts";
import type { LogDetail } from "../../core/contract/bus.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { EMPTY_CHECKPOINT, type Totals } from "../../core/progress/checkpoint.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { addTotals, totalsOf } from "../../core/progress/totals.ts";
import { foldRow } from "../../lambdas/adapters/folds.ts";
import { key, personKey } from "../../lambdas/adapters/keys.ts";
import { rowsOf } from "../../lambdas/adapters/rows.ts";
import type { Store } from "../../lambdas/adapters/store.ts";
import type { record } from "../../lambdas/record/record.ts";
import { type Consumers, REAL } from "./cloud.ts";
import { Left } from "./runs.ts";

/** `onlyTotals`: it keeps no checkpoint, so it is held only to what it promises. */
export type Mutant = { readonly consumers: Consumers; readonly onlyTotals: boolean };

/** The shortcuts that look right. Each must be caught; most of them lie to the real consumer about the table. */
export const MUTANTS: Readonly<Record<string, Mutant>> = {
  "early return on a duplicate": lying((store) => ({
    ...store,
    put: async (row, expect) => {
      const done = await store.put(row, expect);
      if (!done && expect !== undefined && "absent" in expect) throw new Left();
      return done;
    },
  })),
  "a fold without rev": lying((store) => ({
    ...store,
    put: (row, expect) => store.put(row, isRev(expect) && row.sk.startsWith("R#") ? undefined : expect),
  })),
  "a rev that is read after the sources": lying((store) => ({
    ...store,
    put: async (row, expect) => {
      if (!isRev(expect) || !row.sk.startsWith("R#")) return store.put(row, expect);
      const rev = Number((await store.get(row.pk, row.sk))?.rev ?? 0);
      return store.put({ ...row, rev: rev + 1 }, { rev });
    },
  })),
  "put if absent, then ADD": counting({ absent: true }),
  "ADD alone": counting(undefined),
  "a fold that does not walk on to later weeks": lying((store) => ({
    ...store,
    query: async (pk, range) => {
      const rows = await store.query(pk, range);
      // A fold asks for everything from a week on, and is told of that week alone.
      const first = /^[SER]#(\d{4}-W\d\d)$/.exec(range.descending === true ? "" : (range.from ?? ""))?.[1];
      return first === undefined ? rows : rows.filter(({ sk }) => sk.split("#")[1] === first);
    },
  })),
};

function lying(seenBy: (store: Store) => Store): Mutant {
  return { consumers: { ...REAL, seenBy }, onlyTotals: false };
}

function counting(expect: { absent: true } | undefined): Mutant {
  return { consumers: { ...REAL, record: adding(expect) }, onlyTotals: true };
}

const isRev = (expect: object | undefined): boolean => expect !== undefined && "rev" in expect;

/** A counter in place of the fold. The addition itself is as atomic as DynamoDB's. */
function adding(expect: { absent: true } | undefined): typeof record {
  return async ({ store, emit }, { detail }) => {
    const { meta, event } = detail as LogDetail;
    const week = weekOf(subjectDate(event));
    let fresh = true;
    for (const row of rowsOf(event, { person: meta.person, week, receivedAt: meta.receivedAt })) {
      fresh = (await store.put(row, expect)) && fresh;
    }
    if (fresh) while (!(await added(store, meta.person, week, event)));
    await emit("progress.updated.v1", {});
  };
}

async function added(store: Store, person: string, week: string, event: LogEvent): Promise<boolean> {
  const row = await store.get(personKey(person), key.week(week));
  const rev = Number(row?.rev ?? 0);
  const totals = addTotals(row?.totals as Totals | undefined, totalsOf([event]));
  return store.put(
    foldRow(person, { week, rev: rev + 1, checkpoint: EMPTY_CHECKPOINT, totals, sum: totals, from: "" }),
    { rev },
  );
}
