import { type EpochDay, epochDay, weekdayOfDay } from "../calendar/calendar.ts";
import { FIRST_RUN_LEVEL } from "../ladder/ladder.ts";
import type { Book } from "../progress/book.ts";
import { NO_END } from "../progress/profile.ts";
import { THRESHOLDS } from "../progress/thresholds.ts";
import type { Context } from "./context.ts";
import { type Offer, offerOn } from "./offer.ts";
import { startMinute } from "./start.ts";

const limits = THRESHOLDS.schedule;
/** From here on a pause has no end. */
export const NO_END_DAY: EpochDay = epochDay(NO_END);

/** The first date that may have the next session, with what it brings; null when none within four weeks. */
export function nextOffer(context: Context): Offer | null {
  const from = firstDay(context);
  if (from >= NO_END_DAY) return null;
  const { moveTo } = context.state.choice || { moveTo: null };
  if (moveTo !== null && moveTo >= from && moveTo <= context.today + limits.lookAheadDays) {
    const moved = offerOn(context, moveTo);
    if (isFree(context, moved)) return moved;
  }
  for (let day = from; day <= from + limits.lookAheadDays; day += 1) {
    if (!chosenDays(context).includes(weekdayOfDay(day))) continue;
    const offer = offerOn(context, day);
    if (isFree(context, offer)) return offer;
  }
  return null;
}

/** Whether today may have what the ladder says, chosen weekday or not: for who would rather go now than on the plan's date. */
export function isFreeToday(context: Context): boolean {
  const offer = offerOn(context, context.today);
  return isFree(context, { ...offer, level: offer.ladderLevel });
}

/** Today, or the end of a pause. */
export function firstDay({ profile, today }: Context): EpochDay {
  const until = profile.pausedUntil;
  return until === undefined || until === null ? today : Math.max(today, epochDay(until));
}

function chosenDays({ profile }: Context): readonly number[] {
  return profile.days === undefined || profile.days.length === 0 ? limits.days : profile.days;
}

/**
 * At most five sessions a week, and the weekly target and the spacing of runs and of walks in place of runs. Walks keep them too:
 * were they free of it, a worse session at level 4 could bring a walk before the run that a better one leads to (12.12).
 */
function isFree(context: Context, offer: Offer): boolean {
  const { book } = context;
  if (book.marks.has(offer.day)) return false;
  const monday = offer.day - weekdayOfDay(offer.day) + 1;
  if (count(book, monday, monday + 6, () => true) >= limits.sessionsPerWeek) return false;
  const targeted = count(book, monday, monday + 6, isRunOrInPlace);
  return targeted < weeklyRuns(context, offer.day) && isSpaced(book, offer.day) && isPastRed(context, offer);
}

/** No run, or walk in place of one, the day before or after, and at most four in any seven dates around it. */
function isSpaced(book: Book, day: EpochDay): boolean {
  if (count(book, day - 1, day + 1, isRunOrInPlace) > 0) return false;
  for (let first = day - 6; first <= day; first += 1) {
    if (count(book, first, first + 6, isRunOrInPlace) >= limits.maxRunsIn7) return false;
  }
  return true;
}

/** 48 hours between the end of a RED session and the next run (invariant 5). */
function isPastRed(context: Context, { day, level }: Offer): boolean {
  return level === null || level < FIRST_RUN_LEVEL || startMinute(context.profile) >= runFrom(context, day);
}

/** The minute of a date from which those 48 hours are over; 0: the whole date long. */
export function runFrom({ state }: Context, day: EpochDay): number {
  if (state.redEnd === null) return 0;
  const [redDay, redMinute] = state.redEnd;
  return Math.max(0, redMinute + THRESHOLDS.redHold.hours * 60 - (day - redDay) * 1440);
}

/** The weekly target; a fourth run only after four weeks that were mostly done, without a RED lately. */
function weeklyRuns({ state, book, profile }: Context, day: EpochDay): number {
  const target = profile.weeklyTarget === undefined ? limits.runsPerWeek : profile.weeklyTarget;
  const done = count(book, day - limits.fourthAfterDays, day - 1, isDoneMark);
  const planned = (limits.runsPerWeek * limits.fourthAfterDays) / 7;
  const steady = state.signUp !== null && day - state.signUp >= limits.fourthAfterDays;
  const calm = state.redEnd === null || day - state.redEnd[0] > limits.fourthNoRedDays;
  const fourth = steady && calm && 100 * done >= limits.fourthSharePct * planned;
  return Math.min(target, fourth ? limits.maxRunsIn7 : limits.runsPerWeek);
}

const isRunOrInPlace = (mark: string) => mark !== "w" && mark !== "W";
const isDoneMark = (mark: string) => mark === mark.toUpperCase();

function count(book: Book, from: EpochDay, to: EpochDay, match: (mark: string) => boolean): number {
  let found = 0;
  for (let day = from; day <= to; day += 1) {
    const mark = book.marks.get(day);
    if (mark !== undefined && match(mark)) found += 1;
  }
  return found;
}
