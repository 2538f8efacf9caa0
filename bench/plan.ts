import fc from "fast-check";
import { weekOf } from "../core/calendar/calendar.ts";
import type { LogEvent } from "../core/contract/event.ts";
import { decide } from "../core/plan/decide.ts";
import { type Checkpoint, EMPTY_CHECKPOINT } from "../core/progress/checkpoint.ts";
import { crowded } from "../core/progress/crowded.arbitrary.ts";
import { foldWeek, subjectDate } from "../core/progress/fold.ts";
import { anyLog } from "../core/progress/history.arbitrary.ts";
import { profileOf } from "../core/progress/profile.ts";
import { startOldEngine } from "../test/plan/quickjs.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import { live, lived } from "./population/live.ts";

const YEARS_5 = 261;
const SEED = 1;
const FOLDS = 25;
const PEOPLE = 12;
const WEEKS = 12;
const CROWDED = 300;

/** The rules: folding a long log, deciding from a checkpoint on both engines, the largest checkpoint, and simulated weeks. */
export async function plan(): Promise<Figure[]> {
  // Somebody who trains and answers nearly every day for five years: about 3000 entries.
  const { events, result } = lived(SEED, 0, YEARS_5);
  const weeks = byWeek(events);
  const names = [...weeks.keys()].sort();
  const standing = worstWeek(weeks, names);
  return [
    figure("fold from zero over 5 years, entries", events.length),
    figure(
      "fold from zero over 5 years (ms)",
      median(FOLDS, () => folded(weeks, names)),
    ),
    figure(
      "decide on a log of 5 years without a checkpoint (ms)",
      median(FOLDS, () => decided({ ...standing, checkpoint: EMPTY_CHECKPOINT, tail: events })),
    ),
    figure(
      "decide from a checkpoint (ms)",
      median(400, () => decided(standing)),
    ),
    figure("decide from a checkpoint, QuickJS (ms)", await onOldEngine(standing)),
    figure("checkpoint, largest of ordinary lives (bytes)", Math.max(result.checkpointBytes, largestAmong(PEOPLE))),
    figure("checkpoint, largest (bytes)", largestCrowded()),
    figure("simulation with all checks, one thread (people-weeks/s)", simulatedPerSecond()),
  ];
}

type Standing = { readonly checkpoint: Checkpoint; readonly tail: readonly LogEvent[]; readonly date: string };

function byWeek(events: readonly LogEvent[]): Map<string, LogEvent[]> {
  const weeks = new Map<string, LogEvent[]>();
  for (const event of events) {
    const name = weekOf(subjectDate(event));
    weeks.set(name, [...(weeks.get(name) ?? []), event]);
  }
  return weeks;
}

function folded(weeks: ReadonlyMap<string, LogEvent[]>, names: readonly string[]): Checkpoint {
  return names.reduce((before, week) => foldWeek(before, week, weeks.get(week) ?? []).checkpoint, EMPTY_CHECKPOINT);
}

/** Decides on the last day of the week with the most entries: the longest tail that a checkpoint leaves. */
function worstWeek(weeks: ReadonlyMap<string, LogEvent[]>, names: readonly string[]): Standing {
  const length = (name: string) => weeks.get(name)?.length ?? 0;
  const longest = names.reduce((most, name) => (length(name) > length(most) ? name : most), names[1] ?? "");
  const tail = weeks.get(longest) ?? [];
  const checkpoint = folded(
    weeks,
    names.filter((name) => name < longest),
  );
  return { checkpoint, tail, date: tail.map(subjectDate).sort().pop() ?? "" };
}

const decided = ({ checkpoint, tail, date }: Standing) => decide(checkpoint, tail, profileOf(checkpoint, tail), date);

/** Median milliseconds of one call. */
function median(calls: number, call: () => unknown): number {
  for (let warm = 0; warm < Math.min(calls, 12); warm += 1) call();
  const times = Array.from({ length: calls }, () => {
    const started = performance.now();
    call();
    return performance.now() - started;
  });
  return percentile(times, 0.5);
}

/** The engine of the watches, without a compiler; a watch itself is several times slower than this computer. */
async function onOldEngine(standing: Standing): Promise<number> {
  const engine = await startOldEngine("test/plan/bundled.ts");
  try {
    const input = JSON.stringify(standing);
    const once = median(9, () => engine.call("repeat", input, 1));
    const more = median(9, () => engine.call("repeat", input, 11));
    // What is left when reading the input is taken away.
    return (more - once) / 10;
  } finally {
    engine.stop();
  }
}

const largestAmong = (people: number): number =>
  Math.max(...Array.from({ length: people }, (_, number) => live(SEED, number, WEEKS).checkpointBytes));

/** After a Sunday with dozens of entries, with everything in the profile that can be. */
function largestCrowded(): number {
  const logs = fc.sample(crowded(anyLog), { numRuns: CROWDED, seed: SEED });
  return Math.max(...logs.map((log) => JSON.stringify(folded(byWeek(log), [...byWeek(log).keys()].sort())).length));
}

function simulatedPerSecond(): number {
  const started = performance.now();
  for (let number = 0; number < PEOPLE; number += 1) live(SEED + 1, number, WEEKS);
  return (1000 * PEOPLE * WEEKS) / (performance.now() - started);
}
