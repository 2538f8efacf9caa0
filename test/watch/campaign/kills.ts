import type { Action } from "../../../core/session/entry.ts";
import { shortPlan } from "./plans.ts";
import { type Chance, chanceOf } from "./seeded.ts";
import {
  type Felt,
  type Gap,
  heartProblems,
  ledgerProblems,
  positionProblems,
  recordProblems,
  truthAt,
} from "./verdict.ts";
import { begin, finishFrom, pressSomething } from "./wearer.ts";
import { sessionsOf, type World, worldWith } from "./world.ts";

/** What was pressed so far, and when no program ran. */
export type Past = { readonly startedAt: number; readonly pressed: Action[]; readonly gaps: Gap[] };

type Kill = "app" | "reboot" | "page" | "app, screen dark";

async function interrupt({ watch }: World, kill: Kill, awayMs: number): Promise<Gap> {
  const from = watch.clock.now();
  if (kill === "app" || kill === "app, screen dark") await watch.kill();
  if (kill === "reboot") await watch.reboot();
  const dark = kill === "page" || kill === "app, screen dark";
  if (dark) await watch.light(false);
  await watch.clock.advance(awayMs);
  if (dark) await watch.light(true);
  if (kill !== "page") await watch.boot();
  return { from, to: watch.clock.now() };
}

/** The pauses of a session, from what was pressed. */
function pausesOf(pressed: readonly Action[]): Gap[] {
  const pauses: Gap[] = [];
  let from: number | null = null;
  for (const action of pressed) {
    if (action.do === "pause") from = action.at;
    else if (from !== null) {
      pauses.push({ from, to: action.at });
      from = null;
    }
  }
  return from === null ? pauses : [...pauses, { from, to: Number.POSITIVE_INFINITY }];
}

/** Goes on to the end and says what is wrong with what became of it. */
export async function verdict(world: World, past: Past, feltBefore: readonly Felt[]): Promise<string[]> {
  const { startedAt, pressed, gaps } = past;
  await finishFrom(world, (at) => void pressed.push({ do: "resume", at }));
  const problems = recordProblems(world, startedAt, pressed);
  const session = sessionsOf(world.server)[0];
  if (session === undefined) return problems;
  const felt = [...feltBefore, ...world.watch.vibrations];
  return [...problems, ...ledgerProblems(session.data, felt), ...heartProblems(session.data, gaps, pausesOf(pressed))];
}

async function live(world: World, past: Past, chance: Chance): Promise<string[]> {
  const { watch } = world;
  for (let turn = chance.between(2, 6); turn > 0; turn -= 1) {
    await watch.clock.advance(chance.between(500, 45_000));
    const truth = truthAt(world, past.startedAt, past.pressed, watch.clock.now());
    if (truth.status === "ended") return [];
    if (chance.is(0.5)) {
      const action = await pressSomething(world, chance, past.startedAt, past.pressed);
      if (action !== null) past.pressed.push(action);
      continue;
    }
    const kill = chance.of<Kill>(["app", "reboot", "page", "app, screen dark"]);
    past.gaps.push(await interrupt(world, kill, chance.between(100, 60_000)));
    await watch.clock.advance(chance.between(200, 1_500));
    const now = truthAt(world, past.startedAt, past.pressed, watch.clock.now());
    if (now.status === "ended") return [];
    const problems = positionProblems(world, now);
    if (problems.length > 0) return problems.map((problem) => `after ${kill}: ${problem}`);
  }
  return [];
}

/** A random session, interrupted at random points: page, app, reboot. */
export async function interrupted(seed: number): Promise<readonly string[]> {
  const chance = chanceOf(seed);
  const world = await worldWith(shortPlan(chance));
  const past: Past = { startedAt: await begin(world), pressed: [], gaps: [] };
  const position = await live(world, past, chance);
  const problems = [...position, ...(await verdict(world, past, []))];
  await world.watch.stop();
  return problems;
}
