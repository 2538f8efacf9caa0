import type { LedgerCue } from "../../core/contract/session.ts";
import { CATCH_UP_MS } from "../../core/cues/advance.ts";
import type { SessionState } from "../../core/session/state.ts";
import { clock, fill, type Translate } from "./words.ts";

/** Cues that came late: how many, and the lateness of the latest in seconds. */
type Late = { readonly n: number; readonly s: number };

/** How the cues of a session came. */
export type Ledger = {
  readonly all: number;
  readonly onTime: number;
  /** By the alarm that stands in when the screen is off. */
  readonly alarm: Late;
  /** By the page, when it was there again. */
  readonly caughtUp: Late;
  /** The app was killed before anybody knew whether the motor ran. */
  readonly unknown: number;
  /** Their moment had passed. */
  readonly dropped: number;
};

const lateMs = ({ dueMs, firedMs }: LedgerCue): number => (firedMs ?? dueMs) - dueMs;

function lateOf(lines: readonly LedgerCue[]): Late {
  const worst = lines.reduce((most, line) => Math.max(most, lateMs(line)), 0);
  return { n: lines.length, s: Math.ceil(worst / 1000) };
}

/** What the record will say about the cues: one that is still open when the session is filed is unknown. */
export function ledgerOf({ cues, pending }: Pick<SessionState, "cues" | "pending">): Ledger {
  const lines = Object.keys(cues).flatMap((id) => {
    const line = cues[id];
    if (line === undefined) return [];
    return [id === pending ? { ...line, state: "unknown" as const } : line];
  });
  const fired = lines.filter(({ state }) => state === "fired");
  const late = fired.filter((line) => lateMs(line) > CATCH_UP_MS);
  return {
    all: lines.length,
    onTime: fired.length - late.length,
    alarm: lateOf(late.filter(({ tier }) => tier === "alarm")),
    caughtUp: lateOf(late.filter(({ tier }) => tier !== "alarm")),
    unknown: lines.filter(({ state }) => state === "unknown").length,
    dropped: lines.filter(({ state }) => state === "dropped").length,
  };
}

/** How the cues came, in plain words: nothing but the first sentence where all were on time, nothing at all where there were none. */
export function ledgerText({ all, onTime, alarm, caughtUp, unknown, dropped }: Ledger, say: Translate): string {
  if (all === 0) return "";
  const late = ({ n, s }: Late, text: string): string => (n === 0 ? "" : fill(text, { n, late: clock(s) }));
  const count = (n: number, text: string): string => (n === 0 ? "" : fill(text, { n }));
  return [
    fill(say("summary.cues"), { n: onTime, all }),
    late(alarm, say("summary.alarm")),
    late(caughtUp, say("summary.caughtUp")),
    count(unknown, say("summary.unknown")),
    count(dropped, say("summary.dropped")),
  ]
    .filter((part) => part !== "")
    .join(" ");
}
