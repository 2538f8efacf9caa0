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
  "S.minor": () => "Backstride est fait pour des adultes ; il n’y a donc pas encore de programme pour vous ici.",
  "S.lock": ({ kind }) =>
    kind === "C"
      ? "La course attend qu’un professionnel de santé ait dit que c’est bon pour vous."
      : "Votre programme s’est arrêté : ce que vous nous avez dit demande d’abord l’avis d’un professionnel de santé.",
  "R.pain": () =>
    "La course attend : la douleur ou la gêne pour bouger sont revenues trop souvent ces derniers temps, parlez-en à un professionnel de santé.",
  "S.first": () => "Bienvenue. D’abord seize courtes questions de sécurité, puis nous préparons votre première sortie.",
  "P.place": () =>
    "Presque prêt : dites-nous combien de temps vous marchez confortablement, et nous préparons votre première sortie.",
  "P.pause": ({ until }) =>
    until === null
      ? "Votre programme est en pause jusqu’à ce que vous le disiez."
      : `En pause jusqu’au ${day(String(until))}. Profitez-en bien.`,
  "D.unwell": () => "Vous ne vous sentez pas bien, aujourd’hui est donc un jour de repos.",
  "D.rest": ({ pre }) => `La douleur est à ${pre} sur 10 en ce moment, aujourd’hui est donc un jour de repos.`,
  "U.red-hold": ({ level }) => `Votre dos se ménage pour l’instant : ${outing(level)}, si c’est confortable.`,
  "S.anew": ({ level }) =>
    `Cela fait longtemps, nous reprenons donc en douceur : ${outing(level)}, jusqu’à une nouvelle réponse aux questions de sécurité.`,
  "D.walk": ({ pre, level }) =>
    `La douleur est à ${pre} sur 10 en ce moment : seulement ${outing(level)}, ou du repos si vous préférez.`,
  "D.ease": ({ pre, level }) =>
    `La douleur est à ${pre}, plus que votre habitude, aujourd’hui est donc plus facile : ${outing(level)}.`,
  "U.step-back-2": (inputs, reason) =>
    `${because(reason, "La dernière séance était de trop")}, donc ${lowered(inputs, "descendons au")}.`,
  "U.red-again": ({ level }, reason) =>
    `${because(reason, "La dernière séance était de trop")}, donc nous restons bas : ${outing(level)}.`,
  "T.step": (inputs) =>
    `Vos matins sont devenus plus douloureux en deux semaines, donc ${lowered(inputs, "revenons au")}.`,
  "U.trial": ({ to }, reason) =>
    `${because(reason, "La séance d’essai était un peu trop")}, donc nous commençons au ${outing(to)}.`,
  "U.step-back-1": (inputs, reason) =>
    `${because(reason, "La dernière séance était un peu trop")}, pour la deuxième fois de suite, donc ${lowered(inputs, "revenons au")}.`,
  "G.gap": ({ days, from, to }) =>
    `${days} jours ont passé depuis votre dernière ${Number(from) > FIRST_RUN_LEVEL ? "course" : "séance"}, nous reprenons donc en douceur : ${outing(to)}.`,
  "I.load": ({ to }) =>
    `Vos jambes ont moins couru ces 30 derniers jours, nous remontons donc à partir du ${outing(to)}.`,
  "I.ceiling": ({ to }) => `Votre programme reste dans la limite fixée pour vous : ${outing(to)}.`,
  "P.easier": ({ level }) => `Comme vous l’avez choisi, plus facile : ${outing(level)}.`,
  "T.rise": () => "Vos matins ont été un peu plus douloureux ces derniers temps, nous restons donc à ce niveau.",
  "T.after-step": () => "Nous sommes redescendus il y a quelques jours, cette semaine reste donc au même niveau.",
  "T.drift": () => "Vos matins ont été plus douloureux que votre habitude, nous restons donc à ce niveau.",
  "H.week": () =>
    "Vous êtes monté deux fois en une semaine, votre corps a donc le temps de prendre ses marques à ce niveau.",
  "H.month": () =>
    "Vous êtes beaucoup monté ce mois-ci, votre corps a donc le temps de prendre ses marques à ce niveau.",
  "H.walk": () => "Vous venez de monter, ce niveau dure donc un jour de plus.",
  "H.load": () =>
    "Le niveau suivant serait un trop grand saut par rapport à vos 30 derniers jours, nous restons donc ici pour l’instant.",
  "H.opt-in": () =>
    "Vous avez atteint le niveau 20, une vraie arrivée. Restez-y et ajoutez d’autres activités qui vous plaisent.",
  "H.top": () => "Vous êtes en haut de l’échelle. Restez-y et ajoutez d’autres activités qui vous plaisent.",
  "H.ceiling": ({ ceiling }) => `Vous avez atteint le niveau ${ceiling}, la limite fixée pour vous, et nous y restons.`,
  "H.lock": () => "Nous restons à ce niveau tant que le programme attend.",
  "U.await": ({ tomorrow }) =>
    tomorrow === true
      ? "Bien joué. Demain matin, dites-nous comment va votre dos : cela décide de la suite."
      : "Comment va votre dos ce matin ? Votre réponse décide de la suite.",
  "U.low-ambers": () =>
    "Même les sorties courtes sont inconfortables depuis quelque temps. Un professionnel de santé peut vous aider à comprendre pourquoi.",
  "U.stuck": ({ level }, reason) =>
    `${because(reason, "Ce n’était pas encore tout à fait confortable")}, donc nous restons au niveau ${level}.`,
  "U.amber": ({ level }, reason) =>
    `${because(reason, "La dernière séance était un peu trop")}, donc nous restons au niveau ${level} et nous verrons.`,
  "U.neutral": ({ level }, reason) =>
    `${because(reason, "La dernière séance ne compte ni dans un sens ni dans l’autre")}, donc nous restons au niveau ${level}.`,
  "U.progress": ({ to }) => `C’était confortable, vous montez donc au ${outing(to)}.`,
  "U.hold": (inputs) => `Tout va bien : ${greens(inputs)}. On refait la même chose.`,
  "P.restart": ({ level }) => `Heureux de vous revoir. Nous reprenons en douceur : ${outing(level)}.`,
  "P.start": ({ level }) => `Votre première sortie : ${outing(level)}. Assez facile pour bavarder tout du long.`,
};

export const STUCK_FR =
  "Ce qui vous fait avancer : une séance complète, sans forcer, avec toutes ses notes et un matin calme ensuite.";
