import type { RULEBOOK as EN } from "../en/rulebook.ts";
import type { Like } from "../message.ts";

export const RULEBOOK: Like<typeof EN> = {
  "rules.title": "Les règles du plan",
  "rules.sub":
    "Chaque plan vient de ces règles et de rien d’autre. Les mêmes réponses donnent toujours le même plan. Avis d’expert : aucune étude ne fixe le nombre.",
  "rules.S": "D’abord : questions de sécurité",
  "rules.R": "Repos et avis médical",
  "rules.C": "Comment une séance est lue ; le pire compte",
  "rules.U": "Ce que cela fait à ton niveau",
  "rules.T": "Les matins sur deux semaines",
  "rules.H": "Ce qui retient un niveau",
  "rules.G": "Après une pause",
  "rules.I": "Limites de chaque plan",
  "rules.D": "Avant la séance du jour",
  "rules.P": "Ce que tu décides",
  "rules.W": "Quel jour",
  "rules.study": "d’après une étude",
  "rules.care": "prudence habituelle face aux signes d’alerte",
  "rules.judgement": "avis d’expert",
  "rules.person": "la tienne, ou celle de ton kinésithérapeute",
  "rules.ladder": "L’échelle",
  "rules.ladderText": "Courir puis marcher, autant de fois. Les niveaux au-dessus de 20 demandent ton accord.",
  "rules.level": "Niveau",
  "rules.run": "Course",
  "rules.walk": "Marche",
  "rules.times": "Fois",
  "rules.whole": "En tout",
};
