import * as v from "valibot";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isCalendarDate(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1];
  return length !== undefined && day >= 1 && day <= length;
}

/** A lower-case UUID, version 7 where we make it. */
export const Id = v.pipe(v.string(), v.regex(UUID, "must be a lower-case UUID"));

/** A UTC instant, ISO 8601 with `Z`, at most milliseconds. */
export const Instant = v.pipe(
  v.string(),
  v.regex(INSTANT, "must be a UTC instant such as 2026-11-22T06:58:31Z"),
  v.check((text) => isCalendarDate(text) && !Number.isNaN(Date.parse(text)), "is not a date that exists"),
);

/** A calendar day where the person was, `YYYY-MM-DD`. Fixed when it happened; never recomputed from a viewer's zone. */
export const LocalDate = v.pipe(
  v.string(),
  v.regex(LOCAL_DATE, "must be a date such as 2026-11-22"),
  v.check(isCalendarDate, "is not a date that exists"),
);

/** Time on the person's wall clock, `HH:MM`, 24 hours. */
export const WallTime = v.pipe(v.string(), v.regex(WALL_TIME, "must be a time such as 06:30"));

/** Pain, effort or energy: an integer 0–10 (NPRS, CR10). */
export const Score = v.pipe(
  v.number(),
  v.integer("must be a whole number from 0 to 10"),
  v.minValue(0, "must be a whole number from 0 to 10"),
  v.maxValue(10, "must be a whole number from 0 to 10"),
);

/** A rung of the ladder, 0–25. */
export const Level = v.pipe(
  v.number(),
  v.integer("must be a level of the ladder, 0 to 25"),
  v.minValue(0, "must be a level of the ladder, 0 to 25"),
  v.maxValue(25, "must be a level of the ladder, 0 to 25"),
);

/** Whole seconds, up to six hours. */
export const Seconds = v.pipe(
  v.number(),
  v.integer("must be whole seconds"),
  v.minValue(0, "must not be negative"),
  v.maxValue(21_600, "must be six hours at most"),
);

/** Minutes that local time is ahead of UTC, −840…840. */
export const UtcOffsetMin = v.pipe(v.number(), v.integer(), v.minValue(-840), v.maxValue(840));

/** IANA zone name. Only its shape is checked here: `core` has no `Intl`. */
export const Zone = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]+([/_+-][A-Za-z0-9_+-]+)*$/, "must be a zone such as Europe/Berlin"),
  v.maxLength(64),
);

export const Language = v.picklist(["en", "de", "es", "fr", "zh"]);

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export const Weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));

/* @__NO_SIDE_EFFECTS__ */ export const whole = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.integer(`must be a whole number from ${min} to ${max}`),
    v.minValue(min, `must be a whole number from ${min} to ${max}`),
    v.maxValue(max, `must be a whole number from ${min} to ${max}`),
  );

/* @__NO_SIDE_EFFECTS__ */ export const text = (max: number) =>
  v.pipe(v.string(), v.maxLength(max, `must be ${max} characters at most`));

export type LocalDate = v.InferOutput<typeof LocalDate>;
export type WallTime = v.InferOutput<typeof WallTime>;
export type Language = v.InferOutput<typeof Language>;
