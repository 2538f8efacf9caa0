import type { HISTORY as EN } from "../en/history.ts";
import type { Like } from "../message.ts";

export const HISTORY: Like<typeof EN> = {
  "history.filter": "Filtrar",
  "history.from": "Desde",
  "history.to": "Hasta",
  "history.apply": "Mostrar",
  "history.all": "Mostrar todo",
  "history.order": "«Desde» no puede ser posterior a «Hasta».",
  "history.count": (count, more) => `${count}${more ? " o más" : ""} ${count === 1 && !more ? "entrada" : "entradas"}`,
  "history.none": "Todavía no hay nada",
  "history.noneText": "Cuando tu reloj haya sincronizado una sesión, aparecerá aquí.",
  "history.noneFiltered": "Nada coincide con este filtro.",
  "history.byHand": "Añadido a mano",
  "history.by.kind": "Qué",
  "history.by.how": "Cómo fue",
  "history.by.level": "Nivel",
  "history.by.pain": "Peor dolor de al menos",
  "history.any": "Todo",
  "history.more": "Mostrar más",
  "history.running": (time) => `${time} corriendo`,
  "history.walking": "solo caminando",
  "history.variety": "Día de variedad",
};
