import type { EpochDay } from "../calendar/calendar.ts";
import type { LockKind } from "../screening/questions.ts";
import { ALL_ASKED, EIGHT_ASKED, severest } from "../screening/screening.ts";
import { baseOn } from "./base.ts";
import { type Book, morning } from "./book.ts";
import type { ClearFacts, DayFacts, ScreenFacts } from "./facts.ts";
import { pointsWithData } from "./grid.ts";
import { withLevel } from "./level.ts";
import type { Lock, State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { rises, trendAt } from "./trend.ts";

const { refer, trend: trendLimits } = THRESHOLDS;
const FREE = { screening: null, questions: [], painSince: null, byReds: true, quiet: 0, quietOn: null };

const DAY_MS = 86_400_000;
/** The question about fragile bones (plan-rules §7, S8). */
const BONES = 8;
/** The earliest time zone: a local date begins this long before the same date of UTC. */
const AHEAD_MS = 14 * 3_600_000;

/** Locks for pain (REST & REFER, 12.9). A further trigger while locked asks for three quiet mornings anew. */
function withPainLock(state: State, day: EpochDay, byReds = false): State {
  const lock: Lock = state.lock === null ? { ...FREE, since: day } : state.lock;
  const painLock = { ...lock, painSince: day, byReds: lock.byReds && byReds, quiet: 0, quietOn: null };
  return { ...state, lock: { ...painLock, at: later(lock.at, day * DAY_MS - AHEAD_MS) } };
}

/** What a screening lock was raised by; `at` in unix ms. */
type Raised = { readonly kind: LockKind; readonly yes: readonly number[]; readonly at: number | undefined };

export function withScreeningLock(state: State, day: EpochDay, { kind, yes, at }: Raised): State {
  const lock: Lock = state.lock === null ? { ...FREE, since: day } : state.lock;
  const questions = [...new Set([...lock.questions, ...yes])].sort((a, b) => a - b);
  const screened = { ...lock, screening: severest(lock.screening, kind), questions, byReds: false };
  return { ...state, lock: { ...screened, at: later(lock.at, at) } };
}

/** The later of two instants; what is not known counts as the beginning of time. */
function later(a: number | undefined, b: number | undefined): number {
  return Math.max(a === undefined ? 0 : a, b === undefined ? 0 : b);
}

/** Remembers a RED and locks at two within 14 days, or three within 42, since the last unlock. */
export function withRedLock(state: State, day: EpochDay): State {
  const reds = [...state.reds, day].slice(-3);
  const [latest, second, third] = [...reds].reverse();
  const two = latest !== undefined && second !== undefined && latest - second <= refer.twoRedsDays;
  const three = latest !== undefined && third !== undefined && latest - third <= refer.threeRedsDays;
  const counted = { ...state, reds };
  return two || three ? withPainLock(counted, day, true) : counted;
}

/** Locks by what a date's PRE values and questionnaire say. */
export function withDayTriggers(state: State, book: Book, day: EpochDay, facts: DayFacts): State {
  let next = state;
  if (facts.pre !== null) {
    const before = book.pain.get(day - 1);
    const severeTwice =
      facts.pre >= refer.beforeSevere &&
      before !== undefined &&
      before.pre !== null &&
      before.pre >= refer.beforeSevere;
    const highBefore = facts.pre >= refer.beforeHigh ? next.highBefore + 1 : 0;
    if (highBefore !== next.highBefore) next = { ...next, highBefore };
    if (severeTwice || next.highBefore >= refer.beforeHighDates) next = withPainLock(next, day);
  }
  if (facts.rmdq === null) return next;
  const first = facts.rmdqFirst ?? facts.rmdq;
  const worse = facts.rmdqRose === true || (next.rmdq !== null && first >= next.rmdq + refer.rmdqRise);
  const told = { ...next, rmdq: facts.rmdq };
  return worse ? withPainLock(told, day) : told;
}

/** Looks at the trend on every seventh day since sign-up, up to `day`; two bad checks running lock. */
export function withWeeklyChecks(state: State, book: Book, day: EpochDay): State {
  if (state.signUp === null) return state;
  const { days, step } = trendLimits;
  const due = Math.floor((day - state.signUp) / days);
  if (due <= state.checks) return state;
  let next = state;
  // A bad check has mornings in its last seven days, so that the check after it has data in its reach: none is passed over.
  const grid = { start: state.signUp, everyDays: days, reachDays: 2 * days };
  for (const check of pointsWithData(grid, state.checks, due, book.pain.keys())) {
    const date = state.signUp + check * days;
    const bad = rises(trendAt(book, date), step);
    const twice = bad && next.checkBad;
    next = { ...next, checks: check, checkBad: bad };
    if (twice) next = withPainLock(next, date);
  }
  return next.checks === due ? next : { ...next, checks: due, checkBad: false };
}

/** Counts quiet mornings in a row after a pain lock; once there are three, only a morning that is not quiet undoes them. */
export function withQuietMornings(state: State, book: Book, day: EpochDay): State {
  const { lock } = state;
  const am = morning(book, day);
  if (lock === null || lock.painSince === null || day <= lock.painSince || am === null) return state;
  if (am > baseOn(state, book, day) + THRESHOLDS.redHold.quietRise) {
    return { ...state, lock: { ...lock, quiet: 0, quietOn: day } };
  }
  if (lock.quiet >= refer.quietMornings) return state;
  const quiet = lock.quietOn === day - 1 ? lock.quiet + 1 : 1;
  return { ...state, lock: { ...lock, quiet, quietOn: day } };
}

/** Answers to the safety questions: what was asked, under age or not, and the lock of a "yes". */
export function withScreening(state: State, day: EpochDay, facts: ScreenFacts): State {
  const asked = state.asked | facts.asked;
  const all = facts.asked === ALL_ASKED || (asked === ALL_ASKED && state.asked !== ALL_ASKED);
  const next: State = {
    ...state,
    asked,
    allOn: all ? day : state.allOn,
    eightOn: (facts.asked & EIGHT_ASKED) === EIGHT_ASKED ? day : state.eightOn,
    anew: state.anew && facts.asked !== ALL_ASKED,
    minor: facts.minor === null ? state.minor : facts.minor,
    // Once said it stays: all it costs is one stretch, and bones do not become sound by an answer.
    ...(facts.yes.includes(BONES) ? { brittle: true } : {}),
  };
  return facts.kind === null ? next : withScreeningLock(next, day, { kind: facts.kind, yes: facts.yes, at: facts.at });
}

/**
 * A "cleared" answer lifts the lock when all it asks for is there (12.9); the ladder then starts again lower. With a usual pain of
 * 6 or more it is question 15 answered "yes": it locks, or adds to a lock that assessment is needed.
 */
export function withClearance(state: State, day: EpochDay, facts: ClearFacts): State {
  const { lock } = state;
  if (!facts.pain) return withScreeningLock(state, day, { kind: "C", yes: [15], at: facts.at });
  if (lock === null) return state;
  // The fold goes by local date, which a flight can turn around: an answer given before the trigger says nothing about it.
  if (facts.at !== undefined && lock.at !== undefined && facts.at < lock.at) return state;
  const told = lock.screening === null ? facts.pain : facts.screening;
  const calm = lock.painSince === null || lock.quiet >= refer.quietMornings;
  if (!told || !calm) return state;
  const free = { ...state, lock: null, reds: [], streak: 0, restarted: true, last: null };
  return withLevel(free, restartLevel(state.level, lock.byReds), day);
}

/** The level after a lock: at most 10, and two lower first unless REDs alone, which had lowered it already, caused the lock. */
export function restartLevel(level: number, byReds: boolean): number {
  return Math.max(0, Math.min(level - (byReds ? 0 : refer.stepBack), refer.restartLevel));
}
