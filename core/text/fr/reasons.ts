import type { Catalogue } from "../catalogue.ts";

/** Follows "La dernière fois, …". */
export const REASONS_FR: Catalogue["reasons"] = {
  "C.red.flag": () => "la séance s’est arrêtée pour un signe d’alerte",
  "C.red.leg": () => "il y a eu une douleur, des fourmillements ou un engourdissement nouveaux le long de la jambe",
  "C.red.stop": () => "la séance s’est arrêtée à cause de la douleur",
  "C.red.worst": ({ dur }) => `la douleur a atteint ${dur} sur 10`,
  "C.red.after": ({ pre, post }) => `la douleur est passée de ${pre} à ${post}`,
  "C.red.morning": ({ am }) => `le lendemain matin a été douloureux, ${am} sur 10`,
  "C.amber.eased": ({ am }) => `le lendemain matin a été douloureux, ${am} sur 10`,
  "C.amber.short": ({ reason }) =>
    reason === "pain" ? "la douleur a écourté la séance" : "c’était trop dur pour aller au bout",
  "C.amber.effort": ({ rpe }) => `c’était dur, ${rpe} sur 10`,
  "C.amber.worst": ({ dur }) => `la douleur est montée à ${dur} en route`,
  "C.amber.morning": ({ am }) => `le lendemain matin a été un peu plus douloureux, ${am} sur 10`,
  "C.amber.high-morning": ({ am }) => `le lendemain matin a été douloureux, ${am} sur 10`,
  "C.amber.heart": () => "ton cœur a beaucoup travaillé pendant une bonne partie de la séance",
  "C.neutral.missing": () => "il a manqué une note",
  "C.neutral.effort": () => "c’était un peu dur",
  "C.neutral.short": () => "la séance a été écourtée",
  "C.neutral.below": () => "tu as fait une séance plus facile",
  "C.neutral.over": () => "tu as couru plus que prévu",
  "C.neutral.morning": () => "il n’y a pas eu de note le lendemain matin",
};
