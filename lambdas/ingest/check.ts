import * as v from "valibot";
import { MAX_EVENT_BYTES, type Rejection } from "../../core/contract/api.ts";
import { LogEvent } from "../../core/contract/event.ts";
import { parse } from "../../core/contract/parse.ts";
import { BackstrideError } from "../../core/error.ts";
import { SUBJECT_DATES } from "../../core/progress/order.ts";
import type { Caller } from "../adapters/http.ts";
import { isZone } from "../adapters/zone-time.ts";

/** A device's clock may be ahead by so much. */
const MAX_AHEAD_MS = 10 * 60_000;
/** The day begins up to 14 h earlier somewhere on Earth than in UTC. */
const MAX_ZONE_MS = 14 * 3_600_000;
const MAX_SESSION_MS = 24 * 3_600_000;
/** Before the first heart-rate watches: a clock that was never set. */
const FIRST_DATE = "2000-01-01";
/** JSON.stringify escapes only lone surrogates, which no store can keep. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

const DEVICE_SOURCES: readonly string[] = ["watch", "simulator"];

/**
 * One entry of a request as the log will keep it: whole and plausible, its device the one of the token.
 * @throws BackstrideError `invalid`, `clock_skew` or `too_large`, with the field at fault
 */
export function checkEvent(raw: unknown, caller: Caller, nowMs: number): LogEvent {
  const text = textOf(raw);
  if (Buffer.byteLength(text) > MAX_EVENT_BYTES) {
    throw new BackstrideError("too_large", `The event is larger than ${MAX_EVENT_BYTES} bytes.`);
  }
  if (LONE_SURROGATE.test(text)) throw new BackstrideError("invalid", "The event holds text that is not Unicode.");
  const event = parse(LogEvent, raw);
  checkSource(event, caller);
  checkClock(event, nowMs);
  checkOrder(event);
  checkZone(event);
  return caller.deviceId === null ? event : { ...event, deviceId: caller.deviceId };
}

/** @throws BackstrideError `invalid` for an entry that is nested deeper than JSON.stringify can follow */
function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw);
  } catch (cause) {
    throw new BackstrideError("invalid", "The event is nested too deep.", { cause });
  }
}

/** A device speaks for itself only. A person may also put back what a device of theirs recorded, as an export holds it. */
function checkSource(event: LogEvent, caller: Caller): void {
  if (caller.deviceId === null || DEVICE_SOURCES.includes(event.source)) return;
  const allowed = DEVICE_SOURCES.join(" or ");
  throw new BackstrideError("invalid", `source must be ${allowed} for this sign-in.`, { field: "source" });
}

function checkClock(event: LogEvent, nowMs: number): void {
  for (const [field, instant] of instants(event)) {
    if (Date.parse(instant) > nowMs + MAX_AHEAD_MS) throw skew(field, instant);
  }
  const lastDate = new Date(nowMs + MAX_ZONE_MS + MAX_AHEAD_MS).toISOString().slice(0, 10);
  for (const [field, date] of dates(event)) {
    if (date > lastDate) throw skew(field, date);
    if (date < FIRST_DATE) throw new BackstrideError("invalid", `${field} is before ${FIRST_DATE}.`, { field });
  }
}

const skew = (field: string, value: string): BackstrideError =>
  new BackstrideError("clock_skew", `${field} (${value}) is in the future; check the clock of the device.`, { field });

const INSTANTS = ["startedAt", "endedAt"];

const instants = (event: LogEvent): Named[] => [["at", event.at], ...texts(event.data, INSTANTS)];
/** The dates that place an event in the log. A future one would lead every later fold. */
const dates = (event: LogEvent): Named[] => [["localDate", event.localDate], ...texts(event.data, SUBJECT_DATES)];

type Named = readonly [field: string, value: string];

function texts(data: Readonly<Record<string, unknown>>, names: readonly string[]): Named[] {
  return names.flatMap((name): Named[] => {
    const value = data[name];
    return typeof value === "string" ? [[`data.${name}`, value]] : [];
  });
}

function checkOrder(event: LogEvent): void {
  if (event.type !== "session.recorded.v1") return;
  const field = "data.endedAt";
  const lasted = Date.parse(event.data.endedAt) - Date.parse(event.data.startedAt);
  if (lasted < 0) throw new BackstrideError("invalid", `${field} is before data.startedAt.`, { field });
  if (lasted > MAX_SESSION_MS) throw new BackstrideError("invalid", `${field} is more than a day later.`, { field });
}

/** A profile's zone decides what "today" is. Elsewhere a zone is only kept, so an unknown one does no harm. */
function checkZone({ type, data }: LogEvent): void {
  if (type !== "profile.changed.v1" || data.zone === undefined || isZone(data.zone)) return;
  throw new BackstrideError("invalid", "data.zone is not a time zone we know.", { field: "data.zone" });
}

/** The answer for an entry that was refused, with the id it came with so that an outbox can clear it. */
export function rejectionOf(raw: unknown, error: BackstrideError): Rejection {
  const named = v.safeParse(v.object({ id: v.pipe(v.string(), v.maxLength(64)) }), raw);
  return {
    id: named.success ? named.output.id : null,
    code: error.code,
    field: error.field === "" ? null : error.field,
    message: error.message,
  };
}
