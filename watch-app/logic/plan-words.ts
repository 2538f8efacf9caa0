import type { Language } from "../../core/contract/primitives.ts";
import type { Catalogue } from "../../core/text/catalogue.ts";
import { LOCKS_DE } from "../../core/text/de/locks.ts";
import { REASONS_DE } from "../../core/text/de/reasons.ts";
import { SENTENCES_DE, STUCK_DE } from "../../core/text/de/sentences.ts";
import { LOCKS_EN } from "../../core/text/en/locks.ts";
import { REASONS_EN } from "../../core/text/en/reasons.ts";
import { SENTENCES_EN, STUCK_EN } from "../../core/text/en/sentences.ts";
import { LOCKS_ES } from "../../core/text/es/locks.ts";
import { REASONS_ES } from "../../core/text/es/reasons.ts";
import { SENTENCES_ES, STUCK_ES } from "../../core/text/es/sentences.ts";
import { LOCKS_FR } from "../../core/text/fr/locks.ts";
import { REASONS_FR } from "../../core/text/fr/reasons.ts";
import { SENTENCES_FR, STUCK_FR } from "../../core/text/fr/sentences.ts";
import { lockText, sentenceFor } from "../../core/text/sentence.ts";
import { LOCKS_ZH } from "../../core/text/zh/locks.ts";
import { REASONS_ZH } from "../../core/text/zh/reasons.ts";
import { SENTENCES_ZH, STUCK_ZH } from "../../core/text/zh/sentences.ts";
import type { WatchPlan } from "./plan.ts";
import type { Translate } from "./words.ts";

/** What of a language the watch shows. The questions of the screening and what would change a plan would not fit into its package. */
type Words = Pick<Catalogue, "sentences" | "stuck" | "reasons" | "locks">;

const WORDS: Readonly<Record<Language, Words>> = {
  en: { sentences: SENTENCES_EN, stuck: STUCK_EN, reasons: REASONS_EN, locks: LOCKS_EN },
  de: { sentences: SENTENCES_DE, stuck: STUCK_DE, reasons: REASONS_DE, locks: LOCKS_DE },
  es: { sentences: SENTENCES_ES, stuck: STUCK_ES, reasons: REASONS_ES, locks: LOCKS_ES },
  fr: { sentences: SENTENCES_FR, stuck: STUCK_FR, reasons: REASONS_FR, locks: LOCKS_FR },
  zh: { sentences: SENTENCES_ZH, stuck: STUCK_ZH, reasons: REASONS_ZH, locks: LOCKS_ZH },
};

/** What a plan says for itself. */
export type Said = { readonly sentence: string; readonly lock: string };

/**
 * A plan's sentence and the text of its lock in the watch's own language, made from its rules; as the cloud put them where its
 * rules are newer than this watch. The lock's text is empty without a lock.
 */
export function saidBy({ plan, profile }: WatchPlan, say: Translate): Said {
  if (plan === null) return { sentence: "", lock: "" };
  const { rules, lock } = plan;
  const texts = WORDS[say("language") as Language] ?? WORDS.en;
  const own = sentenceFor(rules, texts);
  const kind = lock === null ? null : rules.some(({ id }) => id === "S.minor") ? "minor" : lock.kind;
  return {
    sentence: own === "" ? plan.sentence : own,
    lock: kind === null ? "" : lockText(kind, texts, profile.emergencyNumber ?? undefined),
  };
}
