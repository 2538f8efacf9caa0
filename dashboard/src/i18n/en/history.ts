import type { Messages } from "../message.ts";

export const HISTORY = {
  "history.filter": "Filter",
  "history.from": "From",
  "history.to": "To",
  "history.apply": "Show",
  "history.all": "Show everything",
  "history.order": "From must not be later than To.",
  "history.count": (count: number, more: boolean) =>
    `${count}${more ? " or more" : ""} ${count === 1 && !more ? "entry" : "entries"}`,
  "history.none": "Nothing here yet",
  "history.noneText": "Once your watch has synced a session, it shows up here.",
  "history.noneFiltered": "Nothing fits this filter.",
  "history.byHand": "Added by hand",
  "history.by.kind": "What",
  "history.by.how": "How it went",
  "history.by.level": "Level",
  "history.by.pain": "Worst pain at least",
  "history.any": "All",
  "history.more": "Show more",
  "history.running": (time: string) => `${time} running`,
  "history.walking": "walking only",
  "history.variety": "Variety day",
} satisfies Messages;
