import type { QUESTIONNAIRE as EN } from "../en/questionnaire.ts";
import type { Like } from "../message.ts";

export const QUESTIONNAIRE: Like<typeof EN> = {
  "ask.title": "Comment ton dos te limite",
  "ask.sub":
    "Deux courts questionnaires toutes les quatre semaines. Ils montrent dans Tendances si le quotidien devient plus facile.",
  "ask.none": "Rien à répondre pour l’instant. Nous redemandons quatre semaines après tes réponses.",
  "ask.rmdq": "Ce qui est vrai pour toi aujourd’hui",
  "ask.english": "Ce sont les mots publiés du questionnaire Roland-Morris, en anglais.",
  "ask.rmdqSave": (count) =>
    count < 2 ? `Enregistrer avec ${count} phrase cochée` : `Enregistrer avec ${count} phrases cochées`,
  "ask.psfs": "Tes propres activités",
  "ask.psfsText":
    "Nomme jusqu’à trois choses difficiles à cause de ton dos. La prochaine fois, nous demandons les mêmes.",
  "ask.activity": (number) => `Activité ${number}`,
  "ask.how": (activity) => `Comment y arrives-tu maintenant : ${activity}`,
  "ask.least": "0 impossible",
  "ask.most": "10 comme avant",
  "ask.psfsMissing": "Nomme au moins une activité et donne un nombre à chacune.",
  "ask.saved": "Merci. Cela apparaît dans Tendances.",
};
