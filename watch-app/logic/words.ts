import { plainMove } from "../../core/blocks/moves.ts";
import type { StepKind } from "../../core/contract/session.ts";
import type { Message, Part } from "./view.ts";

/** Looks up a text of the language catalogue. */
export type Translate = (key: string) => string;

/** Puts values into the `{name}` places of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return Object.keys(values).reduce((filled, name) => filled.split(`{${name}}`).join(String(values[name])), text);
}

/** Seconds as `m:ss`. */
export function clock(seconds: number): string {
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)}:${rest < 10 ? "0" : ""}${rest}`;
}

const CORE_WORDINGS = 2;
const POSTURE_WORDINGS = 4;

export const stepName = (kind: StepKind, say: Translate): string => say(`step.${kind}`);

/** A step by its name: the move of an exercise, else the kind. */
export const partName = ({ kind, move }: Pick<Part, "kind" | "move">, say: Translate): string =>
  move === null ? stepName(kind, say) : say(`move.${plainMove(move)}`);

/** How an exercise is done, in a few words. */
export const howText = (move: string, say: Translate): string => say(`how.${move}`);

/** What a cue says on the screen; empty for the changes, which the step's own name tells. */
export function messageText(message: Message | null, say: Translate): string {
  if (message === null) return "";
  switch (message.kind) {
    case "core":
      return say(`cue.core.${(message.nth % CORE_WORDINGS) + 1}`);
    case "posture":
      if (typeof message.cadence === "number") return fill(say("cue.cadence"), { n: message.cadence });
      return say(`cue.posture.${(message.nth % POSTURE_WORDINGS) + 1}`);
    case "warning":
    case "ease-off":
    case "halfway":
    case "here":
      return say(`cue.${message.kind}`);
    default:
      return "";
  }
}

/** A date in words: today, tomorrow, or its day and month. */
export function dayName(date: string, today: string, tomorrow: string, say: Translate): string {
  if (date === today) return say("day.today");
  if (date === tomorrow) return say("day.tomorrow");
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return fill(say("day.date"), {
    weekday: say(`day.${weekday}`),
    day: Number(date.slice(8, 10)),
    month: say("day.months").split(" ")[Number(date.slice(5, 7)) - 1] ?? "",
  });
}
