import { addDays, epochDay, localDateOf, weekOf, weekStart } from "../../core/calendar/calendar.ts";
import type { Day, DayMark, DaysAnswer } from "../../core/contract/days.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { Decision } from "../../core/contract/plan.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { BackstrideError } from "../../core/error.ts";
import { decide } from "../../core/plan/decide.ts";
import { EMPTY_CHECKPOINT } from "../../core/progress/checkpoint.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { checkpointOf, eventsIn, foldOf, rangeOf, type WeekFold } from "../adapters/folds.ts";
import { personKey } from "../adapters/keys.ts";
import { standingAt } from "../adapters/standing.ts";
import type { Reader } from "../adapters/store.ts";
import { feelingsOf } from "./feelings.ts";
import { withinLog } from "./history.ts";
import { itemsOf } from "./items.ts";
import { painByDay } from "./pain.ts";

const MAX_DAYS = 400;
/** The next session may be moved so far ahead. */
const MOVE_DAYS = 13;

type Span = { readonly from: LocalDate; readonly to: LocalDate };
/** A person's log over a span: the folds before and in it, oldest first, and the events from the week before it on. */
type Log = { readonly folds: readonly WeekFold[]; readonly events: readonly LogEvent[] };

/**
 * The dates of a span, each with what the plan had for it and what happened.
 * @throws BackstrideError `invalid` with the field at fault
 */
export async function daysAnswer(store: Reader, person: string, span: Span, nowMs: number): Promise<DaysAnswer> {
  const { from, to } = span;
  if (from > to) throw new BackstrideError("invalid", "from must not be later than to.", { field: "from" });
  if (epochDay(to) - epochDay(from) >= MAX_DAYS) {
    throw new BackstrideError("invalid", `to must be less than ${MAX_DAYS} days after from.`, { field: "to" });
  }
  const [standing, log] = await Promise.all([
    standingAt(store, person, nowMs),
    logOf(store, person, { from, to: withinLog(to, nowMs) }),
  ]);
  const { today } = standing;
  const decisions = new Map(datesOf(log, span, today).map((date) => [date, decidedOn(log, date)]));
  const { checkpoint, tail, profile } = standing;
  const next = decide(checkpoint, tail, profile, today);
  const movable = movableDays((moved) => decide(checkpoint, [...tail, moved], profile, today), next, today);
  return { today, days: daysOf(log, span, { today, decisions, next, movable }) };
}

async function logOf(store: Reader, person: string, { from, to }: Span): Promise<Log> {
  const rows = await store.query(personKey(person), rangeOf("R", { through: weekOf(to) }));
  const folds = rows.map(foldOf);
  const base = folds.findLast(({ week }) => week < weekOf(from));
  const through = weekOf(addDays(weekStart(weekOf(to)), 7));
  const events = await eventsIn(store, person, { after: base?.week, through });
  return { folds: base === undefined ? folds : folds.slice(folds.indexOf(base)), events };
}

/** The dates up to today that there is a plan for: from the first event on. */
function datesOf({ folds }: Log, { from, to }: Span, today: LocalDate): LocalDate[] {
  const first = folds[0];
  if (first === undefined) return [];
  const begin = weekStart(first.week) > from ? weekStart(first.week) : from;
  const end = to < today ? to : today;
  const count = Math.max(0, epochDay(end) - epochDay(begin) + 1);
  return Array.from({ length: count }, (_, index) => addDays(begin, index));
}

/** What the plan said on a date before its session: its own answers are known, its own sessions are not. */
function decidedOn({ folds, events }: Log, date: LocalDate): Decision {
  const week = weekOf(date);
  const before = checkpointOf(folds.findLast((fold) => fold.week < week) ?? null);
  const tail = events.filter((event) => {
    const about = subjectDate(event);
    if (about > date || (before.week !== null && weekOf(about) <= before.week)) return false;
    return about < date || (event.type !== "session.recorded.v1" && event.type !== "profile.changed.v1");
  });
  return decide(before, tail, profileOf(before, tail), date);
}

/** The dates that the rules leave free for the next session, with the level it would have there. */
function movableDays(
  decideWith: (moved: LogEvent) => Decision,
  next: Decision,
  today: LocalDate,
): ReadonlyMap<LocalDate, number> {
  const found = new Map<LocalDate, number>();
  if (next.level === null || next.date === null) return found;
  for (let ahead = 0; ahead <= MOVE_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    const moved = decideWith(moveTo(date, today));
    if (moved.date === date && moved.level !== null) found.set(date, moved.level);
  }
  return found;
}

/** A wish that is only tried: it never reaches the log. It comes last of its day. */
const moveTo = (date: LocalDate, today: LocalDate): LogEvent => ({
  id: "ffffffff-ffff-7fff-bfff-ffffffffffff",
  type: "plan.chosen.v1",
  at: `${today}T23:59:59Z`,
  localDate: today,
  utcOffsetMin: 0,
  source: "dashboard",
  data: { planId: null, choice: "move", date },
});

type Known = {
  readonly today: LocalDate;
  readonly decisions: ReadonlyMap<LocalDate, Decision>;
  readonly next: Decision;
  readonly movable: ReadonlyMap<LocalDate, number>;
};

function daysOf(log: Log, { from, to }: Span, { today, decisions, next, movable }: Known): Day[] {
  const first = log.folds[0];
  const before = first !== undefined && first.week < weekOf(from) ? first.checkpoint : EMPTY_CHECKPOINT;
  const items = itemsOf(before, log.events);
  const pain = painByDay(log.events);
  const feelings = feelingsOf(log.events);
  const days: Day[] = [];
  for (let day = epochDay(from); day <= epochDay(to); day += 1) {
    const date = localDateOf(day);
    const own = items.filter(({ localDate }) => localDate === date);
    const plan = date >= today && next.date === date ? next : decisions.get(date);
    const found: Day = {
      ...{ date, mark: markOf(date, today, plan, own), level: plan?.date === date ? plan.level : null },
      ...(pain.get(date) ?? { worst: null, morning: null }),
      ...(feelings.get(date) ?? { stiffness: null, energy: null }),
      ...{ items: own, movable: movable.get(date) ?? null },
    };
    if (hasNews(found)) days.push(found);
  }
  return days;
}

const hasNews = ({ mark, worst, items, movable, stiffness, energy }: Day): boolean =>
  mark !== null || worst !== null || items.length > 0 || movable !== null || stiffness !== null || energy !== null;

function markOf(
  date: LocalDate,
  today: LocalDate,
  plan: Decision | undefined,
  items: readonly Day["items"][number][],
): DayMark | null {
  const session = items.find(({ kind }) => kind === "session");
  const planned = plan?.date === date ? plan : undefined;
  if (session !== undefined) {
    if (planned === undefined || planned.level === null) return "extra";
    return planned.state === "eased" || (session.level ?? 0) < planned.level ? "eased" : "done";
  }
  if (plan?.state === "paused" && plan.date !== date) return "paused";
  if (planned === undefined) return null;
  if (planned.level === null) return "rest";
  return date < today ? "missed" : "planned";
}
