import type { Catalogue } from "../catalogue.ts";

export const CHANGES_FR: Catalogue["changes"] = {
  "S.minor": () => "Reviens quand tu auras 18 ans, ou corrige ta réponse si c’était une erreur.",
  "S.lock": () =>
    "Dis-nous quand l’examen par un professionnel de santé aura eu lieu, et quelle est maintenant ta douleur habituelle.",
  "R.pain": ({ quiet }) =>
    quiet === 3
      ? "Tes matins ont été calmes. Dis-nous quand tu te sens de reprendre, et quelle est maintenant ta douleur habituelle."
      : "Trois matins calmes de suite, puis un mot de ta part pour dire que tu te sens de reprendre.",
  "S.first": () => "Réponds aux seize questions de sécurité.",
  "P.place": () => "Dis-nous combien de temps tu marches confortablement, et si tu trottines déjà.",
  "P.pause": () => "Mets fin à la pause quand tu veux.",
  "D.unwell": () => "Te sentir bien à nouveau. Relis les questions de sécurité 1 à 8, s’il te plaît.",
  "D.rest": () => "Un dos plus calme. Relis les questions de sécurité 1 à 8, s’il te plaît.",
  "D.walk": () => "Un dos plus calme. Relis les questions de sécurité 1 à 8, s’il te plaît.",
  "D.ease": () => "Un dos plus calme, et la séance prévue revient.",
  "U.red-hold": ({ quiet, answered }) => {
    if (quiet === true) return "Réponds aux questions de sécurité 1 à 8, et la course revient.";
    if (answered === true) return "Un matin calme, au moins deux jours après, et la course revient.";
    return "Un matin calme, au moins deux jours après, et tes réponses aux questions de sécurité 1 à 8.";
  },
  "S.anew": () => "Réponds à nouveau aux seize questions de sécurité.",
  "S.repeat": ({ since }) =>
    `${typeof since === "string" ? "Réponds" : "Quatre semaines ont passé : réponds"} à nouveau aux questions de sécurité 1 à 8, s’il te plaît.`,
  "C.neutral.morning": () => "La note du matin après ta séance. Sans elle, la séance ne peut pas compter.",
  "C.neutral.missing": () => "Toutes les notes d’une séance : avant, au pire moment, après, et l’effort ressenti.",
  "T.step": () => "Des matins plus calmes au cours de la semaine prochaine.",
  "T.rise": () => "Des matins plus calmes dans les prochains jours.",
  "T.drift": () => "Des matins de nouveau proches de ta douleur habituelle.",
  "T.usual-pain": () => "Redis-nous ta douleur habituelle : elle a peut-être changé.",
  "H.opt-in": ({ offer }) =>
    offer === true
      ? "Des courses plus longues t’attendent si tu le souhaites : choisis-les dans les limites de ton plan."
      : "",
  "G.gap": () => "Chaque séance confortable te fait remonter.",
  "U.hold": ({ streak, needed }) => {
    const more = Number(needed) - Number(streak);
    if (more <= 0) return "La série est complète : le niveau suivant arrive dès que rien ne le retient.";
    return more === 1
      ? "Encore une séance confortable, et tu montes."
      : `Encore ${more} séances confortables, et tu montes.`;
  },
};
