import { BackstrideError } from "../../core/error.ts";
import { uuidV7 } from "../../core/uuid.ts";
import { ABSENT, deleteRow, getRow, PRESENT, putRow, type Row } from "../adapters/table.ts";
import type { Context } from "./context.ts";
import { ttlFor } from "./keys.ts";

/** Keeps what a sign-in that takes two requests is bound to. @returns the id that only the browser which began it knows */
export async function beginCeremony(ctx: Context, bound: Record<string, string>, lastsMs: number): Promise<string> {
  const ceremony = uuidV7(ctx.now, ctx.random(10));
  const expiresAt = ctx.now + lastsMs;
  await putRow({ pk: `CER#${ceremony}`, sk: "CER", ...bound, expiresAt, ttl: ttlFor(expiresAt) }, ABSENT);
  return ceremony;
}

/** Ends a ceremony: its row, once. Deleting it is what makes it single use. @throws BackstrideError `invalid` */
export async function concludeCeremony(ctx: Context, ceremony: string, kind: string): Promise<Row> {
  const row = await getRow(`CER#${ceremony}`, "CER");
  const mine = row !== null && (await deleteRow(row.pk, row.sk, PRESENT));
  if (row === null || !mine || row.kind !== kind || Number(row.expiresAt) <= ctx.now) throw startAgain();
  return row;
}

export const startAgain = (): BackstrideError =>
  new BackstrideError("invalid", "That took too long, or was finished already. Please start again.", {
    field: "ceremony",
  });
