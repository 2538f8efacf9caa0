import type { SessionState } from "../../core/session/state.ts";
import { type Ledger, ledgerOf, ledgerText } from "./ledger.ts";
import type { AnswerEntry } from "./questions.ts";
import { clock, fill, type Translate } from "./words.ts";

/** What was answered, as it was saved. */
export const answersText = ({ worst, after, rpe }: AnswerEntry, say: Translate): string =>
  fill(say("after.check"), {
    worst: Math.max(worst.back, worst.leg),
    now: Math.max(after.back, after.leg),
    rpe,
  });

type Done = {
  readonly totalS: number;
  readonly runS: number;
  readonly plannedRunS: number;
  readonly ledger: Ledger;
};

/** What the summary page is told, as text: pages share nothing else. */
export function summaryParams(state: SessionState): string {
  const sum = (values: readonly number[]): number => Math.round(values.reduce((total, value) => total + value, 0));
  const isRun = (index: number): boolean => state.head.steps[index]?.kind === "run";
  const seconds = state.doneMs.map((ms) => ms / 1000);
  const done: Done = {
    totalS: sum(seconds),
    runS: sum(seconds.filter((_, index) => isRun(index))),
    plannedRunS: sum(state.head.steps.map((step) => (step.kind === "run" ? step.plannedS : 0))),
    ledger: ledgerOf(state),
  };
  return JSON.stringify(done);
}

/** Plain sentences about what was done, and how the cues came. */
export function summaryText(params: string | undefined, say: Translate): string {
  if (params === undefined || params === "") return "";
  const { totalS, runS, plannedRunS, ledger } = JSON.parse(params) as Done;
  const runs = plannedRunS === 0 ? "" : fill(say("summary.runs"), { run: clock(runS), planned: clock(plannedRunS) });
  const total = fill(say("summary.total"), { time: clock(totalS) });
  return [total, runs, ledgerText(ledger, say)].filter((part) => part !== "").join(" ");
}
