import { FIRST_RUN_LEVEL, rungOf } from "../../ladder/ladder.ts";
import type { Catalogue, Inputs } from "../catalogue.ts";

/** "Stufe 9, 9 Läufe zu je 30 Sekunden" */
function outing(level: unknown): string {
  const { runS, reps, walkS } = rungOf(Number(level));
  if (runS === 0) return `Stufe ${level}, ${walkS / 60} Minuten Gehen`;
  return `Stufe ${level}, ${reps} Läufe zu je ${runS < 120 ? `${runS} Sekunden` : minutes(runS)}`;
}

function minutes(seconds: number): string {
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} Minuten` : `${Math.floor(seconds / 60)} min ${rest} s`;
}

const because = (reason: string, fallback: string) => (reason === "" ? fallback : `Letztes Mal ${reason}`);
/** Below level 0 there is nothing to step back to. */
const lowered = ({ from, to }: Inputs, words: string) =>
  from === to ? `Wir bleiben bei ${outing(to)}` : `${words} ${outing(to)}`;
const greens = ({ streak, needed }: Inputs) =>
  `${streak} von ${needed} angenehmen Einheiten auf dieser Stufe sind geschafft`;

const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");
/** "1. Dezember 2026" */
const day = (date: string) => `${Number(date.slice(8))}. ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

