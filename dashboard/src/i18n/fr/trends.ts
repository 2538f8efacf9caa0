import type { TRENDS as EN } from "../en/trends.ts";
import type { Like } from "../message.ts";

export const TRENDS: Like<typeof EN> = {
  "nav.trends": "Tendances",
  "trends.lastWeek": (worst, when) => `La pire douleur de la semaine dernière (${when}) était de ${worst} sur 10.`,
  "trends.sub": "La douleur à côté de ce que tu as fait. Des totaux, pas de séries.",
  "trends.by": "Afficher par",
  "span.weeks": "Semaines",
  "span.months": "Mois",
  "span.years": "Années",
  "trends.none": "Après deux semaines de séances ou de réponses, les premières courbes apparaissent ici.",
  "trends.load": "Douleur et course",
  "trends.loadSays": (painFrom, painTo, runFrom, runTo) =>
    `La pire douleur d’un jour est passée de ${painFrom} à ${painTo}, la course de ${runFrom} à ${runTo} min.`,
  "trends.says": (name, from, to) => `${name} : de ${from} à ${to}.`,
  "trends.at": (value, when) => `${value} (${when})`,
  "trends.range": (low, high, middle) => `${low} à ${high}, milieu ${middle}`,
  "trends.few": "Pas encore assez de données pour en dire plus.",
  "measure.pain": "Pire douleur d’un jour",
  "trends.band": "milieu et étendue",
  "measure.runMinutes": "Minutes de course",
  "trends.mornings": "Matins",
  "measure.morning": "Douleur du matin",
  "measure.stiffness": "Raideur",
  "measure.energy": "Énergie",
  "measure.level": "Niveau",
  "measure.sessions": "Séances",
  "trends.sessionsSays": (done, target, when) => `${when} : ${done}, ${target} souhaitées.`,
  "measure.target": "Souhaitées",
  "measure.minutes": "Minutes en mouvement",
  "measure.varietyMinutes": "Minutes de variété",
  "trends.minutesSays": (minutes, variety, when) =>
    `${when} : ${minutes} min en mouvement et ${variety} min de variété.`,
  "trends.questions": "Questionnaires",
  "measure.rmdq": "RMDQ, sur 24",
  "measure.psfs": "Tes activités (PSFS), sur 10",
  "trends.lag": "Le lendemain matin",
  "trends.lagSays": (after, other, sessions, when) =>
    `${when} : la douleur du matin était de ${after} après ${sessions}, et de ${other} les autres matins.`,
  "trends.when": "Débute",
  "trends.noValue": "aucun",
};
