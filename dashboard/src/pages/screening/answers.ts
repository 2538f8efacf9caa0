import type { ScreeningAnswers } from "../../../../core/contract/event.ts";
import { type Question, SCREENING_VERSION } from "../../../../core/screening/questions.ts";

/** What was chosen so far: yes or no by question, and by question the qualifier of a "yes". */
export type Chosen = {
  readonly plain: Readonly<Record<number, boolean>>;
  readonly urgent: Readonly<Record<number, boolean>>;
};

export const NOTHING_CHOSEN: Chosen = { plain: {}, urgent: {} };

/** Whether a "yes" has a question of its own. */
export const asksMore = (question: Question, { plain }: Chosen): boolean =>
  question.urgentText !== null && plain[question.id] === true;

export function isAnswered(question: Question, chosen: Chosen): boolean {
  if (chosen.plain[question.id] === undefined) return false;
  return !asksMore(question, chosen) || chosen.urgent[question.id] !== undefined;
}

/** The data of the event. A qualifier counts only while its question still says "yes". */
export function answersOf(questions: readonly Question[], chosen: Chosen): ScreeningAnswers {
  const given = questions.filter(({ id }) => chosen.plain[id] !== undefined);
  const urgent = given.filter((question) => asksMore(question, chosen) && chosen.urgent[question.id] === true);
  return {
    answers: Object.fromEntries(given.map(({ id }) => [String(id), chosen.plain[id] === true])),
    ...(urgent.length === 0 ? {} : { urgent: urgent.map(({ id }) => id) }),
    version: SCREENING_VERSION,
  };
}