export const SENTENCES_DE: Catalogue["sentences"] = {
  "S.minor": () => "Backstride ist für Erwachsene gemacht, deshalb gibt es hier noch keinen Plan für dich.",
  "S.lock": ({ kind }) =>
    kind === "C"
      ? "Das Laufen wartet, bis eine Fachperson gesagt hat, dass es für dich in Ordnung ist."
      : "Dein Plan hat angehalten: Was du uns gesagt hast, braucht zuerst eine Fachperson.",
  "R.pain": () =>
    "Das Laufen wartet: Schmerzen oder Mühe beim Bewegen kamen zuletzt zu oft vor, sprich bitte mit einer Fachperson.",
  "S.first": () => "Willkommen. Zuerst kommen sechzehn kurze Sicherheitsfragen, dann planen wir deine erste Runde.",
  "P.place": () => "Fast geschafft: Sag uns, wie lange du bequem gehen kannst, dann planen wir deine erste Runde.",
  "P.pause": ({ until }) =>
    until === null
      ? "Dein Plan macht Pause, bis du etwas anderes sagst."
      : `Pause bis ${day(String(until))}. Genieß die Zeit.`,
  "D.unwell": () => "Es geht dir nicht gut, also ist heute ein Tag zum Ausruhen.",
  "D.rest": ({ pre }) => `Der Schmerz liegt gerade bei ${pre} von 10, also ist heute ein Tag zum Ausruhen.`,
  "U.red-hold": ({ level }) => `Dein Rücken hat es vorerst leicht: ${outing(level)}, wenn es sich angenehm anfühlt.`,
  "S.anew": ({ level }) =>
    `Es ist lange her, deshalb fangen wir sanft an: ${outing(level)}, bis die Sicherheitsfragen wieder beantwortet sind.`,
  "D.walk": ({ pre, level }) =>
    `Der Schmerz liegt gerade bei ${pre} von 10: nur ${outing(level)}, oder Ruhe, wenn dir das lieber ist.`,
  "D.ease": ({ pre, level }) =>
    `Der Schmerz liegt bei ${pre}, mehr als für dich gewohnt, also wird es heute leichter: ${outing(level)}.`,
  "U.step-back-2": (inputs, reason) =>
    `${because(reason, "Die letzte Einheit war zu viel")}. ${lowered(inputs, "Wir gehen hinunter auf")}.`,
  "U.red-again": ({ level }, reason) =>
    `${because(reason, "Die letzte Einheit war zu viel")}. Wir bleiben niedrig: ${outing(level)}.`,
  "T.step": (inputs) =>
    `Deine Morgen sind über zwei Wochen schmerzhafter geworden. ${lowered(inputs, "Wir gehen zurück auf")}.`,
  "U.trial": ({ to }, reason) =>
    `${because(reason, "Die Probeeinheit war ein bisschen viel")}. Wir beginnen bei ${outing(to)}.`,
  "U.step-back-1": (inputs, reason) =>
    `${because(reason, "Die letzte Einheit war ein bisschen viel")}, zum zweiten Mal in Folge. ${lowered(inputs, "Wir gehen zurück auf")}.`,
  "G.gap": ({ days, from, to }) =>
    `Seit ${Number(from) > FIRST_RUN_LEVEL ? "deinem letzten Lauf" : "deiner letzten Einheit"} sind ${days} Tage vergangen, also steigen wir sanft wieder ein: ${outing(to)}.`,
  "I.load": ({ to }) =>
    `Deine Beine sind in den letzten 30 Tagen weniger gelaufen, also bauen wir wieder auf: ${outing(to)}.`,
  "I.ceiling": ({ to }) => `Dein Plan bleibt in der Grenze, die für dich gesetzt ist: ${outing(to)}.`,
  "P.easier": ({ level }) => `Wie du es gewählt hast, etwas Leichteres: ${outing(level)}.`,
  "T.rise": () => "Deine Morgen waren zuletzt etwas schmerzhafter, also bleiben wir auf dieser Stufe.",
  "T.after-step": () => "Wir sind vor ein paar Tagen zurückgegangen, also bleibt diese Woche auf derselben Stufe.",
  "T.drift": () => "Deine Morgen waren schmerzhafter als für dich gewohnt, also bleiben wir auf dieser Stufe.",
  "H.week": () => "Du bist in einer Woche zweimal aufgestiegen, also bekommt dein Körper Zeit auf dieser Stufe.",
  "H.month": () => "Du bist diesen Monat weit aufgestiegen, also bekommt dein Körper Zeit auf dieser Stufe.",
  "H.walk": () => "Du bist gerade aufgestiegen, also bekommt diese Stufe noch einen Tag.",
  "H.load": () =>
    "Die nächste Stufe wäre ein zu großer Sprung gegenüber deinen letzten 30 Tagen, also bleiben wir vorerst hier.",
  "H.opt-in": () =>
    "Du hast Stufe 20 erreicht, ein volles Ziel. Bleib hier und mische dazu, was dir sonst Freude macht.",
  "H.top": () => "Du bist ganz oben auf der Leiter. Bleib hier und mische dazu, was dir sonst Freude macht.",
  "H.ceiling": ({ ceiling }) =>
    `Du hast Stufe ${ceiling} erreicht, die Grenze, die für dich gesetzt ist. Hier bleiben wir.`,
  "H.lock": () => "Wir bleiben auf dieser Stufe, solange der Plan ruht.",
  "U.await": ({ tomorrow }) =>
    tomorrow === true
      ? "Gut gemacht. Sag uns morgen früh, wie sich dein Rücken anfühlt: Das entscheidet den nächsten Schritt."
      : "Wie fühlt sich dein Rücken heute Morgen an? Deine Antwort entscheidet den nächsten Schritt.",
  "U.low-ambers": () =>
    "Auch kurze Runden waren eine Weile unangenehm. Eine Fachperson kann dir helfen herauszufinden, warum.",
  "U.stuck": ({ level }, reason) =>
    `${because(reason, "Es war noch nicht ganz angenehm")}. Wir bleiben auf Stufe ${level}.`,
  "U.amber": ({ level }, reason) =>
    `${because(reason, "Die letzte Einheit war ein bisschen viel")}. Wir bleiben auf Stufe ${level} und schauen.`,
  "U.neutral": ({ level }, reason) =>
    `${because(reason, "Die letzte Einheit zählt weder so noch so")}. Wir bleiben auf Stufe ${level}.`,
  "U.progress": ({ to }) => `Das ging angenehm, also steigst du auf: ${outing(to)}.`,
  "U.hold": (inputs) => `Es läuft gut: ${greens(inputs)}. Noch einmal dasselbe.`,
  "P.restart": ({ level }) => `Schön, dass du wieder da bist. Wir fangen sanft an mit ${outing(level)}.`,
  "P.start": ({ level }) =>
    `Deine erste Runde: ${outing(level)}. So leicht, dass du dich die ganze Zeit unterhalten kannst.`,
};

export const STUCK_DE =
  "Was dich weiterbringt: eine ganze Einheit, leicht gelaufen, mit allen Werten und einem ruhigen Morgen danach.";
