import { expect, test } from "vitest";
import type { LedgerCue } from "../../core/contract/session.ts";
import { replay } from "../../core/session/session.ts";
import { startEntry, T0 } from "../../core/session/testing.ts";
import { ledgerOf, ledgerText } from "./ledger.ts";
import { summaryParams, summaryText } from "./summary.ts";

const cue = (lateMs: number, part: Partial<LedgerCue> = {}): LedgerCue => ({
  kind: "run",
  dueMs: 60_000,
  firedMs: 60_000 + lateMs,
  state: "fired",
  tier: "held",
  ...part,
});
const alarm = (lateMs: number): LedgerCue => cue(lateMs, { tier: "alarm" });
const dropped = cue(0, { firedMs: null, state: "dropped", tier: null });
const unknown = cue(100, { state: "unknown" });
const told = (lines: readonly LedgerCue[], pending: string | null = null) =>
  ledgerOf({ cues: Object.fromEntries(lines.map((line, index) => [`c${index}`, line])), pending });

const TEXTS: Readonly<Record<string, string>> = {
  "summary.cues": "{n}/{all} on time.",
  "summary.alarm": "{n} alarm {late}.",
  "summary.caughtUp": "{n} caught up {late}.",
  "summary.unknown": "{n} unknown.",
  "summary.dropped": "{n} dropped.",
};
const words = (lines: readonly LedgerCue[], pending: string | null = null) =>
  ledgerText(told(lines, pending), (key) => TEXTS[key] ?? key);

test.each([
  ["no cues", [], ""],
  ["all on time, early ones too", [cue(0), cue(-3_000), cue(2_000)], "3/3 on time."],
  [
    "late by the alarm: the latest, in whole seconds upwards",
    [cue(0), alarm(3_100), alarm(2_500)],
    "1/3 on time. 2 alarm 0:04.",
  ],
  [
    "late by the page",
    [cue(2_001, { tier: "catchup" }), cue(95_000, { tier: "catchup" })],
    "0/2 on time. 2 caught up 1:35.",
  ],
  ["an alarm within its time is on time", [alarm(1_000)], "1/1 on time."],
  ["nobody knows whether it was felt", [cue(0), unknown], "1/2 on time. 1 unknown."],
  ["left out", [cue(0), dropped, dropped], "1/3 on time. 2 dropped."],
  [
    "everything at once",
    [cue(10), alarm(4_000), cue(9_000, { tier: "catchup" }), unknown, dropped],
    "1/5 on time. 1 alarm 0:04. 1 caught up 0:09. 1 unknown. 1 dropped.",
  ],
])("%s", (_, lines, text) => {
  expect(words(lines)).toBe(text);
});

test("each cue is counted once", () => {
  const ledger = told([cue(0), alarm(4_000), cue(5_000), unknown, dropped]);
  expect(ledger).toEqual({
    ...{ all: 5, onTime: 1, unknown: 1, dropped: 1 },
    ...{ alarm: { n: 1, s: 4 }, caughtUp: { n: 1, s: 5 } },
  });
});

test("a cue that is still open when the session is filed is told as unknown, as the record has it", () => {
  expect(words([cue(0), cue(0)], "c1")).toBe("1/2 on time. 1 unknown.");
});

test("the summary page is told how the cues came, from the journal", () => {
  const given = {
    do: "cue",
    at: T0 + 303_400,
    cue: { id: "run.1", kind: "run", dueAt: T0 + 300_000 },
    tier: "alarm",
  } as const;
  const state = replay([
    startEntry(),
    given,
    { do: "end", at: T0 + 310_000, outcome: "ended-early", reason: "external" },
  ]);
  if (state === null) throw new Error("no session");
  const text = summaryText(summaryParams(state), (key) => TEXTS[key] ?? key);
  expect(text).toContain("0/1 on time. 1 alarm 0:04.");
});
