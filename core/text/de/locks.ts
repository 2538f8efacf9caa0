import type { Catalogue } from "../catalogue.ts";

const callText = (number: string | null) => (number === null || number === "" ? "deine Notrufnummer" : number);

export const LOCKS_DE: Catalogue["locks"] = {
  E: (number) =>
    `Bitte hol dir jetzt Hilfe im Notfall: Ruf ${callText(number)} an oder lass dich in eine Notaufnahme bringen. Was du uns gesagt hast, kann ein Zeichen für etwas sein, das Ärzte sofort ansehen müssen. Trainiere nicht. Dein Plan wartet, bis du uns sagst, dass du untersucht worden bist.`,
  U: (number) =>
    `Bitte geh bald zu einer Ärztin oder einem Arzt, und noch heute, wenn du dich krank fühlst; wird es schlimmer, ruf ${callText(number)} an. Was du uns gesagt hast, sollte vor jedem Training angesehen werden. Dein Plan wartet, bis du uns sagst, dass du untersucht worden bist.`,
  C: () =>
    "Bitte sprich mit einer Fachperson, bevor du läufst. Gemütliches Gehen ist in Ordnung, wenn es sich angenehm anfühlt. Das Laufen kommt zurück, wenn du uns sagst, dass du untersucht worden bist und dass es in Ordnung ist.",
  pain: () =>
    "Dein Körper hat mehr als einmal um eine Pause gebeten. Bitte sprich mit einer Fachperson. Gemütliche Spaziergänge sind in Ordnung, solange der Schmerz 5 oder weniger ist. Sag uns nach drei ruhigen Morgen, dass du so weit bist, dann fangen wir sanft wieder an.",
  minor: () =>
    "Backstride ist für Erwachsene gemacht und erprobt. Bitte frag eine Ärztin, einen Arzt oder eine Physiotherapie nach einem Programm, das zu dir passt.",
};
