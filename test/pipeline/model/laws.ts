import assert from "node:assert/strict";
import * as v from "valibot";
import { LogDetail } from "../../../core/contract/bus.ts";
import type { LogEvent } from "../../../core/contract/event.ts";
import { contentHash } from "../../../lambdas/adapters/canonical.ts";
import { eventsIn } from "../../../lambdas/adapters/folds.ts";
import { PERSON } from "../events.ts";
import { holdsTheAlarm, holdsTheFolds, holdsThePlan, rowsIn } from "../truth.ts";
import type { World } from "./world.ts";

/** What must hold whenever nothing is running. @throws AssertionError */
export async function holdsAtRest(world: World): Promise<void> {
  const stored = await eventsIn(world.memory.store(), PERSON, {});
  holdsTheLog(world, stored);
  holdsTheReminders(world);
  if (stored.length === 0) return;
  holdsTheFolds(world.memory, stored);
  await holdsThePlan(world.memory, world.plannedMs);
  const { live } = world.schedules;
  assert.ok(live.length <= 1, `${live.length} live schedules`);
  await holdsTheAlarm(world.memory, live[0] ?? null, world.armedMs);
}

/** What the bus has taken is stored, once, with content that was told; and whatever was acknowledged is among it. */
function holdsTheLog({ memory, archive, acked, told }: World, stored: readonly LogEvent[]): void {
  const taken = archive.flatMap(({ detail }) => (v.is(LogDetail, detail) ? [detail.event.id] : []));
  assert.deepStrictEqual(sorted(stored.map(({ id }) => id)), sorted(new Set(taken)), "stored is not what was taken");
  assert.deepStrictEqual(sorted(rowsIn(memory, "I#").map(({ sk }) => sk.slice(2))), sorted(new Set(taken)));
  assert.deepStrictEqual(
    [...acked].filter((id) => !taken.includes(id)),
    [],
    "acknowledged, but not stored",
  );
  const hashes = new Set(told.map((event) => `${event.id} ${contentHash(event)}`));
  for (const { sk, hash } of rowsIn(memory, "I#")) assert.ok(hashes.has(`${sk.slice(2)} ${hash}`), "nobody told that");
}

/** No reminder before its time, and none twice. */
function holdsTheReminders({ said }: World): void {
  const things = said.map(({ reminder }) => `${reminder.what} ${reminder.dueAt}`);
  assert.deepStrictEqual(things, [...new Set(things)], "something was said twice");
  for (const { reminder, atMs } of said) assert.ok(Date.parse(reminder.dueAt) <= atMs, "said too early");
}

const sorted = (ids: Iterable<string>): string[] => [...ids].sort();
