import type { Catalogue } from "../catalogue.ts";
import { CHANGES_ES } from "./changes.ts";
import { LOCKS_ES } from "./locks.ts";
import { QUESTIONS_ES } from "./questions.ts";
import { REASONS_ES } from "./reasons.ts";
import { SENTENCES_ES } from "./sentences.ts";

export const ES: Catalogue = {
  questions: QUESTIONS_ES,
  noReasonToWait:
    "No hemos encontrado motivo para esperar. Esto no es una revisión médica: si algo te preocupa, habla antes con un profesional sanitario.",
  stuck:
    "Lo que te hace avanzar: una sesión completa, con esfuerzo suave, con todas sus puntuaciones y una mañana tranquila después.",
  reasons: REASONS_ES,
  changes: CHANGES_ES,
  locks: LOCKS_ES,
  sentences: SENTENCES_ES,
};
