import { addDays, epochDay, weekOf, weekStart } from "../../core/calendar/calendar.ts";
import type { Answered, Week, WeeksAnswer } from "../../core/contract/days.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { BackstrideError } from "../../core/error.ts";
import type { Checkpoint } from "../../core/progress/checkpoint.ts";
import { inOrder, subjectDate } from "../../core/progress/order.ts";
import { stateOf } from "../../core/progress/sparse.ts";
import type { State } from "../../core/progress/state.ts";
import { totalsOf } from "../../core/progress/totals.ts";
import { walk } from "../../core/progress/walk.ts";
import { checkpointOf, eventsIn, foldOf, rangeOf, type WeekFold } from "../adapters/folds.ts";
import { personKey } from "../adapters/keys.ts";
import type { Reader } from "../adapters/store.ts";
import { feelingsOf } from "./feelings.ts";
import { painByDay } from "./pain.ts";

type Span = { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined };

/** The sums and scores of every week of a span. @throws BackstrideError `invalid` with the field at fault */
export async function weeksAnswer(store: Reader, person: string, { from, to }: Span): Promise<WeeksAnswer> {
  if (from !== undefined && to !== undefined && from > to) {
    throw new BackstrideError("invalid", "from must not be later than to.", { field: "from" });
  }
  const first = from === undefined ? undefined : weekOf(from);
  const through = to === undefined ? undefined : weekOf(to);
  const isIn = (week: string) => (first === undefined || week >= first) && (through === undefined || week <= through);
  const rows = await store.query(personKey(person), rangeOf("R", { through }));
  const read = await eventsIn(store, person, { through });
  const events = read.filter((event) => isIn(weekOf(subjectDate(event))));
  const parts = byPart(events);
  const weeks = rows.map(foldOf).flatMap((fold, index, folds) => {
    const before = checkpointOf(folds[index - 1] ?? null);
    return isIn(fold.week) ? weekParts(fold, before, (date) => parts.get(date) ?? []) : [];
  });
  return { weeks, questionnaires: answeredIn(events) };
}

type Of = (from: LocalDate) => readonly LogEvent[];

/** A week as one part, or as two when a month begins in it; the level at the end of a month is told from the week before. */
function weekParts({ week, checkpoint }: WeekFold, before: Checkpoint, eventsOf: Of): Week[] {
  const monday = weekStart(week);
  const month = partOf(addDays(monday, 6));
  const target = checkpoint.profile.weeklyTarget ?? null;
  const days = epochDay(month) - epochDay(monday);
  const last = { ...sumsOf(month, eventsOf(month)), days: 7 - days, level: levelIn(stateOf(checkpoint)), target };
  if (days === 0) return [last];
  const events = eventsOf(monday);
  const { state } = walk(before, events, epochDay(month) - 1);
  return [{ ...sumsOf(monday, events), days, level: levelIn(state), target }, last];
}

/** The first date of the part of a week that a date lies in: its Monday, or the first of the month. */
function partOf(date: LocalDate): LocalDate {
  const [monday, month] = [weekStart(weekOf(date)), `${date.slice(0, 7)}-01`];
  return month > monday ? month : monday;
}

function byPart(events: readonly LogEvent[]): ReadonlyMap<LocalDate, readonly LogEvent[]> {
  const parts = new Map<LocalDate, LogEvent[]>();
  for (const event of events) {
    const from = partOf(subjectDate(event));
    const part = parts.get(from);
    if (part === undefined) parts.set(from, [event]);
    else part.push(event);
  }
  return parts;
}

function sumsOf(from: LocalDate, events: readonly LogEvent[]): Omit<Week, "days" | "level" | "target"> {
  const { sessions, activeS, runS, varietyMin } = totalsOf(inOrder(events));
  const pain = [...painByDay(events).values()];
  const felt = [...feelingsOf(events).values()];
  return {
    ...{ from, sessions, activeS, runS, varietyMinutes: varietyMin },
    pain: pain.map(({ worst }) => worst),
    morning: told(pain.map(({ morning }) => morning)),
    stiffness: told(felt.map(({ stiffness }) => stiffness)),
    energy: told(felt.map(({ energy }) => energy)),
  };
}

const told = (scores: readonly (number | null)[]): number[] => scores.filter((score) => score !== null);

function answeredIn(events: readonly LogEvent[]): Answered[] {
  return inOrder(events).flatMap((event): Answered[] => {
    if (event.type !== "questionnaire.answered.v1") return [];
    const { kind, items, activities } = event.data;
    const sum = items.reduce((total, item) => total + item, 0);
    const score = kind === "rmdq" ? Math.min(24, sum) : Math.round((10 * sum) / items.length) / 10;
    return [{ date: event.localDate, kind, score, activities: activities ?? [] }];
  });
}

/** Null before it is known where the person stands. */
const levelIn = ({ placed, level }: State): number | null => (placed ? level : null);
