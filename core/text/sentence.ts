import type { FiredRule } from "../contract/plan.ts";
import { type Catalogue, CHANGING, LEADING, type LeadingRule, type LockText, STUCK_TOO } from "./catalogue.ts";

/** The part of a catalogue that a plan's sentence is made of. */
export type SentenceTexts = Pick<Catalogue, "sentences" | "stuck" | "reasons">;

/** The leading rule of a decision: the first of the order of precedence that fired. */
export function leadingRule(rules: readonly FiredRule[]): LeadingRule | null {
  return LEADING.find((id) => rules.some((rule) => rule.id === id)) || null;
}

/** The leading rule as one plain sentence; empty when no rule that can lead fired. */
export function sentenceFor(rules: readonly FiredRule[], texts: SentenceTexts): string {
  const leading = leadingRule(rules);
  if (leading === null) return "";
  const said = texts.sentences[leading](inputsOf(rules, leading), reasonOf(rules, texts));
  const stuck = STUCK_TOO.includes(leading) && rules.some((rule) => rule.id === "U.stuck");
  // Chinese puts no space between sentences.
  return stuck ? `${said}${said.endsWith("。") ? "" : " "}${texts.stuck}` : said;
}

/** What would change the plan, in the order of the rules' precedence. */
export function changesFor(rules: readonly FiredRule[], texts: Pick<Catalogue, "changes">): string[] {
  const present = CHANGING.filter((id) => rules.some((rule) => rule.id === id));
  return present.map((id) => texts.changes[id](inputsOf(rules, id))).filter((text) => text !== "");
}

/** The text shown while a lock holds. */
export function lockText(kind: LockText, texts: Pick<Catalogue, "locks">, emergencyNumber: string | undefined): string {
  return texts.locks[kind](emergencyNumber === undefined ? null : emergencyNumber);
}

function reasonOf(rules: readonly FiredRule[], texts: SentenceTexts): string {
  for (const id of Object.keys(texts.reasons) as (keyof Catalogue["reasons"])[]) {
    if (rules.some((rule) => rule.id === id)) return texts.reasons[id](inputsOf(rules, id));
  }
  return "";
}

function inputsOf(rules: readonly FiredRule[], id: string): FiredRule["inputs"] {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule === undefined ? {} : rule.inputs;
}
