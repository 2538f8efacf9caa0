import { expect, test } from "vitest";
import { Language } from "../../core/contract/primitives.ts";
import { CATALOGUES } from "../../core/text/languages.ts";
import { lockText, sentenceFor } from "../../core/text/sentence.ts";
import { planOf } from "../../test/watch/cloud.ts";
import type { WatchPlan } from "./plan.ts";
import { saidBy } from "./plan-words.ts";

const profile = { heartRate: null, cues: {}, language: "en", units: "metric", emergencyNumber: "112" } as const;
const rules = [
  { id: "U.step-back-1", inputs: { from: 9, to: 8 } },
  { id: "C.amber.effort", inputs: { rpe: 8 } },
  { id: "U.stuck", inputs: { level: 8 } },
];
const lock = { kind: "U", since: "2026-11-20", text: "as the cloud says" } as const;
const stored: WatchPlan = { plan: { ...planOf(8, "2026-11-20"), rules, lock }, profile };

test.each(Language.options)("%s: the watch says what the catalogue says", (language) => {
  const say = (key: string): string => (key === "language" ? language : key);
  expect(saidBy(stored, say)).toEqual({
    sentence: sentenceFor(rules, CATALOGUES[language]),
    lock: lockText("U", CATALOGUES[language], "112"),
  });
});

test("a rule that this watch does not know leaves the cloud's own sentence; no lock, no text", () => {
  const newer: WatchPlan = { plan: { ...planOf(8, "2026-11-20"), rules: [], sentence: "Something new." }, profile };
  expect(saidBy(newer, () => "de")).toEqual({ sentence: "Something new.", lock: "" });
  expect(saidBy({ plan: null, profile }, () => "de")).toEqual({ sentence: "", lock: "" });
});
