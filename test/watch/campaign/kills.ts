import { floorFrom } from "../../../core/blocks/steps.ts";
import type { Plan } from "../../../core/contract/plan.ts";
import { exercisePlan, shortPlan } from "./plans.ts";
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
import { begin, finishFrom, pressSomething, type Told, toFloor } from "./wearer.ts";
import { sessionsOf, type World, worldWith } from "./world.ts";

/** What was pressed so far, and when no program ran. */
export type Past = { readonly startedAt: number; readonly pressed: Told[]; readonly gaps: Gap[] };

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

/** The pauses of a session, from what was pressed; between a walk and the floor exercises nothing is measured either. */
function pausesOf(world: World, { startedAt, pressed }: Past): Gap[] {
  const pauses: Gap[] = [];
  let from: number | null = null;
  for (const action of pressed) {
    if (action.do === "pause") from = action.at;
    else if (action.do === "answer") from = truthAt(world, startedAt, pressed, action.at).endedAt;
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
  await finishFrom(world, pressed);
  const problems = recordProblems(world, startedAt, pressed);
  const session = sessionsOf(world.server)[0];
  if (session === undefined) return problems;
  const felt = [...feltBefore, ...world.watch.vibrations];
  return [
    ...problems,
    ...ledgerProblems(session.data, felt),
    ...heartProblems(session.data, gaps, pausesOf(world, past)),
  ];
}

async function live(world: World, past: Past, chance: Chance, turns: number): Promise<string[]> {
  const { watch } = world;
  for (let turn = turns; turn > 0; turn -= 1) {
    await watch.clock.advance(chance.between(500, 45_000));
    const truth = truthAt(world, past.startedAt, past.pressed, watch.clock.now());
    if (truth.status === "ended") {
      if (truth.floor || floorFrom(truth.head.steps) === truth.head.steps.length) return [];
      await toFloor(world, past.pressed);
      continue;
    }
    if (chance.is(0.5)) {
      const action = await pressSomething(world, chance, past.startedAt, past.pressed);
      if (action !== null) past.pressed.push(action);
      continue;
    }
    const kill = chance.of<Kill>(["app", "reboot", "page", "app, screen dark"]);
    past.gaps.push(await interrupt(world, kill, chance.between(100, 60_000)));
    await watch.clock.advance(chance.between(200, 1_500));
    const now = truthAt(world, past.startedAt, past.pressed, watch.clock.now());
    const problems = positionProblems(world, now);
    if (problems.length > 0) return problems.map((problem) => `after ${kill}: ${problem}`);
  }
  return [];
}

async function livedThrough(chance: Chance, plan: Plan, turns: number): Promise<readonly string[]> {
  const world = await worldWith(plan);
  const past: Past = { startedAt: await begin(world), pressed: [], gaps: [] };
  const position = await live(world, past, chance, turns);
  const problems = [...position, ...(await verdict(world, past, []))];
  await world.watch.stop();
  return problems;
}

/** A random session, interrupted at random points: page, app, reboot. */
export async function interrupted(seed: number): Promise<readonly string[]> {
  const chance = chanceOf(seed);
  const plan = shortPlan(chance);
  return livedThrough(chance, plan, chance.between(2, 6));
}

/** The same with exercises before it and after it, long enough to be interrupted in both. */
export async function exercisesInterrupted(seed: number): Promise<readonly string[]> {
  const chance = chanceOf(seed);
  const plan = exercisePlan(chance);
  return livedThrough(chance, plan, chance.between(4, 16));
}
