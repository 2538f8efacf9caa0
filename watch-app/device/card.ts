import type { Card } from "../logic/card.ts";
import { isObject } from "../logic/plan.ts";
import { asciiJson } from "../store/ascii.ts";
import { slots } from "../store/slots.ts";
import { watchFiles } from "./files.ts";

const cards = slots(watchFiles, "card");

/** What the app last left for the shortcut card; null before the first. */
export function keptCard(): Card | null {
  const value = cards.read();
  return isObject(value) && typeof value.asOf === "string" ? (value as unknown as Card) : null;
}

/** Leaves it when it says something new. Where nothing fits any more the card is older than home, no more than that. */
export function keepCard(card: Card): void {
  if (asciiJson(keptCard()) !== asciiJson(card)) cards.write(card);
}
