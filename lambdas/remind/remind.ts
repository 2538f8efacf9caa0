import { REMINDER_DUE, type Reminder } from "../../core/contract/bus.ts";
import { BackstrideError } from "../../core/error.ts";
import type { Emit } from "../adapters/bus.ts";
import { key, personKey } from "../adapters/keys.ts";
import type { HasTime, Pause } from "../adapters/pause.ts";
import { isDeleted, type PlanRow, publishedPlan } from "../adapters/people.ts";
import type { Schedule } from "../adapters/scheduler.ts";
import { standingAt } from "../adapters/standing.ts";
import type { Store } from "../adapters/store.ts";
import { arm, nextDue } from "../plan/due.ts";

export type RemindPorts = {
  readonly store: Store;
  readonly emit: Emit;
  readonly schedule: Schedule;
  readonly pause: Pause;
  readonly hasTime: HasTime;
  readonly now: () => number;
};

const CLAIM_KEPT_S = 2 * 86_400;

/**
 * The alarm rang. Says so on the bus when its plan is still the current one, and sets the alarm for what comes next either
 * way: an alarm that a newer plan has overtaken must not be the last one.
 * @throws BackstrideError `unavailable`, retryable: ring again
 */
export async function remind(ports: RemindPorts, reminder: Reminder): Promise<void> {
  const { person, planRev } = reminder;
  if (await isDeleted(ports.store, person)) return ports.schedule(person, null);
  let current = await publishedPlan(ports.store, person);
  if (current === null) return;
  if (current.rev === planRev && (await mayBeSaid(ports, reminder))) await ports.emit(REMINDER_DUE, reminder);
  for (let attempt = 1; ports.hasTime(); attempt += 1) {
    const latest = await armNext(ports, person, current);
    // The account was deleted meanwhile, and with it the plan.
    if (latest === null) return ports.schedule(person, null);
    if (latest.rev === current.rev) return;
    await ports.pause(attempt);
    current = latest;
  }
  throw new BackstrideError("unavailable", "The plan kept changing until there was no time left to set its alarm.", {
    retryable: true,
  });
}

/**
 * True once for each thing that is due. An alarm may ring twice, and a crash lets it ring again: as with a cue on the wrist,
 * better one reminder too few than the same one twice.
 */
async function mayBeSaid({ store, now }: RemindPorts, { person, what, dueAt }: Reminder): Promise<boolean> {
  const ttl = Math.floor(now() / 1000) + CLAIM_KEPT_S;
  return store.put({ pk: personKey(person), sk: key.reminded(what, dueAt), ttl }, { absent: true });
}

/** Sets the alarm for what is due next, and looks again: a newer plan may have come meanwhile, and its alarm been overwritten here. */
async function armNext(ports: RemindPorts, person: string, { rev }: PlanRow): Promise<PlanRow | null> {
  const { store, schedule, now } = ports;
  const nowMs = now();
  const standing = await standingAt(store, person, nowMs);
  await arm(schedule, person, rev, nextDue(standing, nowMs));
  return publishedPlan(store, person);
}
