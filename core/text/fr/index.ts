import type { Catalogue } from "../catalogue.ts";
import { CHANGES_FR } from "./changes.ts";
import { LOCKS_FR } from "./locks.ts";
import { QUESTIONS_FR } from "./questions.ts";
import { REASONS_FR } from "./reasons.ts";
import { SENTENCES_FR, STUCK_FR } from "./sentences.ts";

export const FR: Catalogue = {
  questions: QUESTIONS_FR,
  noReasonToWait:
    "Nous n’avons trouvé aucune raison d’attendre. Ce n’est pas un examen médical : si quelque chose t’inquiète, parles-en d’abord à un professionnel de santé.",
  stuck: STUCK_FR,
  reasons: REASONS_FR,
  changes: CHANGES_FR,
  locks: LOCKS_FR,
  sentences: SENTENCES_FR,
};
