import { QueryCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Reader } from "../../lambdas/adapters/store.ts";
import type { Row } from "../../lambdas/adapters/table.ts";
import type { Place } from "../place/place.ts";

/** The rows of one partition, by sort key, in order. */
export type Partition = ReadonlyMap<string, Row>;
/** Partitions by their key. */
export type Rows = ReadonlyMap<string, Partition>;

type Page = { readonly Items?: Record<string, unknown>[]; readonly LastEvaluatedKey?: Record<string, unknown> };

/** Every row of the table; of one partition when it is named. */
export async function readRows({ table, tableName }: Place, pk: string | null): Promise<Rows> {
  const rows = new Map<string, Map<string, Row>>();
  const input = { TableName: tableName, ConsistentRead: true };
  const condition = { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": { S: pk ?? "" } } };
  let start = {};
  do {
    const given = { ...input, ...start };
    const command = pk === null ? new ScanCommand(given) : new QueryCommand({ ...given, ...condition });
    const page = (await table.send(command as ScanCommand)) as Page;
    for (const item of page.Items ?? []) keep(rows, unmarshall(item as Parameters<typeof unmarshall>[0]) as Row);
    start = page.LastEvaluatedKey === undefined ? {} : { ExclusiveStartKey: page.LastEvaluatedKey };
  } while ("ExclusiveStartKey" in start);
  return new Map([...rows].map(([key, found]) => [key, inOrder(found)]));
}

function keep(rows: Map<string, Map<string, Row>>, row: Row): void {
  const partition = rows.get(row.pk) ?? new Map<string, Row>();
  rows.set(row.pk, partition.set(row.sk, row));
}

const inOrder = (found: Map<string, Row>): Partition => new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The rows of a partition whose sort key begins like this. */
export const beginning = (partition: Partition, prefix: string): Row[] =>
  [...partition.values()].filter(({ sk }) => sk.startsWith(prefix));

/** One partition as the functions read the table. */
export const readerOf = (partition: Partition): Reader => ({
  get: async (_, sk) => partition.get(sk) ?? null,
  glance: async (_, sk) => partition.get(sk) ?? null,
  query: async (_, { prefix, from = " ", to = "~", descending, limit }) => {
    const inside = (sk: string) => (prefix === undefined ? sk >= from && sk <= to : sk.startsWith(prefix));
    const found = [...partition.values()].filter(({ sk }) => inside(sk));
    if (descending === true) found.reverse();
    return found.slice(0, limit ?? found.length);
  },
});
