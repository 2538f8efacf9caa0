import type { SessionState } from "../../core/session/state.ts";
import type { AnswerEntry } from "./questions.ts";
import { clock, fill, type Translate } from "./words.ts";

/** What was answered, as it was saved. */
export const answersText = ({ worst, after, rpe }: AnswerEntry, say: Translate): string =>
  fill(say("after.check"), {
    worst: Math.max(worst.back, worst.leg),
    now: Math.max(after.back, after.leg),
    rpe,
  });

type Done = { readonly totalS: number; readonly runS: number; readonly plannedRunS: number };

/** What the summary page is told, as text: pages share nothing else. */
export function summaryParams(state: SessionState): string {
  const sum = (values: readonly number[]): number => Math.round(values.reduce((total, value) => total + value, 0));
  const isRun = (index: number): boolean => state.head.steps[index]?.kind === "run";
  const seconds = state.doneMs.map((ms) => ms / 1000);
  const done: Done = {
    totalS: sum(seconds),
    runS: sum(seconds.filter((_, index) => isRun(index))),
    plannedRunS: sum(state.head.steps.map((step) => (step.kind === "run" ? step.plannedS : 0))),
  };
  return JSON.stringify(done);
}

/** One or two plain sentences about what was done. */
export function summaryText(params: string | undefined, say: Translate): string {
  if (params === undefined || params === "") return "";
  const { totalS, runS, plannedRunS } = JSON.parse(params) as Done;
  const total = fill(say("summary.total"), { time: clock(totalS) });
  if (plannedRunS === 0) return total;
  return `${total} ${fill(say("summary.runs"), { run: clock(runS), planned: clock(plannedRunS) })}`;
}
