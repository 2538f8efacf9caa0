import type { Catalogue } from "../catalogue.ts";
import { CHANGES_DE } from "./changes.ts";
import { LOCKS_DE } from "./locks.ts";
import { QUESTIONS_DE } from "./questions.ts";
import { REASONS_DE } from "./reasons.ts";
import { SENTENCES_DE, STUCK_DE } from "./sentences.ts";

export const DE: Catalogue = {
  questions: QUESTIONS_DE,
  noReasonToWait:
    "Wir haben keinen Grund gefunden zu warten. Das ist keine ärztliche Untersuchung: Wenn dich etwas beunruhigt, sprich vorher mit einer Fachperson.",
  stuck: STUCK_DE,
  reasons: REASONS_DE,
  changes: CHANGES_DE,
  locks: LOCKS_DE,
  sentences: SENTENCES_DE,
};
