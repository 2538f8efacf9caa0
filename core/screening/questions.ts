import type { QuestionKey, QuestionUrgentKey } from "../text/catalogue.ts";

/** E: emergency care now. U: urgent, a professional the same day if unwell. C: no running until a professional has cleared it. */
export type LockKind = "E" | "U" | "C";

/** One safety question. A plain "yes" leads to `kind`, a qualified one (`urgent` in the event) to `urgentKind`. */
export type Question = {
  readonly id: number;
  readonly text: QuestionKey;
  readonly kind: LockKind;
  readonly urgentKind: LockKind | null;
  /** Asks for the qualifier after a "yes". */
  readonly urgentText: QuestionUrgentKey | null;
};

const plain = (id: number, kind: LockKind): Question => ({
  id,
  text: `s${id}` as QuestionKey,
  kind,
  urgentKind: null,
  urgentText: null,
});

const qualified = (id: number, kind: LockKind, urgentKind: LockKind): Question => ({
  ...plain(id, kind),
  urgentKind,
  urgentText: `s${id}urgent` as QuestionUrgentKey,
});

/** S1–S16 (plan-rules §7), in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  plain(1, "E"),
  plain(2, "E"),
  plain(3, "E"),
  qualified(4, "C", "E"),
  qualified(5, "U", "E"),
  plain(6, "U"),
  plain(7, "U"),
  plain(8, "U"),
  qualified(9, "C", "E"),
  plain(10, "C"),
  plain(11, "C"),
  plain(12, "C"),
  plain(13, "C"),
  plain(14, "C"),
  plain(15, "C"),
  qualified(16, "C", "C"),
];

/** The questions repeated after every RED, after a high score, and every four weeks. */
export const REPEATED: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];
/** Set in each `screening.answered` event. */
export const SCREENING_VERSION = 1;
