import type { Catalogue } from "../catalogue.ts";

/** Follows "Letztes Mal …", so the verb comes first. */
export const REASONS_DE: Catalogue["reasons"] = {
  "C.red.flag": () => "hast du wegen eines Warnzeichens angehalten",
  "C.red.leg": () => "gab es neuen Schmerz, Kribbeln oder Taubheit das Bein hinunter",
  "C.red.stop": () => "hast du wegen Schmerz angehalten",
  "C.red.worst": ({ dur }) => `stieg der Schmerz auf ${dur} von 10`,
  "C.red.after": ({ pre, post }) => `ging der Schmerz von ${pre} auf ${post}`,
  "C.red.morning": ({ am }) => `war der Morgen danach schmerzhaft, ${am} von 10`,
  "C.amber.eased": ({ am }) => `war der Morgen danach schmerzhaft, ${am} von 10`,
  "C.amber.short": ({ reason }) =>
    reason === "pain" ? "hat der Schmerz die Einheit verkürzt" : "war es zu anstrengend, um es zu Ende zu bringen",
  "C.amber.effort": ({ rpe }) => `fühlte es sich anstrengend an, ${rpe} von 10`,
  "C.amber.worst": ({ dur }) => `stieg der Schmerz unterwegs auf ${dur}`,
  "C.amber.morning": ({ am }) => `war der Morgen danach etwas schmerzhafter, ${am} von 10`,
  "C.amber.high-morning": ({ am }) => `war der Morgen danach schmerzhaft, ${am} von 10`,
  "C.amber.heart": () => "hat dein Herz einen guten Teil der Einheit hart gearbeitet",
  "C.neutral.missing": () => "wurden nicht alle Werte angegeben",
  "C.neutral.effort": () => "fühlte es sich ein wenig anstrengend an",
  "C.neutral.short": () => "wurde die Einheit verkürzt",
  "C.neutral.below": () => "hast du eine leichtere Einheit gemacht",
  "C.neutral.over": () => "bist du mehr gelaufen als geplant",
  "C.neutral.morning": () => "gab es keinen Wert vom Morgen danach",
};
