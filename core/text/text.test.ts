import { describe, expect, it } from "vitest";
import type { FiredRule } from "../contract/plan.ts";
import { type Catalogue, CHANGING, type Inputs, LEADING, STUCK_TOO } from "./catalogue.ts";
import { EN } from "./en.ts";
import { changesFor, leadingRule, lockText, sentenceFor } from "./sentence.ts";

/** Every value a rule may give, so that each phrase can be spoken. */
const INPUTS: Inputs = {
  ...{
    level: 9,
    from: 10,
    to: 8,
    days: 12,
    pre: 6,
    post: 5,
    dur: 7,
    am: 6,
    rpe: 8,
    base: 2,
    kind: "E",
    until: "2026-12-01",
  },
  ...{ streak: 1, needed: 2, ceiling: 9, quiet: 1, answered: false, reason: "pain", rise: 1.5 },
};
const rule = (id: string): FiredRule => ({ id, inputs: { ...INPUTS } });

function everyText(catalogue: Catalogue): string[] {
  return [
    ...Object.values(catalogue.questions),
    catalogue.noReasonToWait,
    catalogue.stuck,
    ...LEADING.map((id) => catalogue.sentences[id](INPUTS, "")),
    ...LEADING.map((id) => catalogue.sentences[id](INPUTS, "pain reached 7 out of 10")),
    ...CHANGING.map((id) => catalogue.changes[id](INPUTS)),
    ...Object.values(catalogue.reasons).map((phrase) => phrase(INPUTS)),
    ...Object.values(catalogue.locks).flatMap((text) => [text(null), text("112")]),
  ];
}

describe("the English texts", () => {
  it("promise nothing that no evidence holds, and blame nobody", () => {
    for (const text of everyText(EN)) {
      expect(text).not.toMatch(
        /\b(treat\w*|heal(s|ed|ing)?|prevent\w*|cure\w*|diagnos\w*|50 ?%|cleared|fail\w*|should have|lazy|wrong)\b/i,
      );
      expect(text).not.toMatch(/undefined|null|NaN/);
    }
  });

  it("fit the contract", () => {
    for (const id of LEADING) {
      const more = STUCK_TOO.includes(id) ? EN.stuck.length + 1 : 0;
      expect(EN.sentences[id](INPUTS, "x".repeat(60)).length + more).toBeLessThanOrEqual(400);
    }
    for (const id of CHANGING) expect(EN.changes[id](INPUTS).length).toBeLessThanOrEqual(300);
    for (const text of Object.values(EN.locks)) expect(text("9".repeat(24)).length).toBeLessThanOrEqual(600);
  });
});

describe("the sentence of a decision", () => {
  it("is the leading rule's, by precedence and not by place", () => {
    expect(leadingRule([rule("U.progress"), rule("G.gap")])?.id).toBe("G.gap");
    expect(leadingRule([rule("G.gap"), rule("U.step-back-2"), rule("U.red-hold")])?.id).toBe("U.red-hold");
    expect(leadingRule([rule("T.step"), rule("S.lock")])?.id).toBe("S.lock");
    expect(leadingRule([rule("W.next")])).toBeNull();
  });

  it("says what the colour rule saw", () => {
    const rules = [
      { id: "C.red.worst", inputs: { dur: 6 } },
      { id: "U.step-back-2", inputs: { from: 12, to: 10 } },
    ];
    expect(sentenceFor(rules, "en")).toBe(
      "Last time pain reached 6 out of 10, so we go down to level 10, 8 runs of 45 seconds.",
    );
  });

  it("falls back to English for a language without texts, and to nothing without a rule", () => {
    expect(sentenceFor([rule("P.pause")], "de")).toBe(sentenceFor([rule("P.pause")], undefined));
    expect(sentenceFor([], "en")).toBe("");
  });
});

it("says last run where only running keeps a level alive, from level 6 on", () => {
  const gap = (from: number) => sentenceFor([{ id: "G.gap", inputs: { days: 12, from, to: from - 1 } }], "en");
  expect(gap(5)).toContain("since your last session");
  expect(gap(6)).toContain("since your last run");
});

it("calls a stop for a warning sign no answer", () => {
  expect(sentenceFor([{ id: "S.lock", inputs: { kind: "E", questions: "" } }], "en")).not.toContain("answer");
});

it("says what would change the plan, each rule once", () => {
  const hold = { id: "U.hold", inputs: { streak: 1, needed: 2 } };
  expect(changesFor([hold, rule("W.next")], "en")).toEqual(["One more comfortable session moves you up."]);
});

it("puts the person's own emergency number in the text, or words for it", () => {
  expect(lockText("E", "en", "999")).toContain("999");
  expect(lockText("E", "en", undefined)).toContain("your emergency number");
  expect(lockText("U", "en", "")).toContain("your emergency number");
});
