import type { TRENDS as EN } from "../en/trends.ts";
import type { Like } from "../message.ts";

export const TRENDS: Like<typeof EN> = {
  "nav.trends": "Tendances",
  "trends.lastWeek": (worst, when) => `La pire douleur de la semaine dernière (${when}) était de ${worst} sur 10.`,
  "trends.sub": "La douleur à côté de ce que tu as fait. Des totaux, pas de séries.",
  "trends.by": "Afficher par",
  "trends.weeks": "Semaines",
  "trends.months": "Mois",
  "trends.years": "Années",
  "trends.none": "Après deux semaines de séances ou de réponses, les premières courbes apparaissent ici.",
  "trends.load": "Douleur et course",
  "trends.loadSays": (painFrom, painTo, runFrom, runTo) =>
    `La pire douleur d’un jour est passée de ${painFrom} à ${painTo}, la course de ${runFrom} à ${runTo} min.`,
  "trends.says": (name, from, to) => `${name} : de ${from} à ${to}.`,
  "trends.at": (value, when) => `${value} (${when})`,
  "trends.range": (low, high, middle) => `${low} à ${high}, milieu ${middle}`,
  "trends.few": "Pas encore assez de données pour en dire plus.",
  "trends.pain": "Pire douleur d’un jour",
  "trends.band": "milieu et étendue",
  "trends.runMinutes": "Minutes de course",
  "trends.mornings": "Matins",
  "trends.morning": "Douleur du matin",
  "trends.stiffness": "Raideur",
  "trends.energy": "Énergie",
  "trends.level": "Niveau",
  "trends.sessions": "Séances",
  "trends.sessionsSays": (done, target, when) => `${when} : ${done}, ${target} souhaitées.`,
  "trends.target": "Souhaitées",
  "trends.minutes": "Minutes en mouvement",
  "trends.varietyMinutes": "Minutes de variété",
  "trends.minutesSays": (minutes, variety, when) =>
    `${when} : ${minutes} min en mouvement et ${variety} min de variété.`,
  "trends.questions": "Questionnaires",
  "trends.rmdq": "RMDQ, sur 24",
  "trends.psfs": "Tes activités (PSFS), sur 10",
  "trends.lag": "Le lendemain matin",
  "trends.lagSays": (after, other, sessions, when) =>
    `${when} : la douleur du matin était de ${after} après ${sessions}, et de ${other} les autres matins.`,
  "trends.when": "Débute",
  "trends.noValue": "aucun",
};
