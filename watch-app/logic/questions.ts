import type { Pain } from "../../core/contract/session.ts";

/** A question answered with one tap: a score 0–10, or one of two words. Texts are keys of the language catalogue. */
export type Question =
  | { readonly id: string; readonly kind: "score"; readonly text: string; readonly low: string; readonly high: string }
  | { readonly id: string; readonly kind: "choice"; readonly text: string; readonly yes: string; readonly no: string };

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

/** DUR and POST at both sites, RPE, LEG. */
export const AFTER: readonly Question[] = [
  pain("worstBack"),
  pain("worstLeg"),
  pain("nowBack"),
  pain("nowLeg"),
  { id: "rpe", kind: "score", text: "ask.rpe", low: "scale.easy", high: "scale.hardest" },
  { id: "legSymptoms", kind: "choice", text: "ask.legSymptoms", yes: "answer.yes", no: "answer.no" },
];

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

/**
 * Whether pain told on the way ends the running for today: 6 or more at either site, or 3 or more above what it was before
 * (plan-rules §7, "Stop at once").
 */
export function mustStop(now: Pain, before: Pain | null): boolean {
  const rise = before === null ? 0 : Math.max(now.back - before.back, now.leg - before.leg);
  return now.back >= 6 || now.leg >= 6 || rise >= 3;
}
