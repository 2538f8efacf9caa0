import type { TRENDS as EN } from "../en/trends.ts";
import type { Like } from "../message.ts";

export const TRENDS: Like<typeof EN> = {
  "nav.trends": "Trends",
  "trends.lastWeek": (worst, when) => `Der stärkste Schmerz der letzten Woche (${when}) war ${worst} von 10.`,
  "trends.sub": "Schmerz neben dem, was du getan hast. Summen, keine Serien.",
  "trends.by": "Zeigen nach",
  "span.weeks": "Wochen",
  "span.months": "Monate",
  "span.years": "Jahre",
  "trends.none": "Nach zwei Wochen mit Einheiten oder Antworten erscheinen hier die ersten Linien.",
  "trends.load": "Schmerz und Laufen",
  "trends.loadSays": (painFrom, painTo, runFrom, runTo) =>
    `Der stärkste Schmerz eines Tages ging von ${painFrom} auf ${painTo}, das Laufen von ${runFrom} auf ${runTo} min.`,
  "trends.says": (name, from, to) => `${name}: von ${from} auf ${to}.`,
  "trends.at": (value, when) => `${value} (${when})`,
  "trends.range": (low, high, middle) => `${low} bis ${high}, Mitte ${middle}`,
  "trends.few": "Noch zu wenig Daten, um mehr zu sagen.",
  "measure.pain": "Stärkster Schmerz eines Tages",
  "trends.band": "Mitte und Spanne",
  "measure.runMinutes": "Minuten gelaufen",
  "trends.mornings": "Morgen",
  "measure.morning": "Schmerz am Morgen",
  "measure.stiffness": "Steifigkeit",
  "measure.energy": "Energie",
  "measure.level": "Stufe",
  "measure.sessions": "Einheiten",
  "trends.sessionsSays": (done, target, when) => `${when}: ${done}, ${target} gewünscht.`,
  "measure.target": "Gewünscht",
  "measure.minutes": "Minuten in Bewegung",
  "measure.varietyMinutes": "Minuten Abwechslung",
  "trends.minutesSays": (minutes, variety, when) =>
    `${when}: ${minutes} min in Bewegung und ${variety} min Abwechslung.`,
  "trends.questions": "Fragebögen",
  "measure.rmdq": "RMDQ, von 24",
  "measure.psfs": "Deine Tätigkeiten (PSFS), von 10",
  "trends.lag": "Der Morgen danach",
  "trends.lagSays": (after, other, sessions, when) =>
    `${when}: Der Schmerz am Morgen war ${after} nach ${sessions} und ${other} an anderen Morgen.`,
  "trends.when": "Beginnt",
  "trends.noValue": "keine",
};
