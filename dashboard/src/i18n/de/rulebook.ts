import type { RULEBOOK as EN } from "../en/rulebook.ts";
import type { Like } from "../message.ts";

export const RULEBOOK: Like<typeof EN> = {
  "rules.title": "Die Regeln des Plans",
  "rules.sub":
    "Jeder Plan kommt aus diesen Regeln und aus nichts anderem. Gleiche Antworten geben immer den gleichen Plan. Einschätzung: Keine Studie legt die Zahl fest.",
  "rules.S": "Zuerst: Sicherheitsfragen",
  "rules.R": "Ruhe und ärztlicher Rat",
  "rules.C": "Wie eine Einheit gelesen wird; der schlechteste Treffer zählt",
  "rules.U": "Was das mit deiner Stufe macht",
  "rules.T": "Die Morgen über zwei Wochen",
  "rules.H": "Was eine Stufe zurückhält",
  "rules.G": "Nach einer Pause",
  "rules.I": "Grenzen jedes Plans",
  "rules.D": "Vor der heutigen Einheit",
  "rules.P": "Was du entscheidest",
  "rules.W": "Welcher Tag",
  "rules.study": "aus einer Studie",
  "rules.care": "übliche Vorsicht bei Warnzeichen",
  "rules.judgement": "Einschätzung",
  "rules.person": "deine oder die deiner Fachperson",
  "rules.ladder": "Die Stufen",
  "rules.ladderText": "Laufen, dann gehen, so viele Male. Stufen über 20 brauchen dein eigenes Ja.",
  "rules.level": "Stufe",
  "rules.run": "Laufen",
  "rules.walk": "Gehen",
  "rules.times": "Male",
  "rules.whole": "Gesamt",
};
