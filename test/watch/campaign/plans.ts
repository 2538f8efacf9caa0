import type { Plan } from "../../../core/contract/plan.ts";
import type { PlannedStep } from "../../../core/contract/session.ts";
import { levelFive } from "../simulated-server.ts";
import type { Chance } from "./seeded.ts";

const step = (kind: PlannedStep["kind"], plannedS: number): PlannedStep => ({ kind, move: null, side: null, plannedS });

/** A plan of the given bouts between a warm-up and a cool-down. */
function planOf(warmupS: number, bouts: readonly (readonly [number, number])[], cooldownS: number): Plan {
  const middle = bouts.flatMap(([run, walk]) => [step("run", run), step("walk", walk)]);
  const steps = [step("warmup-walk", warmupS), ...middle, step("cooldown-walk", cooldownS)];
  return { ...levelFive("2026-11-20"), steps };
}

/** About three minutes with every kind of cue in it: long enough for a block of heart rate, short enough to play often. */
export function shortPlan(chance: Chance): Plan {
  const two = Array.from({ length: 2 }, () => [chance.between(15, 40), chance.between(15, 50)] as const);
  return planOf(chance.between(30, 75), two, chance.between(30, 60));
}

/** A short walk between exercises that bend nobody early: what an hour of waking leaves out would not be known beforehand. */
export function exercisePlan(chance: Chance): Plan {
  const plan = planOf(
    chance.between(30, 45),
    [[chance.between(15, 30), chance.between(15, 30)]],
    chance.between(30, 45),
  );
  const hold = (move: string, side: PlannedStep["side"], plannedS: number): PlannedStep => ({
    ...step("stretch", plannedS),
    move,
    side,
  });
  const counted = (side: "L" | "R"): PlannedStep => ({ ...hold("bird-dog", side, 24), kind: "strength", reps: 3 });
  const block = () => [
    hold("ready", null, 10),
    hold("hip-flexor", "L", chance.between(15, 25)),
    hold("hip-flexor", "R", 20),
  ];
  const floor = [hold("plank", null, chance.between(20, 30)), hold("ready", null, 10), counted("L"), counted("R")];
  return { ...plan, steps: [...block(), ...plan.steps, ...block(), ...floor] };
}

const bouts = (count: number, run: number, walk: number) => Array.from({ length: count }, () => [run, walk] as const);

/** Ten runs of a minute. */
export const fortyMinutes = (): Plan => planOf(300, bouts(10, 60, 120), 300);

/** Twenty runs of a minute: more changes than any plan of the ladder has. */
export const sixtyMinutes = (): Plan => planOf(300, bouts(20, 60, 90), 300);

/** Three hours. */
export function threeHours(chance: Chance): Plan {
  const found: [number, number][] = [];
  let left = 10_800 - 600;
  while (left > 700) {
    const bout: [number, number] = [chance.between(45, 280), chance.between(60, 300)];
    found.push(bout);
    left -= bout[0] + bout[1];
  }
  return planOf(300, found, 300 + left);
}
