import { addDays, weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import type { Checkpoint } from "../../core/progress/checkpoint.ts";
import type { JudgedSession } from "../../core/progress/judged.ts";
import { stateOf } from "../../core/progress/sparse.ts";
import { Life } from "./life.ts";
import { daysBetween } from "./outings.ts";
import { personOf } from "./person.ts";
import { randomFrom } from "./random.ts";
import type { Result, Week } from "./result.ts";
import { Witness } from "./witness.ts";

/** A Monday, so that weeks of the simulation are weeks of the log. */
const FIRST_MONDAY = "2026-01-05";
const STUCK_WEEKS = 8;

/** Lives `weeks` weeks as person `number` of the population that `seed` makes. */
export function live(seed: number, number: number, weeks: number): Result {
  return lived(seed, number, weeks).result;
}

/** The same with the log, for whoever wants to look closer. */
export function lived(
  seed: number,
  number: number,
  weeks: number,
): { readonly result: Result; readonly events: readonly LogEvent[] } {
  const random = randomFrom(seed, number);
  const person = personOf(number, random);
  const start = addDays(FIRST_MONDAY, 7 * random.whole(0, 50));
  const witness = new Witness();
  const life = new Life(person, random, witness);
  life.signUp(start);
  const folds: Checkpoint[] = [];
  for (let day = 0; day < 7 * weeks; day += 1) {
    life.day(addDays(start, day));
    if (day % 7 === 6) folds.push(life.log.before(weekOf(addDays(start, day + 1))).checkpoint);
  }
  const events = life.log.events();
  const judged = witness.judged();
  const rows = folds.map((fold, week) => weekRow(fold, judged, addDays(start, 7 * week)));
  const result = {
    ...{ number, kind: person.kind, start, plans: witness.plans, locks: witness.locks, events: events.length },
    firstRunDay: firstRun(judged, start),
    ...shapeOf(rows),
    checkpointBytes: Math.max(0, ...folds.map((fold) => JSON.stringify(fold).length)),
    weeks: rows,
    violations: witness.closed(life.log),
  };
  return { result, events };
}

/** The first run at the ladder's own level, so that a run of the person's own making does not count. */
function firstRun(judged: readonly JudgedSession[], start: LocalDate): number | null {
  const first = judged.find(({ runS, stateBefore }) => runS > 0 && stateBefore.level >= 5);
  return first === undefined ? null : daysBetween(start, first.localDate);
}

function weekRow(checkpoint: Checkpoint, judged: readonly JudgedSession[], monday: LocalDate): Week {
  const { level, lock } = stateOf(checkpoint);
  const own = judged.filter(({ localDate }) => localDate >= monday && localDate < addDays(monday, 7));
  const count = (wanted: string) => own.filter(({ colour }) => colour === wanted).length;
  return {
    ...{ level, locked: lock !== null, sessions: own.length },
    runS: own.reduce((sum, { runS }) => sum + runS, 0),
    ...{ green: count("GREEN"), neutral: count("NEUTRAL"), amber: count("AMBER"), red: count("RED") },
  };
}

/**
 * Stuck: trains (more than once a week), is not locked, is below level 20, and has been on one level for eight weeks.
 * Oscillating: within some eight weeks the level turns from rising to falling three times.
 */
function shapeOf(weeks: readonly Week[]): { readonly stuck: boolean; readonly oscillating: boolean } {
  const last = weeks.slice(-STUCK_WEEKS);
  const [first] = last;
  const trains = last.reduce((sum, { sessions }) => sum + sessions, 0) > STUCK_WEEKS;
  const still =
    last.length === STUCK_WEEKS &&
    first !== undefined &&
    last.every(({ level, locked }) => !locked && level === first.level);
  return { stuck: trains && still && first.level < 20, oscillating: turnsIn(weeks) >= 3 };
}

/** Most turns from rising to falling within any eight weeks. */
function turnsIn(weeks: readonly Week[]): number {
  let most = 0;
  for (let from = 0; from === 0 || from + STUCK_WEEKS <= weeks.length; from += 1) {
    const moves = weeks
      .slice(from, from + STUCK_WEEKS)
      .map(({ level }, index, all) => level - (all[index - 1]?.level ?? level));
    const steps = moves.filter((move) => move !== 0);
    most = Math.max(most, steps.filter((move, index) => move < 0 && (steps[index - 1] ?? 0) > 0).length);
  }
  return most;
}
