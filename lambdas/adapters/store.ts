import { type Condition, getRow, putRow, type QueryOptions, queryAll, queryRows, type Row } from "./table.ts";

/** What a write asks of the row that it would replace: that there is none, or that its `rev` is the one that was read (0: there was no row). */
export type Expect = { readonly absent: true } | { readonly rev: number };

/** A range of sort keys, both ends included, or everything that begins with `prefix`. */
export type Range = {
  readonly prefix?: string;
  readonly from?: string;
  readonly to?: string;
  readonly descending?: boolean;
  /** At most so many rows; all of them when left out. */
  readonly limit?: number;
};

/** The table as the pipeline needs it. Each call is atomic on its own; reads see every write that was answered before. */
export type Store = {
  readonly get: (pk: string, sk: string) => Promise<Row | null>;
  /** As `get` at half the price, and maybe a moment behind. */
  readonly glance: (pk: string, sk: string) => Promise<Row | null>;
  /** False when the expectation did not hold and nothing was written. */
  readonly put: (row: Row, expect?: Expect) => Promise<boolean>;
  readonly query: (pk: string, range: Range) => Promise<Row[]>;
};

/** The part of a store that only reads. */
export type Reader = Pick<Store, "get" | "glance" | "query">;

const query = async (pk: string, range: QueryOptions): Promise<Row[]> =>
  range.limit === undefined ? queryAll(pk, range) : (await queryRows(pk, range)).rows;
const glance: Store["glance"] = (pk, sk) => getRow(pk, sk, false);

/** Two values, so that the bundle of a function that only reads holds no command that writes. */
export const tableReader: Reader = { get: getRow, glance, query };
/**
 * For answers: what was recorded is planned from a moment later anyway, so one that is a moment behind says nothing wrong. Not for one
 * that goes out under a mark: an older answer under a newer mark would stay.
 */
export const tableGlance: Reader = { get: glance, glance, query: (pk, range) => query(pk, { ...range, glance: true }) };
export const tableStore: Store = {
  get: getRow,
  glance,
  put: (row, expect) => putRow(row, expect === undefined ? undefined : conditionOf(expect)),
  query,
};

function conditionOf(expect: Expect): Condition {
  if ("absent" in expect || expect.rev === 0) {
    return { expression: "attribute_not_exists(#pk)", names: { "#pk": "pk" } };
  }
  return { expression: "#rev = :rev", names: { "#rev": "rev" }, values: { ":rev": expect.rev } };
}
