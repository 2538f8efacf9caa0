import type { Catalogue } from "../catalogue.ts";

export const CHANGES_DE: Catalogue["changes"] = {
  "S.minor": () => "Komm wieder, wenn du 18 bist, oder korrigiere deine Antwort, falls sie ein Versehen war.",
  "S.lock": () => "Sag uns, wenn eine Fachperson dich untersucht hat, und wie stark dein Schmerz jetzt gewöhnlich ist.",
  "R.pain": ({ quiet }) =>
    quiet === 3
      ? "Deine Morgen waren ruhig. Sag uns, wenn du so weit bist, und wie stark dein Schmerz jetzt gewöhnlich ist."
      : "Drei ruhige Morgen hintereinander, dann ein Wort von dir, dass du so weit bist.",
  "S.first": () => "Beantworte die sechzehn Sicherheitsfragen.",
  "P.place": () => "Sag uns, wie lange du bequem gehen kannst und ob du schon joggst.",
  "P.pause": () => "Beende die Pause, wann immer du möchtest.",
  "D.unwell": () => "Dass es dir wieder gut geht. Bitte sieh dir die Sicherheitsfragen 1 bis 8 noch einmal an.",
  "D.rest": () => "Ein ruhigerer Rücken. Bitte sieh dir die Sicherheitsfragen 1 bis 8 noch einmal an.",
  "D.walk": () => "Ein ruhigerer Rücken. Bitte sieh dir die Sicherheitsfragen 1 bis 8 noch einmal an.",
  "D.ease": () => "Ein ruhigerer Rücken bringt die geplante Einheit zurück.",
  "U.red-hold": ({ quiet, answered }) => {
    if (quiet === true) return "Beantworte die Sicherheitsfragen 1 bis 8, dann kommt das Laufen zurück.";
    if (answered === true) return "Ein ruhiger Morgen, frühestens zwei Tage danach, und das Laufen kommt zurück.";
    return "Ein ruhiger Morgen, frühestens zwei Tage danach, und Antworten auf die Sicherheitsfragen 1 bis 8.";
  },
  "S.anew": () => "Beantworte die sechzehn Sicherheitsfragen noch einmal.",
  "S.repeat": ({ since }) =>
    `${typeof since === "string" ? "" : "Vier Wochen sind um: "}Bitte beantworte die Sicherheitsfragen 1 bis 8 noch einmal.`,
  "C.neutral.morning": () => "Der Wert vom Morgen nach deiner Einheit. Ohne ihn kann sie nicht zählen.",
  "C.neutral.missing": () => "Alle Werte einer Einheit: vorher, am stärksten, nachher, und wie anstrengend es war.",
  "T.step": () => "Ruhigere Morgen in der nächsten Woche.",
  "T.rise": () => "Ruhigere Morgen in den nächsten Tagen.",
  "T.drift": () => "Morgen, die wieder nahe an deinem Gewohnten liegen.",
  "T.usual-pain": () => "Sag uns noch einmal, wie stark dein Schmerz gewöhnlich ist: Das kann sich geändert haben.",
  "H.opt-in": ({ offer }) =>
    offer === true ? "Längere Läufe sind da, wenn du magst: Du findest sie unter „Grenzen“ in deinem Plan." : "",
  "G.gap": () => "Jede angenehme Einheit bringt dich wieder hinauf.",
  "U.hold": ({ streak, needed }) => {
    const more = Number(needed) - Number(streak);
    if (more <= 0) return "Die Reihe ist voll: Die nächste Stufe kommt, sobald nichts mehr dagegen spricht.";
    return more === 1
      ? "Noch eine angenehme Einheit bringt dich weiter."
      : `Noch ${more} angenehme Einheiten bringen dich weiter.`;
  },
};
