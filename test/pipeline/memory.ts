import type { Expect, Range, Store } from "../../lambdas/adapters/store.ts";
import type { Row } from "../../lambdas/adapters/table.ts";

/** Called before each access to a store; a schedule may hold it back there, or crash it. */
export type Gate = () => Promise<void>;

const open: Gate = async () => {};

/** A table in memory that behaves as DynamoDB does: each access is atomic, reads are consistent, sort keys in order. */
export class Memory {
  readonly rows = new Map<string, Row>();

  /** This table as one run of a function sees it, every access behind a gate. */
  store(gate: Gate = open): Store {
    const get: Store["get"] = async (pk, sk) => {
      await gate();
      const row = this.rows.get(`${pk}|${sk}`);
      return row === undefined ? null : copy(row);
    };
    return {
      get,
      glance: get,
      put: async (row, expect) => {
        await gate();
        if (!holds(expect, this.rows.get(`${row.pk}|${row.sk}`))) return false;
        this.rows.set(`${row.pk}|${row.sk}`, copy(row));
        return true;
      },
      query: async (pk, range) => {
        await gate();
        return this.query(pk, range);
      },
    };
  }

  private query(pk: string, range: Range): Row[] {
    const found = [...this.rows.values()]
      .filter((row) => row.pk === pk && within(range, row.sk))
      .sort((a, b) => (a.sk < b.sk ? -1 : 1));
    if (range.descending === true) found.reverse();
    return found.slice(0, range.limit ?? found.length).map(copy);
  }
}

/** Several rows of a partition at once, as `ingest` looks at them. */
export const glancing =
  ({ get }: Pick<Store, "get">) =>
  (pk: string, sks: readonly string[]): Promise<(Row | null)[]> =>
    Promise.all(sks.map((sk) => get(pk, sk)));

/** Rows go in and out as JSON does, bytes as they are: no caller holds on to a row of the table, and `undefined` members are left out. */
const copy = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, member instanceof Uint8Array ? member : JSON.parse(JSON.stringify(member))]),
  ) as Row;

const within = ({ prefix, from = " ", to = "~" }: Range, sk: string): boolean =>
  prefix === undefined ? sk >= from && sk <= to : sk.startsWith(prefix);

function holds(expect: Expect | undefined, row: Row | undefined): boolean {
  if (expect === undefined) return true;
  if ("absent" in expect) return row === undefined;
  return expect.rev === 0 ? row === undefined : row?.rev === expect.rev;
}
