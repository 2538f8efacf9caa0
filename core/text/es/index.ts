import type { Catalogue } from "../catalogue.ts";
import { CHANGES_ES } from "./changes.ts";
import { LOCKS_ES } from "./locks.ts";
import { QUESTIONS_ES } from "./questions.ts";
import { REASONS_ES } from "./reasons.ts";
import { SENTENCES_ES, STUCK_ES } from "./sentences.ts";

export const ES: Catalogue = {
  questions: QUESTIONS_ES,
  noReasonToWait:
    "No hemos encontrado motivo para esperar. Esto no es una revisión médica: si algo te preocupa, habla antes con un profesional sanitario.",
  stuck: STUCK_ES,
  reasons: REASONS_ES,
  changes: CHANGES_ES,
  locks: LOCKS_ES,
  sentences: SENTENCES_ES,
};
