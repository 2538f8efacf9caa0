import * as v from "valibot";
import { ReminderKind } from "./bus.ts";
import { LogEvent } from "./event.ts";
import { FiredRule, Plan } from "./plan.ts";
import { Id, Instant, Language, Level, LocalDate, text, UtcOffsetMin, WallTime, whole } from "./primitives.ts";
import { CuePreferences, HeartRateLimits, ProfileChange } from "./profile.ts";
import { Pain, SessionOutcome, SessionRecorded } from "./session.ts";

/** Most events in one `POST /v1/events`, and the largest single event (the limit of EventBridge is far above). */
export const MAX_EVENTS = 10;
export const MAX_EVENT_BYTES = 16_384;

/** The body of `POST /v1/events`. Each entry is validated on its own, so that one bad record never blocks the others. */
export const EventsRequest = v.strictObject({
  events: v.pipe(
    v.array(v.unknown()),
    v.minLength(1, "must hold at least one event"),
    v.maxLength(MAX_EVENTS, `must hold ${MAX_EVENTS} events at most`),
  ),
});

export const Rejection = v.strictObject({
  id: v.nullable(v.string()),
  code: v.string(),
  field: v.nullable(v.string()),
  message: v.string(),
});

/** The answer 202. Clear `acked` and `rejected` from an outbox; send `retry` again later. */
export const EventsAnswer = v.strictObject({
  acked: v.array(Id),
  rejected: v.array(Rejection),
  retry: v.array(Id),
  planRev: whole(0, 1_000_000),
});

/** RFC 9457 problem details, with our stable `code` and the `field` at fault. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: whole(400, 599),
  code: v.string(),
  detail: v.string(),
  field: v.optional(v.string()),
});

export const Colour = v.picklist(["GREEN", "NEUTRAL", "AMBER", "RED"]);

/** A session or variety day as history lists it. */
export const HistoryItem = v.strictObject({
  id: Id,
  kind: v.picklist(["session", "variety"]),
  localDate: LocalDate,
  startedAt: Instant,
  /** Seconds in motion, the exercises not counted, and the same in whole minutes. */
  activeS: whole(0, 86_400),
  minutes: whole(0, 1440),
  level: v.nullable(Level),
  outcome: v.nullable(SessionOutcome),
  runS: whole(0, 21_600),
  /** The highest score given for it, at any moment, back or leg: not that of the whole date. */
  worstPain: v.nullable(whole(0, 10)),
  colour: v.nullable(Colour),
  source: v.string(),
});

export const DeviceInfo = v.strictObject({
  id: Id,
  name: text(60),
  model: text(48),
  pairedAt: Instant,
  lastSeenAt: v.nullable(Instant),
});

export const DeviceList = v.strictObject({ devices: v.array(DeviceInfo) });

/**
 * One session as `GET /v1/sessions/{id}` answers it: the record whole (trace and cues included), when it was where, and
 * how the plan judged it. `judged` is null until the session's week has been folded.
 */
export const SessionDetail = v.strictObject({
  session: SessionRecorded,
  /** The latest correction: when it was made, its notes, and the record as it first came. Null: as it first came. */
  edited: v.optional(
    v.nullable(
      v.strictObject({
        at: Instant,
        notes: text(2000),
        original: v.pick(SessionRecorded, ["endedAt", "outcome", "reason", "steps", "scores", "surface"]),
      }),
    ),
  ),
  localDate: LocalDate,
  utcOffsetMin: UtcOffsetMin,
  source: v.string(),
  judged: v.nullable(
    v.strictObject({
      colour: Colour,
      rules: v.array(FiredRule),
      levelBefore: Level,
      levelAfter: Level,
    }),
  ),
});

