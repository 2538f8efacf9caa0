import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";

/** A row: `pk`, `sk`, an optional `ttl` in epoch seconds, and plain JSON members. */
export type Row = { pk: string; sk: string; ttl?: number } & Record<string, unknown>;
export type Condition = {
  readonly expression: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
};
export type Page = { readonly rows: Row[]; readonly next: string | null };

export const ABSENT: Condition = { expression: "attribute_not_exists(pk)" };

const client = new DynamoDBClient({});
const TableName = process.env.TABLE_NAME ?? "backstride";

/** TTL deletion lags (and the local engine has none), so a row past its time counts as absent. */
const alive = (row: Row): boolean => row.ttl === undefined || row.ttl > Date.now() / 1000;

/** One row by its key, strongly consistent; null when absent or expired. */
export async function getRow(pk: string, sk: string): Promise<Row | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName, Key: marshall({ pk, sk }), ConsistentRead: true }),
  );
  const row = Item === undefined ? null : (unmarshall(Item) as Row);
  return row !== null && alive(row) ? row : null;
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
};

/** One page of a person's rows by sort key: a `prefix`, or the range `from`…`to` (inclusive), strongly consistent. `next` is the last sort key read. */
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
      ConsistentRead: true,
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
