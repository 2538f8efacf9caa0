import { describe, expect, it } from "vitest";
import type { FiredRule } from "../contract/plan.ts";
import type { Language } from "../contract/primitives.ts";
import { type Catalogue, CHANGING, type Inputs, LEADING, STUCK_TOO } from "./catalogue.ts";
import { EN } from "./en/index.ts";
import { CATALOGUES, catalogueOf } from "./languages.ts";
import { JUDGEMENTS, PROMISES } from "./never-said.ts";
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

/** Every text by its name, spoken with the same values. */
function spoken(texts: Catalogue, inputs: Inputs): Record<string, string> {
  const named = (room: string, entries: [string, string][]) => entries.map(([id, text]) => [`${room} ${id}`, text]);
  const all = <T>(table: Readonly<Record<string, T>>, say: (each: T) => string) =>
    Object.entries(table).map(([id, each]): [string, string] => [id, say(each)]);
  return Object.fromEntries([
    ...named(
      "question",
      all(texts.questions, (text) => text),
    ),
    ...named("text", [
      ["noReasonToWait", texts.noReasonToWait],
      ["stuck", texts.stuck],
    ]),
    ...named(
      "sentence",
      all(texts.sentences, (sentence) => sentence(inputs, "")),
    ),
    ...named(
      "sentence with a reason",
      all(texts.sentences, (sentence) => sentence(inputs, "REASON")),
    ),
    ...named(
      "reason",
      all(texts.reasons, (phrase) => phrase(inputs)),
    ),
    ...named(
      "change",
      all(texts.changes, (phrase) => phrase(inputs)),
    ),
    ...named(
      "lock",
      all(texts.locks, (text) => text("112")),
    ),
    ...named(
      "lock without a number",
      all(texts.locks, (text) => text(null)),
    ),
  ]);
}

/** The numbers in a text, in order of size: what its placeholders put there, and the thresholds it names. */
const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number).sort((one, other) => one - other);

describe.each(Object.entries(CATALOGUES))("the texts in %s", (language, texts) => {
  it("say everything that English says", () => {
    const said = spoken(texts, INPUTS);
    expect(Object.keys(said)).toEqual(Object.keys(spoken(EN, INPUTS)));
    expect(Object.entries(said).filter(([, text]) => text === "")).toEqual([["change H.opt-in", ""]]);
    expect(spoken(texts, { offer: true })["change H.opt-in"]).not.toBe("");
  });

  it.each([
    ["", INPUTS],
    [
      ", one more to go and calm mornings",
      { ...INPUTS, streak: 2, needed: 3, quiet: 3, answered: true, from: 5, until: null },
    ],
    [", all done", { ...INPUTS, streak: 2, quiet: true, kind: "C", tomorrow: true, to: 10, level: 25 }],
  ])("name the same numbers%s", (_, inputs) => {
    const english = spoken(EN, inputs);
    for (const [name, text] of Object.entries(spoken(texts, inputs))) {
      const dated = name.startsWith("sentence") && name.endsWith("P.pause");
      const counted = name.endsWith("U.hold") && name.startsWith("change");
      if (!dated && !counted)
        expect(numbersIn(text), `${language} ${name}: ${text}`).toEqual(numbersIn(english[name] ?? ""));
    }
  });

  it("name the day a pause ends, not its code", () => {
    const said = texts.sentences["P.pause"]({ until: "2026-12-01" }, "");
    expect(said).toContain("2026");
    expect(said).not.toContain("2026-12-01");
  });

  it("put the reason where there is one", () => {
    const led = (said: Catalogue) => LEADING.filter((id) => said.sentences[id](INPUTS, "REASON").includes("REASON"));
    expect(led(texts)).toEqual(led(EN));
  });

  it("promise nothing that no evidence holds, and blame nobody", () => {
    for (const text of Object.values(spoken(texts, INPUTS))) {
      expect(text).not.toMatch(PROMISES[language as Language]);
      expect(text).not.toMatch(JUDGEMENTS[language as Language]);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|50 ?%/);
    }
  });

  it("fit the contract", () => {
    for (const id of LEADING) {
      const more = STUCK_TOO.includes(id) ? texts.stuck.length + 1 : 0;
      expect(texts.sentences[id](INPUTS, "x".repeat(60)).length + more).toBeLessThanOrEqual(400);
    }
    for (const id of CHANGING) expect(texts.changes[id](INPUTS).length).toBeLessThanOrEqual(300);
    for (const text of Object.values(texts.locks)) expect(text("9".repeat(24)).length).toBeLessThanOrEqual(600);
  });

  it("put the person's own emergency number in the text, or words for it", () => {
    for (const kind of ["E", "U"] as const) {
      expect(lockText(kind, texts, "999")).toContain("999");
      expect(lockText(kind, texts, undefined)).not.toMatch(/\d/);
      expect(lockText(kind, texts, "")).toBe(lockText(kind, texts, undefined));
    }
  });
});

describe("the sentence of a decision", () => {
  it("is the leading rule's, by precedence and not by place", () => {
    expect(leadingRule([rule("U.progress"), rule("G.gap")])).toBe("G.gap");
    expect(leadingRule([rule("G.gap"), rule("U.step-back-2"), rule("U.red-hold")])).toBe("U.red-hold");
    expect(leadingRule([rule("T.step"), rule("S.lock")])).toBe("S.lock");
    expect(leadingRule([rule("W.next")])).toBeNull();
  });

  it("says what the colour rule saw", () => {
    const rules = [
      { id: "C.red.worst", inputs: { dur: 6 } },
      { id: "U.step-back-2", inputs: { from: 12, to: 10 } },
    ];
    expect(sentenceFor(rules, EN)).toBe(
      "Last time pain reached 6 out of 10, so we go down to level 10, 8 runs of 45 seconds.",
    );
  });

  it("is English for somebody who has not told a language, and nothing without a rule", () => {
    expect(catalogueOf(undefined)).toBe(EN);
    expect(sentenceFor([], EN)).toBe("");
  });
});

it("says last run where only running keeps a level alive, from level 6 on", () => {
  const gap = (from: number) => sentenceFor([{ id: "G.gap", inputs: { days: 12, from, to: from - 1 } }], EN);
  expect(gap(5)).toContain("since your last session");
  expect(gap(6)).toContain("since your last run");
});

it("calls a stop for a warning sign no answer", () => {
  expect(sentenceFor([{ id: "S.lock", inputs: { kind: "E", questions: "" } }], EN)).not.toContain("answer");
});

it("says what would change the plan, each rule once", () => {
  const hold = { id: "U.hold", inputs: { streak: 1, needed: 2 } };
  expect(changesFor([hold, rule("W.next")], EN)).toEqual(["One more comfortable session moves you up."]);
});

it.each([
  ["en", "It heals your back.", "You failed."],
  ["de", "Laufen heilt den Rücken.", "Du hast versagt."],
  ["es", "Correr cura la espalda.", "Es culpa tuya."],
  ["fr", "Courir guérit le dos.", "C’est ta faute."],
  ["zh", "跑步能治愈背痛。", "你失败了。"],
] as const)("what may not be said is noticed in %s", (language, promise, judgement) => {
  expect(promise).toMatch(PROMISES[language]);
  expect(judgement).toMatch(JUDGEMENTS[language]);
});
