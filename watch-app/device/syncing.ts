import type { WatchPlan } from "../logic/plan.ts";
import { type Ask, sync } from "../logic/sync.ts";
import { armAlarms } from "./alarm.ts";
import { modelName } from "./screen.ts";
import { keepStanding } from "./standing.ts";
import { keepPhoneChoices, keepPlan, keepSync, lastSync, outbox, sessionOpen } from "./store.ts";

const TIMEOUT_MS = 12_000;
const STALE_MS = 21_600_000;
/** A page that was destroyed in the middle never says that it is done. */
const LOCK_MS = 20_000;
const AGAIN_MS = 1_000;

/** Shared by all pages, each of which is a bundle of its own: zml mixes up answers that cross. */
type Lock = { syncingSince?: number };

const linkOf =
  (page: ZmlPage): Ask =>
  (method, params) =>
    page.request({ method, params }, { timeout: TIMEOUT_MS });

/** Whether opening the app is reason enough to sync. */
export function wantsSync(now: number): boolean {
  const last = lastSync();
  return last === null || last.code !== "ok" || now - last.at > STALE_MS || outbox().waiting().length > 0;
}

async function run(page: ZmlPage): Promise<void> {
  const keep = (plan: WatchPlan, phone: unknown): boolean =>
    [keepPlan(plan), keepPhoneChoices(phone)].every((written) => written);
  const result = await sync(linkOf(page), outbox(), keep, modelName(), keepStanding);
  keepSync({ ...result, at: Date.now() });
  if (!sessionOpen()) armAlarms(null);
}

/** Syncs as soon as no other sync is under way, then calls `done`. How it went is kept, see `lastSync`. */
export function syncNow(page: ZmlPage, done: () => void): void {
  const shared = getApp()._options.globalData as Lock;
  if (Date.now() - (shared.syncingSince ?? 0) < LOCK_MS) {
    setTimeout(() => syncNow(page, done), AGAIN_MS);
    return;
  }
  shared.syncingSince = Date.now();
  // Not try … finally around an await: the qjsc of 2020 cannot compile what zpm makes of it.
  const end = (): void => {
    shared.syncingSince = 0;
    done();
  };
  run(page).then(end, end);
}
