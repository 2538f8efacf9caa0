import { runSeconds, totalSeconds } from "../../../core/ladder/ladder.ts";
import { t } from "../i18n/t.ts";
import { duration } from "./durations.ts";

/** "Level 8: 27 min 30 s, 3 min 30 s of it running" */
export function levelInWords(level: number): string {
  const whole = duration(totalSeconds(level));
  const run = runSeconds(level);
  return run === 0 ? t("plan.levelTime", level, whole) : t("plan.levelRun", level, whole, duration(run));
}
