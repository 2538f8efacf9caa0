import type { Pain } from "../../core/contract/session.ts";
import { THRESHOLDS } from "../../core/progress/thresholds.ts";
import type { Note } from "../../core/session/entry.ts";
import type { SessionState } from "../../core/session/state.ts";

const { red } = THRESHOLDS;

/** A question answered with one tap: a score 0–10, or one of two words. Texts are keys of the language catalogue. */
export type Question =
  | { readonly id: string; readonly kind: "score"; readonly text: string; readonly low: string; readonly high: string }
  | {
      readonly id: string;
      readonly kind: "choice";
      readonly text: string;
      readonly yes: string;
      readonly no: string;
      /** What stands in the `{name}` places of the text. */
      readonly values?: Readonly<Record<string, number>>;
    };

const pain = (id: string) => ({
  id,
  kind: "score" as const,
  text: `ask.${id}`,
  low: "scale.none",
  high: "scale.worst",
});

/** Three taps at most (plan-rules §2: PRE for back and leg, UNWELL). */
export const BEFORE: readonly Question[] = [
  pain("back"),
  pain("leg"),
  { id: "unwell", kind: "choice", text: "ask.unwell", yes: "answer.unwell", no: "answer.well" },
];

const SITES: readonly Question[] = [pain("worstBack"), pain("worstLeg"), pain("nowBack"), pain("nowLeg")];
const EFFORT: readonly Question[] = [
  { id: "rpe", kind: "score", text: "ask.rpe", low: "scale.easy", high: "scale.hardest" },
  { id: "legSymptoms", kind: "choice", text: "ask.legSymptoms", yes: "answer.yes", no: "answer.no" },
];
/** DUR and POST at both sites, RPE, LEG. */
export const AFTER: readonly Question[] = [...SITES, ...EFFORT];

/** One tap for the four scores of {@link AFTER} where they are those from before the session. */
export const COMPARED = {
  id: "compared",
  kind: "choice" as const,
  text: "ask.compared",
  yes: "answer.different",
  no: "answer.asBefore",
};

/** The scores that may hold for the whole session; null when none were told before it, or pain was told on the way. */
export const mayHaveStayed = ({ head, reported }: Pick<SessionState, "head" | "reported">): Pain | null =>
  reported === null ? head.before : null;

/** The questions after a session. Effort and the signs in the leg are asked in full whatever the comparison says. */
export function afterQuestions(before: Pain | null, answers: Answers): readonly Question[] {
  if (before === null) return AFTER;
  return [{ ...COMPARED, values: before }, ...(answers.compared === 0 ? EFFORT : AFTER)];
}

/** What may be told besides, each for itself or not at all. */
export const EXTRA: readonly Question[] = [
  { id: "stiffness", kind: "score", text: "ask.stiffness", low: "scale.none", high: "scale.worst" },
  { id: "energy", kind: "score", text: "ask.energy", low: "scale.none", high: "scale.full" },
];
/** The ground that was run on; the answer is its place in this list. */
export const SURFACES = ["grass", "trail", "track", "treadmill", "road"] as const;

/** AM of both sites: two taps (plan-rules §2). */
export const MORNING: readonly Question[] = [
  { ...pain("back"), text: "ask.morningBack" },
  { ...pain("leg"), text: "ask.morningLeg" },
];

/** During a session: how bad is it now? */
export const DURING: readonly Question[] = [pain("back"), pain("leg")];

export type Answers = Readonly<Record<string, number>>;

/** The question to ask next; null when all are answered. */
export const nextQuestion = (questions: readonly Question[], answers: Answers): Question | null =>
  questions.find(({ id }) => answers[id] === undefined) ?? null;

/** Answers without the last one given, to correct it. */
export function withoutLast(questions: readonly Question[], answers: Answers): Answers {
  const given = questions.filter(({ id }) => answers[id] !== undefined);
  const last = given[given.length - 1];
  return Object.fromEntries(Object.entries(answers).filter(([id]) => last === undefined || id !== last.id));
}

export const painOf = (answers: Answers, back: string, leg: string): Pain => ({
  back: answers[back] ?? 0,
  leg: answers[leg] ?? 0,
});

export type AnswerEntry = Omit<Extract<Note, { do: "answer" }>, "do" | "at">;

/**
 * The answers after a session as the journal keeps them.
 * @param before what "as before" stands for: worst and now, at both sites
 */
export function answerEntry(answers: Answers, before: Pain | null): AnswerEntry {
  const { rpe = 0, stiffness, energy, surface } = answers;
  const stayed = answers.compared === 0 ? before : null;
  return {
    worst: stayed ?? painOf(answers, "worstBack", "worstLeg"),
    after: stayed ?? painOf(answers, "nowBack", "nowLeg"),
    rpe,
    legSymptoms: answers.legSymptoms === 1,
    ...(stiffness === undefined ? {} : { stiffness }),
    ...(energy === undefined ? {} : { energy }),
    ...(surface === undefined ? {} : { surface: SURFACES[surface] ?? null }),
  };
}

/**
 * Whether pain told on the way ends the running for today: 6 or more at either site, or 3 or more above what it was before
 * (plan-rules §7, "Stop at once").
 */
export function mustStop(now: Pain, before: Pain | null): boolean {
  const rise = before === null ? 0 : Math.max(now.back - before.back, now.leg - before.leg);
  return Math.max(now.back, now.leg) >= red.worst || rise >= red.afterRise;
}
