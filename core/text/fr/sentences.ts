import { FIRST_RUN_LEVEL, rungOf } from "../../ladder/ladder.ts";
import type { Catalogue, Inputs } from "../catalogue.ts";

/** "niveau 9, 9 fois 30 secondes de course" */
function outing(level: unknown): string {
  const { runS, reps, walkS } = rungOf(Number(level));
  if (runS === 0) return `niveau ${level}, une marche de ${walkS / 60} minutes`;
  return `niveau ${level}, ${reps} fois ${runS < 120 ? `${runS} secondes` : minutes(runS)} de course`;
}

function minutes(seconds: number): string {
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} minutes` : `${Math.floor(seconds / 60)} min ${rest} s`;
}

const because = (reason: string, fallback: string) => (reason === "" ? fallback : `La dernière fois, ${reason}`);
/** Below level 0 there is nothing to step back to. */
const lowered = ({ from, to }: Inputs, words: string) => `nous ${from === to ? "restons au" : words} ${outing(to)}`;
const greens = ({ streak, needed }: Inputs) =>
  `${streak} séance${Number(streak) < 2 ? "" : "s"} confortable${Number(streak) < 2 ? "" : "s"} sur ${needed} à ce niveau`;

const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const dayNumber = (date: string) => (date.slice(8) === "01" ? "1er" : String(Number(date.slice(8))));
/** "1er décembre 2026" */
const day = (date: string) => `${dayNumber(date)} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