/** What the first page needs, in one answer. `setup` says what is still to be told, `profile` what has been. */
export const Summary = v.strictObject({
  today: LocalDate,
  setup: v.strictObject({ screened: v.boolean(), placed: v.boolean() }),
  profile: ProfileChange,
  plan: v.nullable(Plan),
  /** When the plan's `rev` was published. A device that was last seen well before has not fetched it. */
  plannedAt: v.optional(v.nullable(Instant)),
  /** What the person is reminded of next: when, and which day and offset that is where they are. Null: nothing. */
  reminder: v.optional(
    v.nullable(v.strictObject({ what: ReminderKind, at: Instant, localDate: LocalDate, utcOffsetMin: UtcOffsetMin })),
  ),
  totals: v.strictObject({
    sessions: whole(0, 1_000_000),
    minutes: whole(0, 10_000_000),
    runMinutes: whole(0, 10_000_000),
  }),
  /** The morning check-in about `today`, once it is given. */
  morning: v.optional(v.nullable(Pain)),
  recent: v.array(HistoryItem),
  devices: v.array(DeviceInfo),
  /** Questionnaires to ask for today, and the activities that the person named for the latest PSFS. */
  questionnaires: v.optional(
    v.strictObject({ due: v.array(v.picklist(["rmdq", "psfs"])), activities: v.array(text(80)) }),
  ),
});

/** What a watch shows and obeys besides the plan. `null`: not told yet. */
export const WatchProfile = v.strictObject({
  heartRate: v.nullable(HeartRateLimits),
  cues: CuePreferences,
  language: Language,
  units: v.picklist(["metric", "imperial"]),
  emergencyNumber: v.nullable(text(24)),
  /** When the person gets up; the morning check-in is asked half an hour later. */
  wakeUp: v.optional(v.nullable(WallTime)),
});

/** `GET /v1/plan`. `plan` is decided for the person's today; null until the first event has gone through the pipeline. */
export const PlanAnswer = v.strictObject({ plan: v.nullable(Plan), profile: WatchProfile });

const number = v.pipe(v.string(), v.regex(/^\d{1,2}$/, "must be a whole number"));

/**
 * Query of `GET /v1/history`: local dates, both included; what is wanted, where left out everything is; and the `cursor` of the
 * page before. `how`: how a session ended, or how the plan read it. `level` is that of the session, `pain` the least worst pain.
 */
export const HistoryQuery = v.strictObject({
  from: v.optional(LocalDate),
  to: v.optional(LocalDate),
  kind: v.optional(v.picklist(["session", "variety", "by-hand"])),
  how: v.optional(v.union([SessionOutcome, Colour])),
  level: v.optional(number),
  pain: v.optional(number),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

export const HistoryPage = v.strictObject({ items: v.array(HistoryItem), cursor: v.nullable(v.string()) });

/** Query of `GET /v1/export`: the `cursor` of the page before. */
export const ExportQuery = v.strictObject({ cursor: v.optional(v.pipe(v.string(), v.maxLength(200))) });

/**
 * One page of the whole log: at most a hundred events exactly as they were recorded, traces and cues included, in an order
 * that stays the same. All pages together, under `events` of one document or as one array, are what every tool here reads.
 */
export const ExportPage = v.strictObject({ events: v.array(LogEvent), cursor: v.nullable(v.string()) });

export type EventsAnswer = v.InferOutput<typeof EventsAnswer>;
export type Rejection = v.InferOutput<typeof Rejection>;
export type Problem = v.InferOutput<typeof Problem>;
export type Colour = v.InferOutput<typeof Colour>;
export type HistoryItem = v.InferOutput<typeof HistoryItem>;
export type HistoryPage = v.InferOutput<typeof HistoryPage>;
export type HistoryQuery = v.InferOutput<typeof HistoryQuery>;
export type ExportPage = v.InferOutput<typeof ExportPage>;
export type SessionDetail = v.InferOutput<typeof SessionDetail>;
export type WatchProfile = v.InferOutput<typeof WatchProfile>;
export type PlanAnswer = v.InferOutput<typeof PlanAnswer>;
export type DeviceInfo = v.InferOutput<typeof DeviceInfo>;
export type Summary = v.InferOutput<typeof Summary>;
