import type { CALENDAR as EN } from "../en/calendar.ts";
import type { Like } from "../message.ts";

export const CALENDAR: Like<typeof EN> = {
  "calendar.views": "Ansicht",
  "calendar.list": "Liste",
  "calendar.title": "Kalender",
  "calendar.add": "Von Hand eintragen",
  "calendar.years": "Jahr",
  "calendar.sum": (year, done, missed) =>
    `${year}: ${done} ${done === 1 ? "Tag" : "Tage"} mit einer Einheit${missed === 0 ? "" : `; ${missed} ${missed === 1 ? "geplanter Tag" : "geplante Tage"} ohne`}.`,
  "calendar.keys": "Pfeiltasten gehen um Tage und Wochen, Bild auf und Bild ab um Monate.",
  "calendar.legend": "Was die Zeichen sagen",
  "calendar.variety": "Abwechslungstag",
  "calendar.worst": (score) => `stärkster Schmerz des Tages ${score}`,
  "calendar.nothing": "nichts notiert",
  "calendar.morning": (score) => `Morgen: ${score}`,
  "calendar.addHere": "An diesem Tag etwas eintragen",
  "calendar.pick": "Wähle einen Tag, um zu sehen, was notiert ist.",
  "kind.session": "Geh- und Laufeinheit",
};
