import type { WatchPlan } from "../logic/plan.ts";
import { type Ask, sync } from "../logic/sync.ts";
import { inTurn, isTaken, type Turn } from "../logic/turn.ts";
import { armAlarms } from "./alarm.ts";
import { modelName } from "./screen.ts";
import { keepStanding } from "./standing.ts";
import { keepPhoneChoices, keepPlan, keepSync, lastSync, outbox, sessionOpen } from "./store.ts";

const TIMEOUT_MS = 12_000;
const STALE_MS = 21_600_000;
const AGAIN_MS = 1_000;

const linkOf =
  (page: ZmlPage): Ask =>
  (method, params) =>
    page.request({ method, params }, { timeout: TIMEOUT_MS });

/** Whether opening the app is reason enough to sync. */
export function wantsSync(now: number): boolean {
  const last = lastSync();
  return last === null || last.code !== "ok" || now - last.at > STALE_MS || outbox().waiting().length > 0;
}

async function run(page: ZmlPage, turn: Turn): Promise<void> {
  const keep = (plan: WatchPlan, phone: unknown): boolean =>
    [keepPlan(plan), keepPhoneChoices(phone)].every((written) => written);
  const result = await sync(inTurn(linkOf(page), turn, Date.now), outbox(), keep, modelName(), keepStanding);
  keepSync({ ...result, at: Date.now() });
  if (!sessionOpen()) armAlarms(null);
}

/** Syncs as soon as no other sync is under way, then calls `done`. How it went is kept, see `lastSync`. */
export function syncNow(page: ZmlPage, done: () => void): void {
  const turn = getApp()._options.globalData as Turn;
  if (isTaken(turn, Date.now())) {
    setTimeout(() => syncNow(page, done), AGAIN_MS);
    return;
  }
  turn.askedAt = Date.now();
  // Not try … finally around an await: the qjsc of 2020 cannot compile what zpm makes of it.
  const end = (): void => {
    turn.askedAt = 0;
    done();
  };
  run(page, turn).then(end, end);
}
