import type { CALENDAR as EN } from "../en/calendar.ts";
import type { Like } from "../message.ts";

export const CALENDAR: Like<typeof EN> = {
  "calendar.views": "Cómo mostrarlo",
  "calendar.list": "Lista",
  "calendar.title": "Calendario",
  "calendar.add": "Añadir a mano",
  "calendar.years": "Año",
  "calendar.sum": (year, done, missed) =>
    `${year}: ${done} ${done === 1 ? "día" : "días"} con sesión${missed === 0 ? "" : `; ${missed} ${missed === 1 ? "día previsto" : "días previstos"} sin ella`}.`,
  "calendar.keys": "Las flechas mueven por día y semana; Re Pág y Av Pág, por mes.",
  "calendar.legend": "Qué dicen los signos",
  "calendar.variety": "día de variedad",
  "calendar.worst": (score) => `peor dolor del día ${score}`,
  "calendar.nothing": "nada anotado",
  "calendar.morning": (score) => `Mañana: ${score}`,
  "calendar.addHere": "Añadir algo en este día",
  "calendar.pick": "Elige un día para ver lo anotado.",
  "kind.session": "Sesión de caminar y correr",
};
