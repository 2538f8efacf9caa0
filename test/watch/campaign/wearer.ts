import type { Action, Note } from "../../../core/session/entry.ts";
import { MINUTE, SECOND } from "../simulated-play.ts";
import type { Chance } from "./seeded.ts";
import { truthAt } from "./verdict.ts";
import type { World } from "./world.ts";

const AFTER = ["Different", "3", "1", "2", "0", "4", "No", "Done"];

type Answered = Extract<Note, { do: "answer" }>;
/** What a person did, as far as it decides where a session stands. */
export type Told = Action | Answered;

/** {@link AFTER} as an entry. */
const answered = (at: number): Answered => ({
  ...{ do: "answer", at, rpe: 4, legSymptoms: false },
  worst: { back: 3, leg: 1 },
  after: { back: 2, leg: 0 },
});

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
  pressed: readonly Told[],
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

/** Takes up the floor exercises; that the questions were answered may be known from their offer alone. */
async function takeUpFloor({ watch }: World, told: Told[]): Promise<void> {
  const at = watch.clock.now();
  if (!told.some((entry) => entry.do === "answer")) told.push(answered(at));
  told.push({ do: "floor", at });
  await watch.tap("Start");
}

const shows = ({ watch }: World, ...buttons: string[]): boolean =>
  buttons.some((button) => watch.screen().buttons.includes(button));

/** Does the next thing that a person would, from whatever page the watch shows; false when nothing is left. */
async function goOn(world: World, told: Told[]): Promise<boolean> {
  const { watch } = world;
  const { page, buttons } = watch.screen();
  const at = watch.clock.now();
  // The session ended in the dark, its page closed: nothing opens the app by itself any more.
  if (page === null) await watch.boot();
  else if (page === "page/session" && buttons.includes("Resume")) {
    told.push({ do: "resume", at });
    await watch.tap("Resume");
  } else if (page !== "page/summary" && buttons.join() === "Done") await watch.tap("Done");
  else if (page === "page/session") await watch.clock.until(() => shows(world, "Done", "Resume"), 60 * MINUTE);
  else if (page === "page/after") {
    told.push(answered(at));
    for (const answer of AFTER) await watch.tap(answer);
  } else if (page === "page/floor" && buttons.includes("Start")) await takeUpFloor(world, told);
  else return page !== "page/summary" && !buttons.includes("Start") && !buttons.includes("Sync");
  return true;
}

/** From the end of the walk to the floor exercises, where the plan has some. */
export async function toFloor(world: World, told: Told[]): Promise<void> {
  for (let turn = 0; turn < 10 && !told.some((entry) => entry.do === "floor"); turn += 1) {
    if (!(await goOn(world, told))) return;
    await world.watch.clock.advance(SECOND);
  }
}

/** Does what a person would until everything is answered, done and sent; adds to `told` what was pressed. */
export async function finishFrom(world: World, told: Told[] = []): Promise<void> {
  for (let turn = 0; turn < 40 && (await goOn(world, told)); turn += 1) await world.watch.clock.advance(SECOND);
  await world.watch.clock.advance(30 * SECOND);
}
