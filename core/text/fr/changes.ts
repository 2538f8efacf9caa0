import type { Catalogue } from "../catalogue.ts";

export const CHANGES_FR: Catalogue["changes"] = {
  "S.minor": () => "Revenez à vos 18 ans, ou corrigez votre réponse si c’était une erreur de saisie.",
  "S.lock": () =>
    "Dites-nous quand un professionnel de santé vous aura examiné, et quelle est maintenant votre douleur habituelle.",
  "R.pain": ({ quiet }) =>
    quiet === 3
      ? "Vos matins ont été calmes. Dites-nous quand vous vous sentez prêt, et quelle est maintenant votre douleur habituelle."
      : "Trois matins calmes de suite, puis un mot de votre part pour dire que vous êtes prêt.",
  "S.first": () => "Répondez aux seize questions de sécurité.",
  "P.place": () => "Dites-nous combien de temps vous marchez confortablement, et si vous trottinez déjà.",
  "P.pause": () => "Mettez fin à la pause quand vous voulez.",
  "D.unwell": () => "Vous sentir bien à nouveau. Merci de revoir les questions de sécurité 1 à 8.",
  "D.rest": () => "Un dos plus calme. Merci de revoir les questions de sécurité 1 à 8.",
  "D.walk": () => "Un dos plus calme. Merci de revoir les questions de sécurité 1 à 8.",
  "D.ease": () => "Un dos plus calme ramène la séance prévue.",
  "U.red-hold": ({ quiet, answered }) => {
    if (quiet === true) return "Répondez aux questions de sécurité 1 à 8, et la course revient.";
    if (answered === true) return "Un matin calme, au moins deux jours après, et la course revient.";
    return "Un matin calme, au moins deux jours après, et une réponse aux questions de sécurité 1 à 8.";
  },
  "S.anew": () => "Répondez à nouveau aux seize questions de sécurité.",
  "S.repeat": ({ since }) =>
    `${typeof since === "string" ? "Merci" : "Quatre semaines ont passé : merci"} de répondre à nouveau aux questions de sécurité 1 à 8.`,
  "C.neutral.morning": () => "La note du matin après votre séance. Sans elle, la séance ne peut pas compter.",
  "C.neutral.missing": () => "Toutes les notes d’une séance : avant, au pire, après, et l’effort ressenti.",
  "T.step": () => "Des matins plus calmes au cours de la semaine prochaine.",
  "T.rise": () => "Des matins plus calmes dans les prochains jours.",
  "T.drift": () => "Des matins de nouveau proches de votre habitude.",
  "T.usual-pain": () => "Dites-nous à nouveau votre douleur habituelle : elle a peut-être changé.",
  "H.opt-in": ({ offer }) =>
    offer === true
      ? "Des courses plus longues vous attendent si vous le souhaitez : choisissez-les dans vos réglages."
      : "",
  "G.gap": () => "Chaque séance confortable vous fait remonter.",
  "U.hold": ({ streak, needed }) => {
    const more = Number(needed) - Number(streak);
    if (more <= 0) return "La série est complète : le niveau suivant arrive dès que rien ne le retient.";
    return more === 1
      ? "Encore une séance confortable, et vous montez."
      : `Encore ${more} séances confortables, et vous montez.`;
  },
};
