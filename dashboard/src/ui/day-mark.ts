import type { DayMark } from "../../../core/contract/days.ts";

/** Each mark of a date has a shape, so that it is never told by colour alone. */
export const MARK_SHAPES: Readonly<Record<DayMark, string>> = {
  done: "✓",
  eased: "◐",
  extra: "✚",
  missed: "○",
  rest: "–",
  paused: "‖",
  planned: "▷",
};
