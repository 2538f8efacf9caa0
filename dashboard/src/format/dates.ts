import { epochDay, localDateOf } from "../../../core/calendar/calendar.ts";
import type { LocalDate, WallTime } from "../../../core/contract/primitives.ts";
import { language, t } from "../i18n/t.ts";

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The person's regional form of the language shown: `en-GB` before `en` where the browser says so. */
export function localeFor(shown: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.split("-")[0] === shown) ?? shown;
}

/** How the person writes dates and numbers in the language shown. */
export const locale = (): string => localeFor(language.value, globalThis.navigator?.languages ?? []);

function formatFor(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = locale();
  const name = tag + JSON.stringify(options);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
  formats.set(name, format);
  return format;
}

const formatted = (ms: number, options: Intl.DateTimeFormatOptions): string => formatFor(options).format(ms);

/** "31 Aug – 27 Sep 2026", "Aug – Sep 2026", "2025 – 2026": from one date to another, as finely as is asked. */
export function span(from: LocalDate, to: LocalDate, by: "weeks" | "months" | "years" = "weeks"): string {
  const month = by === "years" ? undefined : "short";
  const day = by === "weeks" ? "numeric" : undefined;
  return formatFor({ year: "numeric", month, day }).formatRange(epochDay(from) * DAY_MS, epochDay(to) * DAY_MS);
}

/** "Tuesday, 24 November". Local dates are calendar days: they are never moved into the viewer's zone. */
export const longDay = (date: LocalDate): string =>
  formatted(epochDay(date) * DAY_MS, { weekday: "long", day: "numeric", month: "long" });

/** "Tue, 24 Nov" */
export const shortDay = (date: LocalDate): string =>
  formatted(epochDay(date) * DAY_MS, { weekday: "short", day: "numeric", month: "short" });

/** "24 Nov 2026" */
export const dayWithYear = (date: LocalDate): string =>
  formatted(epochDay(date) * DAY_MS, { day: "numeric", month: "short", year: "numeric" });

/** The day of an instant where this browser is, for things that happened to the account rather than to the person. */
export const dayHere = (instantMs: number): string =>
  dayWithYear(localDateOf(Math.floor((instantMs - new Date(instantMs).getTimezoneOffset() * 60_000) / DAY_MS)));

/** "24 Nov 2026, 07:30", where this browser is. */
export const timeHere = (instantMs: number): string =>
  formatted(instantMs - new Date(instantMs).getTimezoneOffset() * 60_000, {
    ...{ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  });

/** "November 2026", from any date in it. */
export const monthOf = (date: LocalDate): string =>
  formatted(epochDay(date) * DAY_MS, { month: "long", year: "numeric" });

/** "Tue", for ISO weekday 1–7 (2024-01-01 was a Monday). */
export const weekdayShort = (day: number): string => formatted(Date.UTC(2024, 0, day), { weekday: "short" });
export const weekdayLong = (day: number): string => formatted(Date.UTC(2024, 0, day), { weekday: "long" });

/** "07:30" or "7:30 AM", as the locale has it. */
export const wallTime = (time: WallTime): string => clockTime(Date.parse(`1970-01-01T${time}:00Z`), 0);

/** The wall-clock time of an instant at the offset that held there and then. */
export const clockTime = (instantMs: number, utcOffsetMin: number): string =>
  formatted(instantMs + utcOffsetMin * 60_000, { hour: "2-digit", minute: "2-digit" });

/** "Today", "Tomorrow", "Yesterday" or the long day. */
export function nearDay(date: LocalDate, today: LocalDate): string {
  const ahead = epochDay(date) - epochDay(today);
  if (ahead === 0) return t("time.today");
  if (ahead === 1) return t("time.tomorrow");
  return ahead === -1 ? t("time.yesterday") : longDay(date);
}

/** "3 minutes ago", to the largest whole unit; under a minute "just now". */
export function ago(thenMs: number, nowMs: number): string {
  const minutes = Math.floor(Math.max(0, nowMs - thenMs) / 60_000);
  if (minutes < 1) return t("time.justNow");
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  if (minutes < 60) return relative.format(-minutes, "minute");
  if (minutes < 1440) return relative.format(-Math.floor(minutes / 60), "hour");
  return relative.format(-Math.floor(minutes / 1440), "day");
}
