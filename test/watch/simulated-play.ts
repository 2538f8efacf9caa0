import { existsSync } from "node:fs";
import { join } from "node:path";
import { type PhoneFetch, type SimulatedWatch, type StartOptions, startWatch } from "../../simulator/node/index.ts";
import { levelFive, SimulatedServer } from "./simulated-server.ts";

export const PACKAGE_DIR = join(import.meta.dirname, "../../dist/watch/unpacked");

/** What each cue feels like, as the motor names it. */
export const FEEL = {
  run: "STRONG_SHORT×3",
  walk: "CONTINUOUS",
  warning: "GENTLE_SHORT",
  core: "GENTLE_SHORT·CONTINUOUS",
  posture: "CONTINUOUS·GENTLE_SHORT",
  halfway: "CONTINUOUS×2",
  done: "CONTINUOUS×3",
  here: "GENTLE_SHORT×2·CONTINUOUS",
  hold: "STRONG_SHORT×2",
  move: "CONTINUOUS·STRONG_SHORT×2",
} as const;

export const SECOND = 1_000;
export const MINUTE = 60_000;

/** A calm morning by the watch's wall clock, before any real now. */
export const MORNING = new Date(2026, 10, 20, 7, 0, 0).getTime();

export type Played = { watch: SimulatedWatch; server: SimulatedServer };

/** A watch that is paired and has today's level-5 plan on its home page. */
export async function pairedWatch(
  options: Partial<StartOptions> = {},
  server = new SimulatedServer(),
  fetch: PhoneFetch = server.fetch,
): Promise<Played> {
  if (!existsSync(PACKAGE_DIR)) throw new Error("The watch package is not built: npm run build:watch");
  server.plan = levelFive("2026-11-20");
  const watch = await startWatch({
    packageDir: PACKAGE_DIR,
    variant: "round-480",
    fetch,
    clockStartMs: MORNING,
    settings: { "backstride.address": "http://localhost:7878" },
    ...options,
  });
  await watch.clock.advance(3 * SECOND);
  await watch.phone.settings();
  await watch.phone.press("Pair this watch");
  server.confirmed = true;
  await watch.clock.advance(6 * SECOND);
  await watch.tap("Sync");
  await watch.clock.until(() => watch.screen().buttons.includes("Start"), 10 * SECOND);
  return { watch, server };
}

/** From home through the three questions into the session; returns when the session began. */
export async function startSession(watch: SimulatedWatch): Promise<number> {
  await watch.tap("Start");
  await watch.clock.until(() => watch.screen().page === "page/before", SECOND);
  for (const answer of ["2", "0", "I feel well"]) await watch.tap(answer);
  await watch.clock.until(() => watch.screen().page === "page/session", SECOND);
  return watch.clock.now();
}

/** The session's last page and the questions after it, until the summary tells how the sync went. */
export async function finishSession(watch: SimulatedWatch): Promise<void> {
  await watch.clock.until(() => watch.screen().texts.includes("Well done"), 40 * MINUTE);
  await watch.tap("Done");
  await watch.clock.until(() => watch.screen().page === "page/after", SECOND);
  for (const answer of ["Different", "3", "1", "2", "0", "4", "No", "Done"]) await watch.tap(answer);
  await watch.clock.advance(100);
  if (watch.screen().page === "page/floor") await watch.tap("Not today");
  await watch.clock.until(() => watch.screen().page === "page/summary", SECOND);
  await watch.clock.advance(10 * SECOND);
}

/** The vibrations since `from`: seconds after it, and the name. */
export function felt(watch: SimulatedWatch, from: number): [number, string][] {
  return watch.vibrations.filter(({ at }) => at >= from).map(({ at, name }) => [(at - from) / SECOND, name]);
}
