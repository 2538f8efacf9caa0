import type { RuleId } from "../progress/rules.ts";

/** The values a rule looked at, by name. */
export type Inputs = Readonly<Record<string, string | number | boolean | null>>;
export type Phrase = (inputs: Inputs) => string;
/** `reason` is the clause of the colour rule that led here, such as "pain reached 6 during it"; empty when there is none. */
export type Sentence = (inputs: Inputs, reason: string) => string;

type QuestionNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16;
export type QuestionKey = `s${QuestionNumber}`;
/** Asked after a "yes" to the same number. */
export type QuestionUrgentKey = `s${4 | 5 | 9 | 16}urgent`;

/** Rules that can lead a decision, the first present one does (plan-rules 12.14; the day gate and choices placed by us). */
export const LEADING = [
  "S.minor",
  "S.lock",
  "R.pain",
  "S.first",
  "P.place",
  "P.pause",
  "D.unwell",
  "D.rest",
  "U.red-hold",
  "S.anew",
  "D.walk",
  "D.ease",
  "U.step-back-2",
  "U.red-again",
  "T.step",
  "U.low-ambers",
  "U.trial",
  "U.step-back-1",
  "G.gap",
  "I.load",
  "I.ceiling",
  "P.easier",
  "T.rise",
  "T.after-step",
  "T.drift",
  "H.week",
  "H.month",
  "H.walk",
  "H.load",
  "H.opt-in",
  "H.top",
  "H.ceiling",
  "H.lock",
  "U.await",
  "U.stuck",
  "U.amber",
  "U.neutral",
  "U.progress",
  "U.hold",
  "P.restart",
  "P.start",
] as const satisfies readonly RuleId[];
export type LeadingRule = (typeof LEADING)[number];

/** Sentences of a session that was NEUTRAL or AMBER: from the third in a row they also say what moves the person on. */
export const STUCK_TOO: readonly LeadingRule[] = ["U.low-ambers", "U.trial", "U.step-back-1", "U.stuck"];

/** Rules that say what would change the plan. */
export const CHANGING = [
  "S.minor",
  "S.lock",
  "R.pain",
  "S.first",
  "P.place",
  "P.pause",
  "D.unwell",
  "D.rest",
  "D.walk",
  "D.ease",
  "U.red-hold",
  "S.anew",
  "S.repeat",
  "C.neutral.morning",
  "C.neutral.missing",
  "T.step",
  "T.rise",
  "T.drift",
  "T.usual-pain",
  "H.opt-in",
  "G.gap",
  "U.hold",
] as const satisfies readonly RuleId[];
export type ChangingRule = (typeof CHANGING)[number];

export type ReasonRule = Extract<RuleId, `C.red.${string}` | `C.amber.${string}` | `C.neutral.${string}`>;
export type LockText = "E" | "U" | "C" | "pain" | "minor";

/** Every text that `core` speaks, in one language. A missing key does not compile. */
export type Catalogue = {
  readonly questions: Readonly<Record<QuestionKey | QuestionUrgentKey, string>>;
  /** After all questions were answered "no". */
  readonly noReasonToWait: string;
  readonly sentences: Readonly<Record<LeadingRule, Sentence>>;
  /** Follows such a sentence from the third in a row. */
  readonly stuck: string;
  /** Completes "Last time …". */
  readonly reasons: Readonly<Record<ReasonRule, Phrase>>;
  /** An empty phrase says nothing. */
  readonly changes: Readonly<Record<ChangingRule, Phrase>>;
  /** `number`: the person's emergency number, or null. */
  readonly locks: Readonly<Record<LockText, (number: string | null) => string>>;
};
