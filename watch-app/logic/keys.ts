/** Keys that watches of one make or another have; which of them a model has is not known beforehand. */
export type Key = "select" | "shortcut" | "home" | "down" | "up" | "back";
export type Press = "click" | "long";
/** What is open over the session: the question why to end, another question, or nothing. */
export type Asking = "end" | "other" | null;
/** `leave`: not ours, the system does with the key what it always does. */
export type KeyAct = "toggle" | "ask" | "end" | "go-on" | "leave" | "nothing";

const PAUSING: readonly Key[] = ["select", "shortcut", "home"];

/**
 * What a key does during a session, so that wet fingers can pause and end it. One key pauses and goes on; the crown does so only
 * while moving, so that a second press still leads to the watch face. Down, or a long press, asks whether to end; once more ends.
 */
export function keyAct(key: Key, press: Press, paused: boolean, asking: Asking): KeyAct {
  const ending = key === "down" ? press === "click" : key !== "home" && PAUSING.includes(key) && press === "long";
  if (ending) return asking === null ? "ask" : asking === "end" ? "end" : "nothing";
  if (!PAUSING.includes(key) || press === "long") return press === "long" && key === "home" ? "leave" : "nothing";
  if (asking === "end") return "go-on";
  if (key === "home" && (paused || asking !== null)) return "leave";
  return asking === null ? "toggle" : "nothing";
}
