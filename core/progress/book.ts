import type { EpochDay } from "../calendar/calendar.ts";
import { higher } from "./blank-day.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { DayFacts } from "./facts.ts";

/** A ladder session on a date: `w` walk, `e` walk in place of a run, `r` run; upper case when done (COMP ≥ 90). */
export type Mark = "w" | "W" | "e" | "E" | "r" | "R";
const MARKS: readonly Mark[] = ["w", "W", "e", "E", "r", "R"];
/** `[day, run s, longest bout s]` as invariants 1 and 2 count them. */
export type Load = [EpochDay, number, number];

/** What the rules look back on. One fold owns a book and writes in it as it goes. */
export type Book = {
  readonly pain: Map<EpochDay, { readonly pre: number | null; readonly am: number | null }>;
  readonly marks: Map<EpochDay, Mark>;
  /** Dates on which the person felt unwell. */
  readonly unwell: Set<EpochDay>;
  load: readonly Load[];
};

/** The longest window that any rule looks back on is 28 days and the 14 before a session; load looks back 30. */
const KEEP_DAYS = 43;
const KEEP_LOAD_DAYS = 31;
/** A score by its place; the second row stands for a PRE of a date on which the person felt unwell. */
const SCORES = "0123456789A";
const SCORES_UNWELL = "abcdefghijk";
const NOTHING = ".";
const NOTHING_UNWELL = "-";

export function openBook(checkpoint: Checkpoint): Book {
  const book: Book = { pain: new Map(), marks: new Map(), unwell: new Set(), load: checkpoint.load };
  const { from, days } = checkpoint.diary;
  for (let index = 0; index * 3 < days.length; index += 1) {
    const [code, am, mark] = [days.charAt(index * 3), days.charAt(index * 3 + 1), days.charAt(index * 3 + 2)];
    const day = from + index;
    const unwell = code === NOTHING_UNWELL || scoreFrom(SCORES_UNWELL, code) !== null;
    if (unwell) book.unwell.add(day);
    const [pre, morningAfter] = [scoreFrom(unwell ? SCORES_UNWELL : SCORES, code), scoreFrom(SCORES, am)];
    if (pre !== null || morningAfter !== null) book.pain.set(day, { pre, am: morningAfter });
    const known = mark === NOTHING ? undefined : MARKS.find((candidate) => candidate === mark);
    if (known !== undefined) book.marks.set(day, known);
  }
  return book;
}

/** The windows as they stand at the end of `through`, ready for a checkpoint. */
export function closeBook(book: Book, through: EpochDay): Pick<Checkpoint, "diary" | "load"> {
  const from = through - KEEP_DAYS + 1;
  let days = "";
  for (let day = from; day <= through; day += 1) {
    const pain = book.pain.get(day) || { pre: null, am: null };
    const pre = book.unwell.has(day)
      ? scoreTo(SCORES_UNWELL, pain.pre, NOTHING_UNWELL)
      : scoreTo(SCORES, pain.pre, NOTHING);
    days += pre + scoreTo(SCORES, pain.am, NOTHING) + (book.marks.get(day) || NOTHING);
  }
  const recent = book.load.filter(([day]) => day > through - KEEP_LOAD_DAYS && day <= through);
  // Only the most in a window counts, and windows only move on: what a later date had as much of will not count again.
  const load = recent.filter(
    ([day, run, bout]) => !recent.some((later) => later[0] > day && later[1] >= run && later[2] >= bout),
  );
  return { diary: { from, days }, load: load.map(([day, run, bout]) => [day, run, bout]) };
}

export function writeAnswers(book: Book, day: EpochDay, { pre, am, unwell }: DayFacts): void {
  if (pre !== null || am !== null) book.pain.set(day, { pre, am });
  if (unwell) book.unwell.add(day);
}

/** Writes a session's mark. Of several on a date the most of each counts: running over walking, done over not done. */
export function writeMark(book: Book, day: EpochDay, mark: Mark): void {
  const before = book.marks.get(day);
  const [a, b] = [MARKS.indexOf(mark), before === undefined ? 0 : MARKS.indexOf(before)];
  const kind = Math.max(Math.floor(a / 2), Math.floor(b / 2));
  book.marks.set(day, MARKS[2 * kind + Math.max(a % 2, b % 2)] || mark);
}

/** Writes a session's load: one entry a date, the highest of each. Walking leaves none. */
export function writeLoad(book: Book, day: EpochDay, run: number, bout: number): void {
  if (run === 0) return;
  const same = book.load.find((entry) => entry[0] === day) || [day, 0, 0];
  const others = book.load.filter((entry) => entry[0] !== day);
  book.load = [...others, [day, Math.max(same[1], run), Math.max(same[2], bout)]];
}

/** Daily pain: the highest of a date's PRE and AM; null when neither was given. */
export function dailyPain(book: Book, day: EpochDay): number | null {
  const pain = book.pain.get(day);
  return pain === undefined ? null : higher(pain.pre, pain.am);
}

export function morning(book: Book, day: EpochDay): number | null {
  const pain = book.pain.get(day);
  return pain === undefined ? null : pain.am;
}

/** The values that `read` gives for `from … to`, both included. */
export function between(from: EpochDay, to: EpochDay, read: (day: EpochDay) => number | null): number[] {
  const values: number[] = [];
  for (let day = from; day <= to; day += 1) {
    const value = read(day);
    if (value !== null) values.push(value);
  }
  return values;
}

function scoreFrom(codes: string, code: string): number | null {
  const score = codes.indexOf(code);
  return code === "" || score < 0 ? null : score;
}

function scoreTo(codes: string, score: number | null, nothing: string): string {
  return score === null ? nothing : codes.charAt(score);
}
