import * as v from "valibot";
import { QUARANTINE_DAYS, QUARANTINE_SHARDS, quarantineKey } from "../adapters/keys.ts";
import type { HasTime } from "../adapters/pause.ts";
import { deleteRow, queryAll, type Row } from "../adapters/table.ts";

const DAY_MS = 86_400_000;

const Named = v.object({ meta: v.object({ person: v.string() }) });

/** Deletes what was put aside of a person's events: the rows are kept by day, so every day is looked at. False: no time left. */
export async function eraseQuarantine(person: string, nowMs: number, hasTime: HasTime): Promise<boolean> {
  for (let day = 0; day <= QUARANTINE_DAYS; day += 1) {
    if (!hasTime()) return false;
    const date = new Date(nowMs - day * DAY_MS).toISOString().slice(0, 10);
    const shards = Array.from({ length: QUARANTINE_SHARDS }, (_, shard) => queryAll(quarantineKey(date, shard), {}));
    const rows = (await Promise.all(shards)).flat().filter((row) => isOf(person, row));
    await Promise.all(rows.map(({ pk, sk }) => deleteRow(pk, sk)));
  }
  return true;
}

function isOf(person: string, { detail }: Row): boolean {
  const named = v.safeParse(Named, JSON.parse(String(detail)));
  return named.success && named.output.meta.person === person;
}
