import { t } from "../i18n/t.ts";
import { locale } from "./dates.ts";

/** "5 min", "45 s", "1 min 30 s" */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  if (minutes === 0) return t("time.s", rest);
  return rest === 0 ? t("time.min", minutes) : t("time.minS", minutes, rest);
}

/** "23:30" for a place in a session, and for a length in a column of them. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** "3.5" or "3,5": a number as the language writes it. */
export const figure = (value: number): string => value.toLocaleString(locale());

/** "1 session", "3 sessions" */
export const sessionCount = (count: number): string => `${count} ${t("today.sessions", count)}`;

/** "0.3 s", "12 s": lateness, one decimal below ten seconds, written as the language writes numbers. */
export function lateness(ms: number): string {
  const seconds = Math.abs(ms) / 1000;
  const digits = seconds < 10 ? 1 : 0;
  const written = seconds.toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${ms < 0 ? "−" : ""}${t("time.s", written)}`;
}
