import * as v from "valibot";
import { Id, Instant, Level, LocalDate, Score, text, UtcOffsetMin, whole, Zone } from "./primitives.ts";
import { ProfileChange } from "./profile.ts";
import { SessionEdited, SessionRecorded, SessionScores } from "./session.ts";

export const SessionDeleted = v.strictObject({ sessionId: Id, sessionDate: LocalDate });

export const VarietyRecorded = v.strictObject({
  kind: v.picklist(["swim", "cycle", "yoga", "walk", "other"]),
  minutes: whole(1, 600),
  rpe: v.nullable(Score),
  scores: v.nullable(SessionScores),
});

/** Takes a variety day back: `varietyId` is the id of its event, `varietyDate` its local date. */
export const VarietyDeleted = v.strictObject({ varietyId: Id, varietyDate: LocalDate });

/** `forDate` is the local date the answer is about: the morning check-in of the day after a session carries that day. */
export const CheckinReported = v.strictObject({
  kind: v.picklist(["before", "morning", "daily"]),
  back: Score,
  leg: Score,
  unwell: v.optional(v.boolean()),
  stiffness: v.optional(Score),
  energy: v.optional(Score),
  forDate: LocalDate,
});

const SCREENING_KEYS = /* @__PURE__ */ Array.from({ length: 16 }, (_, index) => String(index + 1));

/** Yes/no by question number (plan-rules S1–S16). A repeat asks 1–8 only, so every key is optional; no key, not asked. */
export const ScreeningAnswered = v.strictObject({
  answers: v.strictObject(
    /* @__PURE__ */ Object.fromEntries(/* @__PURE__ */ SCREENING_KEYS.map((key) => [key, v.optional(v.boolean())])),
  ),
  /** Qualifiers that raise a "yes": S4 now rather than past, S5 recent and severe, S9 with weakness, S16 under 18. */
  urgent: v.optional(v.array(whole(1, 16))),
  version: whole(1, 99),
});

export const QuestionnaireAnswered = v.strictObject({
  kind: v.picklist(["rmdq", "psfs"]),
  /** RMDQ: 24 × 0/1; PSFS: 1–5 activities × 0–10, which are named in `activities` each time. */
  items: v.pipe(v.array(whole(0, 10)), v.minLength(1), v.maxLength(24)),
  activities: v.optional(v.pipe(v.array(text(80)), v.maxLength(5))),
  version: whole(1, 99),
});

export const PlanChosen = v.strictObject({
  planId: v.nullable(Id),
  choice: v.picklist(["accept", "easier", "decline", "move", "pause", "resume"]),
  date: v.optional(LocalDate),
  level: v.optional(Level),
});

/** `assessed`: a health professional has looked at it. `usualPain` is asked anew; 6 or more keeps the lock. */
export const ClearanceConfirmed = v.strictObject({ assessed: v.boolean(), usualPain: Score });

const envelope = {
  id: Id,
  at: Instant,
  localDate: LocalDate,
  utcOffsetMin: UtcOffsetMin,
  zone: v.optional(Zone),
  source: v.picklist(["watch", "dashboard", "import", "simulator", "api"]),
  deviceId: v.optional(Id),
};

/* @__NO_SIDE_EFFECTS__ */ const event = <T extends string, D extends v.GenericSchema>(type: T, data: D) =>
  v.strictObject({ ...envelope, type: v.literal(type), data });

/** One entry of a person's log. The log is the truth; everything else is a fold of it. */
export const LogEvent = v.variant("type", [
  event("session.recorded.v1", SessionRecorded),
  event("session.edited.v1", SessionEdited),
  event("session.deleted.v1", SessionDeleted),
  event("variety.recorded.v1", VarietyRecorded),
  event("variety.deleted.v1", VarietyDeleted),
  event("checkin.reported.v1", CheckinReported),
  event("screening.answered.v1", ScreeningAnswered),
  event("questionnaire.answered.v1", QuestionnaireAnswered),
  event("plan.chosen.v1", PlanChosen),
  event("clearance.confirmed.v1", ClearanceConfirmed),
  event("profile.changed.v1", ProfileChange),
]);

export type LogEvent = v.InferOutput<typeof LogEvent>;
export type LogEventType = LogEvent["type"];
export type LogEventOf<T extends LogEventType> = Extract<LogEvent, { type: T }>;
export type ScreeningAnswers = v.InferOutput<typeof ScreeningAnswered>;
export type CheckinReported = v.InferOutput<typeof CheckinReported>;

export const LOG_EVENT_TYPES: readonly LogEventType[] = /* @__PURE__ */ LogEvent.options.map(
  (option) => option.entries.type.literal,
);
