import * as v from "valibot";
import { LogEvent } from "./event.ts";
import { Id, Instant, Level, LocalDate, text, whole } from "./primitives.ts";

/** The `source` of everything on the bus. The detail-type of a log event is its own `type`. */
export const BUS_SOURCE = "backstride";

/** The detail-types that the functions themselves emit. */
export const PROGRESS_UPDATED = "progress.updated.v1";
export const PLAN_PUBLISHED = "plan.published.v1";
export const REMINDER_DUE = "reminder.due.v1";
/** A person's account was deleted: its rows are to be erased. */
export const ACCOUNT_DELETED = "account.deleted.v1";
export const EVENT_REJECTED = "event.rejected.v1";

export const Week = v.pipe(v.string(), v.regex(/^\d{4}-W\d{2}$/, "must be an ISO week such as 2026-W47"));

/** Where a log event came from. `id` is the event's id; `at` is the device's clock, `receivedAt` ours. */
export const Meta = v.object({
  id: Id,
  person: Id,
  deviceId: v.nullable(Id),
  at: Instant,
  receivedAt: Instant,
  /** The id of what caused this event on the bus; null for what a person or a device sent. */
  causationId: v.nullable(v.string()),
  traceId: v.string(),
});

/** Detail of every log event on the bus. Consumers ignore members they do not know, so that a field can be added. */
export const LogDetail = v.object({ meta: Meta, event: LogEvent });

/**
 * A week of a person's log was folded. `rev` counts the folds of that week, `cause` is the event's id, `traceId` that of the
 * request which brought it (empty in what was archived before there was one).
 */
export const ProgressUpdated = v.object({
  person: Id,
  week: Week,
  rev: whole(1, 1_000_000_000),
  cause: v.string(),
  traceId: v.optional(v.string(), ""),
});

/** A plan is current. Sent again on every run of `plan`, so consumers look at `planRev`. */
export const PlanPublished = v.object({
  person: Id,
  planRev: whole(1, 1_000_000),
  date: v.nullable(LocalDate),
  level: v.nullable(Level),
});

export const ReminderKind = v.picklist(["session", "morning"]);

/** Input of the schedule's target and detail of `reminder.due`. `what` and `dueAt` together name the thing that is due. */
export const Reminder = v.object({ person: Id, planRev: whole(1, 1_000_000), what: ReminderKind, dueAt: Instant });

export const AccountDeleted = v.object({ person: Id });

/** An event was refused. Never the body: it is health data. `id` is null when the event carried none that we could read. */
export const EventRejected = v.object({ person: Id, id: v.nullable(Id), reason: text(40) });

export type Meta = v.InferOutput<typeof Meta>;
export type LogDetail = v.InferOutput<typeof LogDetail>;
export type ProgressUpdated = v.InferOutput<typeof ProgressUpdated>;
export type PlanPublished = v.InferOutput<typeof PlanPublished>;
export type ReminderKind = v.InferOutput<typeof ReminderKind>;
export type Reminder = v.InferOutput<typeof Reminder>;
export type AccountDeleted = v.InferOutput<typeof AccountDeleted>;
export type EventRejected = v.InferOutput<typeof EventRejected>;
