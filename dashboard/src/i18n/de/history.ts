import type { HISTORY as EN } from "../en/history.ts";
import type { Like } from "../message.ts";

export const HISTORY: Like<typeof EN> = {
  "history.filter": "Filtern",
  "history.from": "Von",
  "history.to": "Bis",
  "history.apply": "Zeigen",
  "history.all": "Alles zeigen",
  "history.order": "„Von“ darf nicht nach „Bis“ liegen.",
  "history.count": (count, more) =>
    `${count}${more ? " oder mehr" : ""} ${count === 1 && !more ? "Eintrag" : "Einträge"}`,
  "history.none": "Noch ist nichts hier",
  "history.noneText": "Sobald deine Uhr eine Einheit abgeglichen hat, erscheint sie hier.",
  "history.noneFiltered": "Nichts passt zu diesem Filter.",
  "history.byHand": "Von Hand ergänzt",
  "history.by.kind": "Was",
  "history.by.how": "Wie es war",
  "history.by.level": "Stufe",
  "history.by.pain": "Stärkster Schmerz mindestens",
  "history.any": "Alle",
  "history.more": "Mehr zeigen",
  "history.running": (time) => `${time} gelaufen`,
  "history.walking": "nur gegangen",
  "history.variety": "Abwechslungstag",
};
