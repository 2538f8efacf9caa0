import type { Pain } from "../../core/contract/session.ts";
import type { Preferences } from "../../core/cues/schedule.ts";
import { dateAtOffset, instantOf, sessionRecord } from "../../core/session/record.ts";
import type { SessionState } from "../../core/session/state.ts";
import type { WatchEvent } from "../store/outbox.ts";

export type Moment = { readonly at: number; readonly utcOffsetMin: number };

/** The session as a log event. Its day is the day it began. */
export function sessionEvent(state: SessionState, made: { readonly app: string; readonly device: string }): WatchEvent {
  const { head } = state;
  return {
    id: head.eventId,
    type: "session.recorded.v1",
    at: instantOf(state.endedAt ?? state.lastAt),
    localDate: dateAtOffset(head.at, head.utcOffsetMin),
    utcOffsetMin: head.utcOffsetMin,
    data: sessionRecord(state, made),
  };
}

/** The score of a morning; `forDate` is the local date of that morning, however late it is told. */
export function morningEvent(id: string, { at, utcOffsetMin }: Moment, pain: Pain, forDate: string): WatchEvent {
  return {
    id,
    type: "checkin.reported.v1",
    at: instantOf(at),
    localDate: dateAtOffset(at, utcOffsetMin),
    utcOffsetMin,
    data: { kind: "morning", back: pain.back, leg: pain.leg, forDate },
  };
}

/** How a person wants their cues; replaces what was said before. */
export const cuesEvent = (id: string, { at, utcOffsetMin }: Moment, cues: Preferences): WatchEvent => ({
  id,
  type: "profile.changed.v1",
  at: instantOf(at),
  localDate: dateAtOffset(at, utcOffsetMin),
  utcOffsetMin,
  data: { cues },
});

/** The answers before a session: sent for themselves too, because on a bad day no session follows. */
export function checkinEvent(id: string, { at, utcOffsetMin }: Moment, before: Pain, unwell: boolean): WatchEvent {
  const localDate = dateAtOffset(at, utcOffsetMin);
  return {
    id,
    type: "checkin.reported.v1",
    at: instantOf(at),
    localDate,
    utcOffsetMin,
    data: { kind: "before", back: before.back, leg: before.leg, unwell, forDate: localDate },
  };
}
