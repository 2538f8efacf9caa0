import type { EpochDay } from "../calendar/calendar.ts";
import type { FiredRule } from "../contract/plan.ts";
import { FINISH_LEVEL, FIRST_RUN_LEVEL, MAX_LEVEL } from "../ladder/ladder.ts";
import { type Book, between, morning } from "./book.ts";
import { keepsLoad } from "./clip.ts";
import { fired } from "./rules.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { drifts, riseOf, rises, trendAt } from "./trend.ts";

const { ups, trend: trendLimits } = THRESHOLDS;

/**
 * What forbids the next level after a session on `day` although the streak is there (plan-rules 12.6); none: it may rise.
 * @param reference the reference on the AM's date, `day + 1`
 */
export function heldBack(state: State, book: Book, day: EpochDay, reference: number): FiredRule[] {
  const target = state.level + 1;
  const top = target > MAX_LEVEL ? [fired("H.top", { level: state.level })] : [];
  return [
    ...byTrend(state, book, day, reference),
    ...byPace(state, day, target),
    ...byPerson(state, book, day, target),
    ...top,
    ...(keepsLoad(book, target, day + 1) ? [] : [fired("H.load", { target })]),
    ...(state.lock === null ? [] : [fired("H.lock", { since: state.lock.since })]),
  ];
}

function byTrend(state: State, book: Book, day: EpochDay, reference: number): FiredRule[] {
  const at = day + 1;
  const trend = trendAt(book, at);
  const rules: FiredRule[] = [];
  if (rises(trend, trendLimits.hold)) rules.push(fired("T.rise", { rise: riseOf(trend) }));
  if (drifts(trend, reference)) rules.push(fired("T.drift", { mornings: trend.lastCount, reference }));
  const since = state.trendStepAt;
  if (since !== null && since < at && at <= since + trendLimits.pauseDays) {
    rules.push(fired("T.after-step", { days: at - since }));
  }
  return rules;
}

function byPace(state: State, day: EpochDay, target: number): FiredRule[] {
  const rules: FiredRule[] = [];
  const within = (days: number) => state.ups.filter(([date]) => date > day - days && date <= day);
  const week = within(ups.weekDays).length;
  if (week >= ups.perWeek) rules.push(fired("H.week", { ups: week }));
  const month = within(ups.monthDays).filter(([, level]) => level >= ups.monthFromLevel).length;
  if (target >= ups.monthFromLevel && month >= ups.perMonth) rules.push(fired("H.month", { ups: month }));
  const walking = state.level < FIRST_RUN_LEVEL;
  if (walking && within(ups.walkDays).length > 0) rules.push(fired("H.walk", { level: state.level }));
  return rules;
}

function byPerson(state: State, book: Book, day: EpochDay, target: number): FiredRule[] {
  const rules: FiredRule[] = [];
  if (target > FINISH_LEVEL && !state.optIn) {
    rules.push(fired("H.opt-in", { level: state.level, offer: isCalm(book, day + 1) }));
  }
  if (state.ceiling !== null && target > state.ceiling) rules.push(fired("H.ceiling", { ceiling: state.ceiling }));
  return rules;
}

/** Longer runs are offered after two weeks of calm mornings. */
function isCalm(book: Book, at: EpochDay): boolean {
  const { days, maxMorning, minValues } = THRESHOLDS.offerBeyond;
  const mornings = between(at - days + 1, at, (date) => morning(book, date));
  return mornings.length >= minValues && mornings.every((am) => am <= maxMorning);
}
