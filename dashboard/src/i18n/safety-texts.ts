import type { Language } from "../../../core/contract/primitives.ts";
import type { Catalogue } from "../../../core/text/catalogue.ts";
import { LOCKS_EN } from "../../../core/text/en/locks.ts";
import { QUESTIONS_EN } from "../../../core/text/en/questions.ts";
import { language } from "./t.ts";

type SafetyTexts = Pick<Catalogue, "questions" | "locks">;

/** The safety part of core's catalogues by itself: the first visit need not carry every sentence of every rule. */
const TEXTS: { readonly en: SafetyTexts } & { readonly [L in Language]?: SafetyTexts } = {
  en: { questions: QUESTIONS_EN, locks: LOCKS_EN },
};

export function safetyTexts(): SafetyTexts {
  return Object.entries(TEXTS).find(([name]) => name === language.value)?.[1] ?? TEXTS.en;
}
