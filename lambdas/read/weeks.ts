import { weekOf, weekOfDay, weekStart } from "../../core/calendar/calendar.ts";
import type { Answered, Week, WeeksAnswer } from "../../core/contract/days.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { BackstrideError } from "../../core/error.ts";
import { higher } from "../../core/progress/blank-day.ts";
import type { Checkpoint } from "../../core/progress/checkpoint.ts";
import { gather } from "../../core/progress/gather.ts";
import { entriesOf, inOrder, subjectDate } from "../../core/progress/order.ts";
import { stateOf } from "../../core/progress/sparse.ts";
import { eventsIn, foldOf, rangeOf, type WeekFold } from "../adapters/folds.ts";
import { personKey } from "../adapters/keys.ts";
import type { Reader } from "../adapters/store.ts";
import { feelingsOf } from "./feelings.ts";

type Span = { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined };

/** The sums and means of every week of a span. @throws BackstrideError `invalid` with the field at fault */
export async function weeksAnswer(store: Reader, person: string, { from, to }: Span): Promise<WeeksAnswer> {
  if (from !== undefined && to !== undefined && from > to) {
    throw new BackstrideError("invalid", "from must not be later than to.", { field: "from" });
  }
  const first = from === undefined ? undefined : weekOf(from);
  const through = to === undefined ? undefined : weekOf(to);
  const isIn = (week: string) => (first === undefined || week >= first) && (through === undefined || week <= through);
  const rows = await store.query(personKey(person), rangeOf("R", { through }));
  const folds = rows.map(foldOf).filter(({ week }) => isIn(week));
  const read = await eventsIn(store, person, { through });
  const events = read.filter((event) => isIn(weekOf(subjectDate(event))));
  return { weeks: weeksOf(folds, events), questionnaires: answeredIn(events) };
}

/** Scores of one week, in the order of its days. */
type Scores = Record<"daily" | "morning" | "stiffness" | "energy", number[]>;

function weeksOf(folds: readonly WeekFold[], events: readonly LogEvent[]): Week[] {
  const scores = scoresByWeek(events);
  return folds.map(({ week, totals, checkpoint }) => {
    const { daily, morning, stiffness, energy } = scores.get(week) ?? noScores();
    return {
      monday: weekStart(week),
      sessions: totals.sessions,
      minutes: Math.round(totals.activeS / 60),
      runMinutes: Math.round(totals.runS / 60),
      varietyMinutes: totals.varietyMin,
      level: levelOf(checkpoint),
      target: checkpoint.profile.weeklyTarget ?? null,
      pain: rangeIn(daily),
      ...{ morning: meanOf(morning), stiffness: meanOf(stiffness), energy: meanOf(energy) },
    };
  });
}

const noScores = (): Scores => ({ daily: [], morning: [], stiffness: [], energy: [] });

function scoresByWeek(events: readonly LogEvent[]): ReadonlyMap<string, Scores> {
  const weeks = new Map<string, Scores>();
  const add = (week: string, kind: keyof Scores, score: number | null): void => {
    if (score === null) return;
    const scores = weeks.get(week) ?? noScores();
    weeks.set(week, scores);
    scores[kind].push(score);
  };
  for (const [day, { pre, am }] of gather(entriesOf(events))) {
    add(weekOfDay(day), "daily", higher(pre, am));
    add(weekOfDay(day), "morning", am);
  }
  for (const [date, { stiffness, energy }] of feelingsOf(events)) {
    add(weekOf(date), "stiffness", stiffness);
    add(weekOf(date), "energy", energy);
  }
  return weeks;
}

function rangeIn(scores: readonly number[]): Week["pain"] {
  const sorted = [...scores].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return null;
  const half = sorted.length / 2;
  const middle = ((sorted[Math.ceil(half) - 1] ?? low) + (sorted[Math.floor(half)] ?? high)) / 2;
  return { low, middle, high };
}

function meanOf(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  return Math.round((10 * scores.reduce((sum, score) => sum + score, 0)) / scores.length) / 10;
}

function answeredIn(events: readonly LogEvent[]): Answered[] {
  return inOrder(events).flatMap((event): Answered[] => {
    if (event.type !== "questionnaire.answered.v1") return [];
    const { kind, items, activities } = event.data;
    const sum = items.reduce((total, item) => total + item, 0);
    const score = kind === "rmdq" ? Math.min(24, sum) : Math.round((10 * sum) / items.length) / 10;
    return [{ date: event.localDate, kind, score, activities: activities ?? [] }];
  });
}

/** The level at the end of a week; null before it is known where the person stands. */
function levelOf(checkpoint: Checkpoint): number | null {
  const { placed, level } = stateOf(checkpoint);
  return placed ? level : null;
}
