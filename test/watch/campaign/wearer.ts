import type { Action } from "../../../core/session/entry.ts";
import { MINUTE, SECOND } from "../simulated-play.ts";
import type { Chance } from "./seeded.ts";
import { truthAt } from "./verdict.ts";
import type { World } from "./world.ts";

export const AFTER = ["Different", "3", "1", "2", "0", "4", "No", "Done"];

/** From Start through the questions; returns when the session began, as the journal has it. */
export async function begin({ watch }: World): Promise<number> {
  await watch.tap("Start");
  await watch.clock.until(() => watch.screen().page === "page/before", SECOND);
  for (const answer of ["2", "0", "I feel well"]) await watch.tap(answer);
  const startedAt = watch.clock.now();
  await watch.clock.until(() => watch.screen().page === "page/session", SECOND);
  return startedAt;
}

/** Presses something that fits the moment; null when nothing does. */
export async function pressSomething(
  world: World,
  chance: Chance,
  startedAt: number,
  pressed: readonly Action[],
): Promise<Action | null> {
  const { watch } = world;
  const truth = truthAt(world, startedAt, pressed, watch.clock.now());
  const labels = truth.status === "paused" ? (["Resume", "Back"] as const) : (["Pause", "Skip"] as const);
  const label = chance.is(0.7) ? labels[0] : labels[1];
  if (!watch.screen().buttons.includes(label)) return null;
  const at = watch.clock.now();
  await watch.tap(label);
  return { do: label.toLowerCase() as "pause" | "resume" | "skip" | "back", at };
}

/** Does what a person would until everything is answered and sent, from whatever page the watch shows. */
export async function finishFrom(world: World, resumed: (at: number) => void): Promise<void> {
  const { watch } = world;
  for (let turn = 0; turn < 40; turn += 1) {
    const { page, buttons } = watch.screen();
    if (page === null) await watch.boot();
    else if (page === "page/session" && buttons.includes("Resume")) {
      resumed(watch.clock.now());
      await watch.tap("Resume");
    } else if (page !== "page/summary" && buttons.join() === "Done") await watch.tap("Done");
    else if (page === "page/session") {
      await watch.clock.until(
        () => ["Done", "Resume"].some((text) => watch.screen().buttons.includes(text)),
        60 * MINUTE,
      );
    } else if (page === "page/after") for (const answer of AFTER) await watch.tap(answer);
    else if (page === "page/summary" || buttons.includes("Start") || buttons.includes("Sync")) break;
    await watch.clock.advance(SECOND);
  }
  await watch.clock.advance(30 * SECOND);
}
