import type { LocalDate } from "../contract/primitives.ts";

/** Whole days since 1970-01-01, the unit in which the rules count. */
export type EpochDay = number;

/** ISO week name such as `2026-W47`. */
export type WeekName = string;

/** Days since 1970-01-01 of a calendar date (proleptic Gregorian; era arithmetic, so that no zone can enter). */
export function epochDay(date: LocalDate): EpochDay {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar date of an epoch day. */
export function localDateOf(day: EpochDay): LocalDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateOf(epochDay(date) + days);
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekday(date: LocalDate): number {
  return weekdayOfDay(epochDay(date));
}

/** ISO weekday of an epoch day (1970-01-01 was a Thursday). */
export function weekdayOfDay(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The ISO week a date lies in; its year is the year of the week's Thursday. */
export function weekOf(date: LocalDate): WeekName {
  return weekOfDay(epochDay(date));
}

export function weekOfDay(day: EpochDay): WeekName {
  const thursday = day - weekdayOfDay(day) + 4;
  const year = localDateOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - epochDay(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${pad(week, 2)}`;
}

/** The Monday of an ISO week. */
export function weekStart(week: WeekName): LocalDate {
  return localDateOf(weekStartDay(week));
}

export function weekStartDay(week: WeekName): EpochDay {
  const fourth = epochDay(`${week.slice(0, 4)}-01-04`);
  return fourth - weekdayOfDay(fourth) + 1 + (Number(week.slice(6)) - 1) * 7;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
