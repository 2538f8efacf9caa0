import { statfsSync } from "node:fs";
import type { Scheduler } from "./aws/scheduler.ts";
import type { DeadLetters } from "./bus/dead-letters.ts";
import type { Deliveries } from "./bus/deliveries.ts";
import type { Clock } from "./clock.ts";
import { isBuilt, type Site } from "./front/static.ts";
import type { FunctionRuntime } from "./functions/runtime.ts";
import { version } from "./root.ts";

export type HealthParts = {
  readonly clock: Clock;
  readonly runtime: FunctionRuntime;
  readonly deliveries: Deliveries;
  readonly deadLetters: DeadLetters;
  readonly scheduler: Scheduler;
  readonly sites: readonly Site[];
  /** What is left on the disk with the data folder. */
  readonly freeMb: number;
};

const VERSION = version();
/** Years of sessions, but also a backup or two: time to make room while nothing is refused yet. */
const LEAST_FREE_MB = 100;

/** The state of each part, for `/healthz`. Counts and states only: nothing about a person. */
export function healthOf(parts: HealthParts) {
  const functions = parts.runtime.health();
  const deadLetters = parts.deadLetters.list().length;
  const broken = Object.values(functions).some(({ state }) => state === "broken");
  const sites = parts.sites.map((site) => [site.at, isBuilt(site) ? "built" : "missing"]);
  const lacking = parts.freeMb < LEAST_FREE_MB || sites.some(([, state]) => state === "missing");
  const troubled = broken || deadLetters > 0 || lacking;
  return {
    status: troubled ? "degraded" : "ok",
    version: VERSION,
    now: new Date(parts.clock.now()).toISOString(),
    memoryMb: Math.round(process.memoryUsage.rss() / 1_000_000),
    cpuS: cpuSeconds(),
    disk: { freeMb: parts.freeMb },
    table: "open",
    bus: { ...parts.deliveries.health(), deadLetters },
    scheduler: { schedules: parts.scheduler.list().length },
    functions,
    sites: Object.fromEntries(sites),
  };
}

/** What this process has used of the processors since its start, all its threads together. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** Megabytes that may still be written to the disk of a folder. */
export function freeMbOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return Math.round((bavail * bsize) / 1_000_000);
}
