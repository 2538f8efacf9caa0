import type { CALENDAR as EN } from "../en/calendar.ts";
import type { Like } from "../message.ts";

export const CALENDAR: Like<typeof EN> = {
  "calendar.views": "Affichage",
  "calendar.list": "Liste",
  "calendar.title": "Calendrier",
  "calendar.add": "Ajouter à la main",
  "calendar.years": "Année",
  "calendar.sum": (year, done, missed) =>
    `${year} : ${done} ${done < 2 ? "jour" : "jours"} avec séance${missed === 0 ? "" : ` ; ${missed} ${missed === 1 ? "jour prévu" : "jours prévus"} sans séance`}.`,
  "calendar.keys": "Les flèches avancent par jour et semaine, Page précédente et suivante par mois.",
  "calendar.legend": "Ce que disent les signes",
  "calendar.variety": "jour de variété",
  "calendar.worst": (score) => `pire douleur du jour ${score}`,
  "calendar.nothing": "rien de noté",
  "calendar.morning": (score) => `Matin : ${score}`,
  "calendar.addHere": "Ajouter quelque chose ce jour",
  "calendar.pick": "Choisis un jour pour voir ce qui est noté.",
  "kind.session": "Séance de marche et course",
};
