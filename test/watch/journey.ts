import { join } from "node:path";
import { expect } from "vitest";
import type { LogEventOf } from "../../core/contract/event.ts";
import { type SimulatedWatch, type StartOptions, startWatch } from "../../simulator/node/index.ts";
import { ROOT } from "./build.ts";
import type { Cloud } from "./cloud.ts";

const PACKAGE = join(ROOT, "dist/watch/unpacked");
export const MORNING = Date.UTC(2026, 10, 20, 6, 30, 0);

/** The packaged app, opened on a simulated watch whose phone reaches the given cloud. */
export const open = (cloud: Cloud, options: Partial<StartOptions> = {}): Promise<SimulatedWatch> =>
  startWatch({
    packageDir: PACKAGE,
    variant: "round-480",
    fetch: cloud.fetch,
    clockStartMs: MORNING,
    screenTimeoutMs: 15_000,
    ...options,
  });

export async function pair(watch: SimulatedWatch, cloud: Cloud): Promise<void> {
  await watch.phone.settings();
  await watch.phone.press("Pair this watch");
  await watch.clock.advance(1_000);
  expect(await watch.phone.settings()).toContain("BCDF-GHJK");
  cloud.confirmed = true;
  await watch.clock.advance(6_000);
  expect((await watch.phone.settings()).join(" ")).toContain("Paired.");
}

/** Taps buttons one after the other. */
export async function answer(watch: SimulatedWatch, ...labels: string[]): Promise<void> {
  for (const label of labels) await watch.tap(label);
}

/** Paired and synced, at home. */
export async function ready(cloud: Cloud, options: Partial<StartOptions> = {}): Promise<SimulatedWatch> {
  const watch = await open(cloud, options);
  await watch.clock.advance(1_000);
  await pair(watch, cloud);
  await watch.light(true);
  await watch.tap("Sync");
  await watch.clock.advance(5_000);
  return watch;
}

/** Three taps into a session. */
export async function started(cloud: Cloud, options: Partial<StartOptions> = {}): Promise<SimulatedWatch> {
  const watch = await ready(cloud, options);
  await answer(watch, "Start");
  await watch.clock.advance(100);
  await answer(watch, "2", "1", "I feel well");
  await watch.clock.advance(100);
  expect(watch.screen()).toMatchObject({ page: "page/session" });
  return watch;
}

/** The one session that the cloud has. */
export const sessionOf = (cloud: Cloud): LogEventOf<"session.recorded.v1"> => {
  const found = [...cloud.log.values()].filter((event) => event.type === "session.recorded.v1");
  const [session] = found;
  if (found.length !== 1 || session?.type !== "session.recorded.v1") throw new Error(`${found.length} sessions`);
  return session;
};

/** The questions after a session, each in detail: worst back and leg, now back and leg, effort, signs in the leg. */
export async function told(watch: SimulatedWatch, ...answers: string[]): Promise<void> {
  // Not asked of somebody who told pain on the way.
  if (watch.screen().buttons.includes("Different")) await answer(watch, "Different");
  await answer(watch, ...answers, "Done");
}

/** From the last screen of a session through the questions after it to the summary. */
export async function finish(watch: SimulatedWatch, ...answers: string[]): Promise<void> {
  await watch.tap("Done");
  await watch.clock.advance(100);
  await told(watch, ...answers);
  await watch.clock.advance(6_000);
}
