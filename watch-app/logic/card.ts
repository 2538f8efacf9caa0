import { epochDay } from "../../core/calendar/calendar.ts";
import type { HomeTexts } from "./home.ts";
import type { Days, WatchPlan } from "./plan.ts";
import { dayName, type Translate } from "./words.ts";

/** What the shortcut card knows: `date` of a session that can be begun (null: none), and what home said on the local date `asOf`. */
export type Card = {
  readonly asOf: string;
  readonly date: string | null;
  readonly title: string;
  readonly details: string;
};
export type CardTexts = Pick<Card, "title" | "details">;

/** So long what was said once may stand; a longer pause may have changed the level (plan-rules G). */
const FRESH_DAYS = 10;

/** The card for what home says now. */
export function cardOf({ title, details }: HomeTexts, stored: WatchPlan | null, { today }: Days): Card {
  const planned = stored?.plan?.date ?? today;
  // Only what can be begun has details; what was missed is today's.
  const date = details === "" ? null : planned < today ? today : planned;
  return { asOf: today, date, title, details };
}

/** What the card says on a date: a day by its name, a rest only on its own day, and nothing that is old. */
export function cardTexts(card: Card | null, today: string, tomorrow: string, say: Translate): CardTexts {
  if (card === null || epochDay(today) - epochDay(card.asOf) > FRESH_DAYS)
    return { title: say("card.open"), details: "" };
  if (card.date !== null) {
    const day = card.date < today ? today : card.date;
    return { title: dayName(day, today, tomorrow, say), details: card.details };
  }
  return card.asOf === today ? { title: card.title, details: "" } : { title: say("card.open"), details: "" };
}
