import type { Catalogue } from "../catalogue.ts";

/** Follows "Letztes Mal: …". */
export const REASONS_DE: Catalogue["reasons"] = {
  "C.red.flag": () => "du hast wegen eines Warnzeichens angehalten",
  "C.red.leg": () => "es gab neuen Schmerz, Kribbeln oder Taubheit das Bein hinunter",
  "C.red.stop": () => "du hast wegen Schmerz angehalten",
  "C.red.worst": ({ dur }) => `der Schmerz stieg auf ${dur} von 10`,
  "C.red.after": ({ pre, post }) => `der Schmerz ging von ${pre} auf ${post}`,
  "C.red.morning": ({ am }) => `der Morgen danach war schmerzhaft, ${am} von 10`,
  "C.amber.eased": ({ am }) => `der Morgen danach war schmerzhaft, ${am} von 10`,
  "C.amber.short": ({ reason }) =>
    reason === "pain" ? "der Schmerz hat das Laufen verkürzt" : "es war zu anstrengend, um es zu Ende zu bringen",
  "C.amber.effort": ({ rpe }) => `es fühlte sich anstrengend an, ${rpe} von 10`,
  "C.amber.worst": ({ dur }) => `der Schmerz stieg unterwegs auf ${dur}`,
  "C.amber.morning": ({ am }) => `der Morgen danach war etwas schmerzhafter, ${am} von 10`,
  "C.amber.high-morning": ({ am }) => `der Morgen danach war schmerzhaft, ${am} von 10`,
  "C.amber.heart": () => "dein Herz hat einen guten Teil des Laufens hart gearbeitet",
  "C.neutral.morning": () => "es gab keinen Wert vom Morgen danach",
  "C.neutral.missing": () => "nicht alle Werte wurden angegeben",
  "C.neutral.effort": () => "es fühlte sich ein wenig anstrengend an",
  "C.neutral.short": () => "die Einheit wurde verkürzt",
  "C.neutral.below": () => "du hast eine leichtere genommen",
  "C.neutral.over": () => "du bist mehr gelaufen als geplant",
};
