import type { TRENDS as EN } from "../en/trends.ts";
import type { Like } from "../message.ts";

export const TRENDS: Like<typeof EN> = {
  "nav.trends": "Tendencias",
  "trends.lastWeek": (worst, when) => `El peor dolor de la semana pasada (${when}) fue ${worst} de 10.`,
  "trends.sub": "El dolor junto a lo que hiciste. Totales, sin rachas.",
  "trends.by": "Mostrar por",
  "span.weeks": "Semanas",
  "span.months": "Meses",
  "span.years": "Años",
  "trends.none": "Con dos semanas de sesiones o respuestas aparecen aquí las primeras líneas.",
  "trends.load": "Dolor y carrera",
  "trends.loadSays": (painFrom, painTo, runFrom, runTo) =>
    `El peor dolor del día pasó de ${painFrom} a ${painTo}, y la carrera de ${runFrom} a ${runTo} min.`,
  "trends.says": (name, from, to) => `${name}: de ${from} a ${to}.`,
  "trends.at": (value, when) => `${value} (${when})`,
  "trends.range": (low, high, middle) => `${low} a ${high}, centro ${middle}`,
  "trends.few": "Todavía faltan datos para decir más.",
  "measure.pain": "Peor dolor del día",
  "trends.band": "centro y rango",
  "measure.runMinutes": "Minutos corriendo",
  "trends.mornings": "Mañanas",
  "measure.morning": "Dolor matinal",
  "measure.stiffness": "Rigidez",
  "measure.energy": "Energía",
  "measure.level": "Nivel",
  "measure.sessions": "Sesiones",
  "trends.sessionsSays": (done, target, when) => `${when}: ${done}, ${target} deseadas.`,
  "measure.target": "Deseadas",
  "measure.minutes": "Minutos en movimiento",
  "measure.varietyMinutes": "Minutos de variedad",
  "trends.minutesSays": (minutes, variety, when) =>
    `${when}: ${minutes} min en movimiento y ${variety} min de variedad.`,
  "trends.questions": "Cuestionarios",
  "measure.rmdq": "RMDQ, de 24",
  "measure.psfs": "Tus actividades (PSFS), de 10",
  "trends.lag": "La mañana siguiente",
  "trends.lagSays": (after, other, sessions, when) =>
    `${when}: el dolor matinal fue ${after} tras ${sessions}, y ${other} en otras mañanas.`,
  "trends.when": "Empieza",
  "trends.noValue": "ninguno",
};
