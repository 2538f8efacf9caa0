import type { EpochDay } from "../calendar/calendar.ts";
import type { LogEventOf } from "../contract/event.ts";
import type { DayFacts } from "./facts.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

export type Questionnaire = LogEventOf<"questionnaire.answered.v1">["data"]["kind"];

/**
 * The questionnaires to ask for on a date (plan-rules §10): each at the start, once it is known where the person stands on the
 * ladder, and four weeks after its latest answer. Nobody is asked while a lock waits for emergency or urgent care.
 */
export function questionnairesDue(state: State, today: EpochDay): Questionnaire[] {
  const waiting = state.lock !== null && (state.lock.screening === "E" || state.lock.screening === "U");
  if (!state.placed || state.minor || waiting) return [];
  const isDue = (on: EpochDay | undefined) => on === undefined || today - on >= THRESHOLDS.repeatQuestionnaireDays;
  const due: Questionnaire[] = [];
  if (isDue(state.rmdqOn)) due.push("rmdq");
  if (isDue(state.psfsOn)) due.push("psfs");
  return due;
}

/** Remembers on which date each was answered last. */
export function withAnswered(state: State, day: EpochDay, { rmdq, psfs }: DayFacts): State {
  const told = rmdq === null ? state : { ...state, rmdqOn: day };
  return psfs === true ? { ...told, psfsOn: day } : told;
}
