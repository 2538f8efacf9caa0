import type { QUESTIONNAIRE as EN } from "../en/questionnaire.ts";
import type { Like } from "../message.ts";

export const QUESTIONNAIRE: Like<typeof EN> = {
  "ask.title": "Wie dein Rücken dich einschränkt",
  "ask.sub": "Zwei kurze Fragebögen alle vier Wochen. Sie zeigen auf der Trendseite, ob der Alltag leichter wird.",
  "ask.none": "Jetzt gibt es nichts zu beantworten. Vier Wochen nach deinen letzten Antworten fragen wir wieder.",
  "ask.rmdq": "Was heute auf dich zutrifft",
  "ask.english": "Das sind die veröffentlichten Worte des Roland-Morris-Fragebogens, auf Englisch.",
  "ask.rmdqSave": (count) =>
    count === 1 ? `Mit ${count} angekreuzten Satz speichern` : `Mit ${count} angekreuzten Sätzen speichern`,
  "ask.psfs": "Deine eigenen Tätigkeiten",
  "ask.psfsText":
    "Nenne bis zu drei Dinge, die wegen deines Rückens schwerfallen. Beim nächsten Mal fragen wir nach denselben.",
  "ask.activity": (number) => `Tätigkeit ${number}`,
  "ask.how": (activity) => `Wie gut geht das jetzt: ${activity}`,
  "ask.least": "0 geht nicht",
  "ask.most": "10 wie früher",
  "ask.psfsMissing": "Nenne mindestens eine Tätigkeit und gib jeder eine Zahl.",
  "ask.saved": "Danke. Es erscheint auf der Trendseite.",
};
