import type { Table } from "./aws/table.ts";
import type { Stack } from "./template/stack.ts";

/** The row that the first account of an installation claims (owned by `identity`). */
const CLAIM = { pk: { S: "INSTALL" }, sk: { S: "ADMIN" } };

/** The one-time code of the first account, as the deployment would print it; null once that account exists. */
export async function setupCodeOf(stack: Stack, send: Table["send"]): Promise<string | null> {
  const code = stack.outputs.FirstAccountCode;
  const [TableName] = stack.tables;
  if (code === undefined || TableName === undefined) return null;
  const { Item } = await send("GetItem", { TableName, Key: CLAIM, ConsistentRead: true });
  return Item === undefined ? code : null;
}
