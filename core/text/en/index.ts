import type { Catalogue } from "../catalogue.ts";
import { CHANGES_EN } from "./changes.ts";
import { LOCKS_EN } from "./locks.ts";
import { QUESTIONS_EN } from "./questions.ts";
import { REASONS_EN } from "./reasons.ts";
import { SENTENCES_EN, STUCK_EN } from "./sentences.ts";

/** English, the language the others follow. */
export const EN: Catalogue = {
  questions: QUESTIONS_EN,
  noReasonToWait:
    "We found no reason to wait. This is not a medical check: if something worries you, talk to a health professional first.",
  stuck: STUCK_EN,
  reasons: REASONS_EN,
  changes: CHANGES_EN,
  locks: LOCKS_EN,
  sentences: SENTENCES_EN,
};
