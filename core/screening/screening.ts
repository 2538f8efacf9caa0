import type { ScreeningAnswers } from "../contract/event.ts";
import { type LockKind, QUESTIONS, type Question, REPEATED } from "./questions.ts";

/** What one set of answers says. */
export type Screening = {
  readonly kind: LockKind | null;
  /** Numbers of the questions answered "yes". */
  readonly yes: number[];
  /** Bit n − 1 is set when question n was answered. */
  readonly asked: number;
  /** 1–8 all answered, all "no". */
  readonly eightNo: boolean;
  /** Under 18; null when not asked. */
  readonly minor: boolean | null;
};

export const ALL_ASKED = 65_535;
export const EIGHT_ASKED = 255;

const ORDER: readonly (LockKind | null)[] = [null, "C", "U", "E"];

/** The more serious of two kinds. */
export function severest(a: LockKind | null, b: LockKind | null): LockKind | null {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

export function screeningOf({ answers, urgent = [] }: ScreeningAnswers): Screening {
  const answered = QUESTIONS.filter(({ id }) => answers[String(id)] !== undefined);
  const yes = QUESTIONS.filter(({ id }) => answers[String(id)] === true);
  return {
    kind: yes.map((question) => kindOf(question, urgent)).reduce(severest, null),
    yes: yes.map(({ id }) => id),
    asked: answered.reduce((mask, { id }) => mask | (1 << (id - 1)), 0),
    eightNo: REPEATED.every((id) => answers[String(id)] === false),
    minor: minorOf(answers, urgent),
  };
}

function kindOf(question: Question, urgent: readonly number[]): LockKind {
  return question.urgentKind !== null && urgent.includes(question.id) ? question.urgentKind : question.kind;
}

/** Question 16 asks for two things: under 18 is its qualifier, 70 or older and new to exercise its plain "yes". */
function minorOf(answers: ScreeningAnswers["answers"], urgent: readonly number[]): boolean | null {
  const answer = answers["16"];
  return answer === undefined ? null : answer && urgent.includes(16);
}
