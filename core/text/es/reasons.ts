import type { Catalogue } from "../catalogue.ts";

/** Follows "La última vez …". */
export const REASONS_ES: Catalogue["reasons"] = {
  "C.red.flag": () => "paraste por una señal de alarma",
  "C.red.leg": () => "hubo dolor, hormigueo o adormecimiento nuevos que bajaban por la pierna",
  "C.red.stop": () => "paraste por dolor",
  "C.red.worst": ({ dur }) => `el dolor llegó a ${dur} sobre 10`,
  "C.red.after": ({ pre, post }) => `el dolor pasó de ${pre} a ${post}`,
  "C.red.morning": ({ am }) => `la mañana siguiente fue dolorosa, ${am} sobre 10`,
  "C.amber.eased": ({ am }) => `la mañana siguiente fue dolorosa, ${am} sobre 10`,
  "C.amber.short": ({ reason }) =>
    reason === "pain" ? "el dolor acortó la sesión" : "fue demasiado dura para terminarla",
  "C.amber.effort": ({ rpe }) => `se te hizo dura, ${rpe} sobre 10`,
  "C.amber.worst": ({ dur }) => `el dolor subió a ${dur} por el camino`,
  "C.amber.morning": ({ am }) => `la mañana siguiente fue algo más dolorosa, ${am} sobre 10`,
  "C.amber.high-morning": ({ am }) => `la mañana siguiente fue dolorosa, ${am} sobre 10`,
  "C.amber.heart": () => "tu corazón trabajó mucho durante buena parte de la sesión",
  "C.neutral.missing": () => "no se dieron todas las puntuaciones",
  "C.neutral.effort": () => "se te hizo un poco dura",
  "C.neutral.short": () => "la sesión se acortó",
  "C.neutral.below": () => "hiciste una sesión más fácil",
  "C.neutral.over": () => "corriste más de lo previsto",
  "C.neutral.morning": () => "no hubo puntuación de la mañana siguiente",
};
