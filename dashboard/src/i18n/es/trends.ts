import type { TRENDS as EN } from "../en/trends.ts";
import type { Like } from "../message.ts";

export const TRENDS: Like<typeof EN> = {
  "nav.trends": "Tendencias",
  "trends.lastWeek": (worst, when) => `El peor dolor de la semana pasada (${when}) fue ${worst} de 10.`,
  "trends.sub": "El dolor junto a lo que hiciste. Totales, sin rachas.",
  "trends.by": "Mostrar por",
  "trends.weeks": "Semanas",
  "trends.months": "Meses",
  "trends.years": "Años",
  "trends.none": "Con dos semanas de sesiones o respuestas aparecen aquí las primeras líneas.",
  "trends.load": "Dolor y carrera",
  "trends.loadSays": (painFrom, painTo, runFrom, runTo) =>
    `El peor dolor del día pasó de ${painFrom} a ${painTo}, y la carrera de ${runFrom} a ${runTo} min.`,
  "trends.says": (name, from, to) => `${name}: de ${from} a ${to}.`,
  "trends.at": (value, when) => `${value} (${when})`,
  "trends.range": (low, high, middle) => `${low} a ${high}, centro ${middle}`,
  "trends.few": "Todavía faltan datos para decir más.",
  "trends.pain": "Peor dolor del día",
  "trends.band": "centro y rango",
  "trends.runMinutes": "Minutos corriendo",
  "trends.mornings": "Mañanas",
  "trends.morning": "Dolor matinal",
  "trends.stiffness": "Rigidez",
  "trends.energy": "Energía",
  "trends.level": "Nivel",
  "trends.sessions": "Sesiones",
  "trends.sessionsSays": (done, target, when) => `${when}: ${done}, ${target} deseadas.`,
  "trends.target": "Deseadas",
  "trends.minutes": "Minutos en movimiento",
  "trends.varietyMinutes": "Minutos de variedad",
  "trends.minutesSays": (minutes, variety, when) =>
    `${when}: ${minutes} min en movimiento y ${variety} min de variedad.`,
  "trends.questions": "Cuestionarios",
  "trends.rmdq": "RMDQ, de 24",
  "trends.psfs": "Tus actividades (PSFS), de 10",
  "trends.lag": "La mañana siguiente",
  "trends.lagSays": (after, other, sessions, when) =>
    `${when}: el dolor matinal fue ${after} tras ${sessions}, y ${other} en otras mañanas.`,
  "trends.when": "Empieza",
  "trends.noValue": "ninguno",
};
