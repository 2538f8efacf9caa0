import type { Messages } from "../message.ts";

export const CALENDAR = {
  "calendar.views": "How to show it",
  "calendar.list": "List",
  "calendar.title": "Calendar",
  "calendar.add": "Add by hand",
  "calendar.years": "Year",
  "calendar.sum": (year: number, done: number, missed: number) =>
    `${year}: ${done} ${done === 1 ? "day" : "days"} with a session${missed === 0 ? "" : `; ${missed} planned ${missed === 1 ? "day" : "days"} had none`}.`,
  "calendar.keys": "Arrow keys move by day and week, Page Up and Page Down by month.",
  "calendar.legend": "What the signs say",
  "calendar.variety": "variety day",
  "calendar.worst": (score: number) => `worst pain of the day ${score}`,
  "calendar.nothing": "nothing noted",
  "calendar.morning": (score: number) => `Morning: ${score}`,
  "calendar.addHere": "Add something on this day",
  "calendar.pick": "Choose a day to see what is noted.",
  "kind.session": "Walk and run session",
} satisfies Messages;
