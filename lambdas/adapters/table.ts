import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { clientOf } from "./client.ts";
import { jitter } from "./pause.ts";

/** A row: `pk`, `sk`, an optional `ttl` in epoch seconds, and plain JSON members. */
export type Row = { pk: string; sk: string; ttl?: number } & Record<string, unknown>;
export type Condition = {
  readonly expression: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
};
export type Page = { readonly rows: Row[]; readonly next: string | null };

export const ABSENT: Condition = { expression: "attribute_not_exists(pk)" };
export const PRESENT: Condition = { expression: "attribute_exists(pk)" };

const client = new DynamoDBClient(clientOf("DYNAMODB"));
const TableName = process.env.TABLE_NAME ?? "backstride";

/** TTL deletion lags (and the local engine has none), so a row past its time counts as absent. */
const alive = (row: Row): boolean => row.ttl === undefined || row.ttl > Date.now() / 1000;

/** One row by its key; null when absent or expired. @param ConsistentRead false: half the price, may be a moment behind */
export async function getRow(pk: string, sk: string, ConsistentRead = true): Promise<Row | null> {
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: marshall({ pk, sk }), ConsistentRead }));
  const row = Item === undefined ? null : (unmarshall(Item) as Row);
  return row !== null && alive(row) ? row : null;
}

/**
 * Rows of one partition by their sort keys, at most a hundred different ones, in one request and at half the price of `getRow`: what
 * was written a moment ago may be missing. Null where a row is absent or expired.
 */
export async function glanceRows(pk: string, sks: readonly string[]): Promise<(Row | null)[]> {
  const found = new Map<string, Row>();
  let Keys = [...new Set(sks)].map((sk) => marshall({ pk, sk }));
  for (let attempt = 0; Keys.length > 0; attempt += 1) {
    if (attempt > 0) await jitter(attempt);
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }));
    for (const item of answer.Responses?.[TableName] ?? []) {
      const row = unmarshall(item) as Row;
      if (alive(row)) found.set(row.sk, row);
    }
    // Under load the table answers in part, and names the rest.
    Keys = (answer.UnprocessedKeys?.[TableName]?.Keys ?? []) as typeof Keys;
  }
  return sks.map((sk) => found.get(sk) ?? null);
}

/** Writes a row. With a condition: true when it held and the row was written, false when it did not hold. */
export async function putRow(row: Row, condition?: Condition): Promise<boolean> {
  return conditionally(() =>
    client.send(
      new PutItemCommand({
        TableName,
        Item: marshall(row, { removeUndefinedValues: true }),
        ...conditionInput(condition),
      }),
    ),
  );
}

/** Adds one to the `count` of a row, which is made if need be; false when it is `max` already. */
export async function countRow(pk: string, sk: string, max: number, ttl: number): Promise<boolean> {
  return conditionally(() =>
    client.send(
      new UpdateItemCommand({
        TableName,
        Key: marshall({ pk, sk }),
        UpdateExpression: "SET #ttl = :ttl ADD #count :one",
        ...conditionInput({
          expression: "attribute_not_exists(#count) OR #count < :max",
          names: { "#count": "count", "#ttl": "ttl" },
          values: { ":one": 1, ":max": max, ":ttl": ttl },
        }),
      }),
    ),
  );
}

/** Deletes a row; true also when there was none, false only when a condition did not hold. */
export async function deleteRow(pk: string, sk: string, condition?: Condition): Promise<boolean> {
  return conditionally(() =>
    client.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }), ...conditionInput(condition) })),
  );
}

export type QueryOptions = {
  readonly from?: string;
  readonly to?: string;
  readonly prefix?: string;
  readonly descending?: boolean;
  readonly limit?: number;
  readonly after?: string | null;
  /** Half the price; what was written a moment ago may be missing. */
  readonly glance?: boolean;
};

/** One page of a person's rows by sort key: a `prefix`, or the range `from`…`to` (inclusive), strongly consistent unless it is a glance. `next` is the last sort key read. */
export async function queryRows(pk: string, options: QueryOptions): Promise<Page> {
  const range = options.prefix === undefined ? "sk BETWEEN :from AND :to" : "begins_with(sk, :prefix)";
  const values =
    options.prefix === undefined
      ? { ":from": options.from ?? " ", ":to": options.to ?? "~" }
      : { ":prefix": options.prefix };
  const answer = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: `pk = :pk AND ${range}`,
      ExpressionAttributeValues: marshall({ ":pk": pk, ...values }),
      ConsistentRead: options.glance !== true,
      ScanIndexForward: options.descending !== true,
      ...(options.limit === undefined ? {} : { Limit: options.limit }),
      ...(options.after == null ? {} : { ExclusiveStartKey: marshall({ pk, sk: options.after }) }),
    }),
  );
  const rows = (answer.Items ?? []).map((item) => unmarshall(item) as Row);
  const last = answer.LastEvaluatedKey === undefined ? null : String(unmarshall(answer.LastEvaluatedKey).sk);
  return { rows: rows.filter(alive), next: last };
}

/** All pages of a query. */
export async function queryAll(pk: string, options: QueryOptions): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: Page = await queryRows(pk, { ...options, after });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

function conditionInput(condition: Condition | undefined) {
  if (condition === undefined) return {};
  return {
    ConditionExpression: condition.expression,
    ...(condition.names === undefined ? {} : { ExpressionAttributeNames: condition.names }),
    ...(condition.values === undefined ? {} : { ExpressionAttributeValues: marshall(condition.values) }),
  };
}

async function conditionally(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