export const SENTENCES_FR: Catalogue["sentences"] = {
  "S.minor": () => "Backstride est fait pour les adultes ; il n’y a donc pas encore de plan pour toi ici.",
  "S.lock": ({ kind }) =>
    kind === "C"
      ? "La course attend qu’un professionnel de santé ait dit que c’est bon pour toi."
      : "Ton plan s’est arrêté : ce que tu nous as dit demande d’abord l’avis d’un professionnel de santé.",
  "R.pain": () =>
    "La course attend : la douleur ou la gêne pour bouger est revenue trop souvent ces derniers temps, alors parles-en à un professionnel de santé.",
  "S.first": () => "Bienvenue. D’abord seize courtes questions de sécurité, puis nous préparons ta première sortie.",
  "P.place": () =>
    "On y est presque : dis-nous combien de temps tu marches confortablement, et nous préparons ta première sortie.",
  "P.pause": ({ until }) =>
    until === null
      ? "Ton plan est en pause jusqu’à ton signal."
      : `En pause jusqu’au ${day(String(until))}. Profites-en bien.`,
  "D.unwell": () => "Tu ne te sens pas bien, aujourd’hui est donc un jour de repos.",
  "D.rest": ({ pre }) => `La douleur est à ${pre} sur 10 en ce moment, aujourd’hui est donc un jour de repos.`,
  "U.red-hold": ({ level }) => `On ménage ton dos pour l’instant : ${outing(level)}, si c’est confortable.`,
  "S.anew": ({ level }) =>
    `Cela fait longtemps, nous reprenons donc en douceur : ${outing(level)}, jusqu’à de nouvelles réponses aux questions de sécurité.`,
  "D.walk": ({ pre, level }) =>
    `La douleur est à ${pre} sur 10 en ce moment : seulement le ${outing(level)}, ou du repos si tu préfères.`,
  "D.ease": ({ pre, level }) =>
    `La douleur est à ${pre}, plus que d’habitude, aujourd’hui est donc plus facile : ${outing(level)}.`,
  "U.step-back-2": (inputs, reason) =>
    `${because(reason, "La dernière séance en demandait trop")}, donc ${lowered(inputs, "descendons au")}.`,
  "U.red-again": ({ level }, reason) =>
    `${because(reason, "La dernière séance en demandait trop")}, donc nous restons bas : ${outing(level)}.`,
  "T.step": (inputs) =>
    `Tes matins sont devenus plus douloureux en deux semaines, donc ${lowered(inputs, "revenons au")}.`,
  "U.trial": ({ to }, reason) =>
    `${because(reason, "La séance d’essai en demandait un peu trop")}, donc nous commençons au ${outing(to)}.`,
  "U.step-back-1": (inputs, reason) =>
    `${because(reason, "La dernière séance en demandait un peu trop")}, pour la deuxième fois de suite, donc ${lowered(inputs, "revenons au")}.`,
  "G.gap": ({ days, from, to }) =>
    `${days} jours ont passé depuis ta dernière ${Number(from) > FIRST_RUN_LEVEL ? "course" : "séance"}, nous reprenons donc en douceur : ${outing(to)}.`,
  "I.load": ({ to }) =>
    `Tes jambes ont moins couru ces 30 derniers jours, nous remontons donc à partir du ${outing(to)}.`,
  "I.ceiling": ({ to }) => `Ton plan reste dans la limite fixée pour toi : ${outing(to)}.`,
  "P.easier": ({ level }) => `Comme tu l’as choisi, une séance plus facile : ${outing(level)}.`,
  "T.rise": () => "Tes matins ont été un peu plus douloureux ces derniers temps, nous restons donc à ce niveau.",
  "T.after-step": () => "Le niveau a baissé il y a quelques jours, il reste donc le même cette semaine.",
  "T.drift": () => "Tes matins ont été plus douloureux que d’habitude, nous restons donc à ce niveau.",
  "H.week": () => "Le niveau est monté deux fois en une semaine, ton corps a donc le temps de s’y habituer.",
  "H.month": () => "Le niveau a beaucoup monté ce mois-ci, ton corps a donc le temps de s’y habituer.",
  "H.walk": () => "Tu viens de monter, ce niveau dure donc un jour de plus.",
  "H.load": () =>
    "Le niveau suivant serait un trop grand saut par rapport à tes 30 derniers jours, nous restons donc ici pour l’instant.",
  "H.opt-in": () =>
    "Tu as atteint le niveau 20, une vraie arrivée. Restes-y et ajoute d’autres activités qui te plaisent.",
  "H.top": () => "Tu es en haut de l’échelle. Restes-y et ajoute d’autres activités qui te plaisent.",
  "H.ceiling": ({ ceiling }) => `Tu as atteint le niveau ${ceiling}, la limite fixée pour toi, et nous y restons.`,
  "H.lock": () => "Nous restons à ce niveau tant que le plan est en attente.",
  "U.await": ({ tomorrow }) =>
    tomorrow === true
      ? "Bien joué. Demain matin, dis-nous comment va ton dos : cela décide de la suite."
      : "Comment va ton dos ce matin ? Ta réponse décide de la suite.",
  "U.low-ambers": () =>
    "Même les sorties courtes sont inconfortables depuis quelque temps. Un professionnel de santé peut t’aider à comprendre pourquoi.",
  "U.stuck": ({ level }, reason) =>
    `${because(reason, "Ce n’était pas encore tout à fait confortable")}, donc nous restons au niveau ${level}.`,
  "U.amber": ({ level }, reason) =>
    `${because(reason, "La dernière séance en demandait un peu trop")}, donc nous restons au niveau ${level}, et nous verrons.`,
  "U.neutral": ({ level }, reason) =>
    `${because(reason, "La dernière séance ne compte ni dans un sens ni dans l’autre")}, donc nous restons au niveau ${level}.`,
  "U.progress": ({ to }) => `C’était confortable, tu montes donc au ${outing(to)}.`,
  "U.hold": (inputs) => `Tout va bien : ${greens(inputs)}. On refait la même chose.`,
  "P.restart": ({ level }) => `Quel plaisir de te revoir. Nous reprenons en douceur : ${outing(level)}.`,
  "P.start": ({ level }) => `Ta première sortie : ${outing(level)}. Assez facile pour bavarder tout du long.`,
};

export const STUCK_FR =
  "Ce qui te fait avancer : une séance complète, sans forcer, avec toutes ses notes et un matin calme ensuite.";
