import type { HISTORY as EN } from "../en/history.ts";
import type { Like } from "../message.ts";

export const HISTORY: Like<typeof EN> = {
  "history.filter": "Filtrer",
  "history.from": "Du",
  "history.to": "Au",
  "history.apply": "Afficher",
  "history.all": "Tout afficher",
  "history.order": "« Du » ne peut pas être après « Au ».",
  "history.count": (count, more) => `${count} ${count < 2 && !more ? "entrée" : "entrées"}${more ? " ou plus" : ""}`,
  "history.none": "Rien ici pour l’instant",
  "history.noneText": "Dès que ta montre aura synchronisé une séance, elle apparaîtra ici.",
  "history.noneFiltered": "Rien ne correspond à ce filtre.",
  "history.byHand": "Ajouté à la main",
  "history.by.kind": "Quoi",
  "history.by.how": "Comment c’était",
  "history.by.level": "Niveau",
  "history.by.pain": "Pire douleur d’au moins",
  "history.any": "Tout",
  "history.more": "En afficher plus",
  "history.running": (time) => `${time} de course`,
  "history.walking": "marche seulement",
  "history.variety": "Jour de variété",
};
