import type { SessionDetail } from "../../../../core/contract/api.ts";
import type { SessionEdited } from "../../../../core/contract/session.ts";
import { hasHalf, type PainEntry, painEntryOf, wholeOnes } from "../../ui/pain-table.tsx";

/** A correction as it is being written: times and seconds as text. */
export type Draft = {
  readonly pain: PainEntry;
  readonly rpe: number | null;
  readonly stiffness: number | null;
  readonly energy: number | null;
  readonly legSymptoms: boolean | null;
  readonly outcome: SessionEdited["outcome"];
  readonly reason: SessionEdited["reason"];
  readonly surface: SessionEdited["surface"];
  readonly end: string;
  readonly seconds: readonly string[];
  readonly notes: string;
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LONGEST_MS = 6 * 3_600_000;

export function draftOf({ session, edited, utcOffsetMin }: SessionDetail): Draft {
  const { scores, outcome, reason, surface, steps, endedAt } = session;
  return {
    ...{ pain: painEntryOf(scores), rpe: scores.rpe, legSymptoms: scores.legSymptoms, outcome, reason, surface },
    ...{ stiffness: scores.stiffness ?? null, energy: scores.energy ?? null },
    end: wallTimeAt(Date.parse(endedAt), utcOffsetMin),
    seconds: steps.map(({ doneS }) => String(doneS)),
    notes: edited?.notes ?? "",
  };
}

const wallTimeAt = (ms: number, utcOffsetMin: number): string =>
  new Date(ms + utcOffsetMin * MINUTE_MS).toISOString().slice(11, 16);

/** The first instant after the start that has this time on the wall there; the known one when the minute is the same. */
export function endOf({ session, utcOffsetMin }: SessionDetail, time: string): string | null {
  const known = Date.parse(session.endedAt);
  if (!/^\d{2}:\d{2}$/.test(time)) return null;
  if (time === wallTimeAt(known, utcOffsetMin)) return session.endedAt;
  const start = Date.parse(session.startedAt);
  const midnight = Math.floor((start + utcOffsetMin * MINUTE_MS) / DAY_MS) * DAY_MS - utcOffsetMin * MINUTE_MS;
  const at = midnight + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE_MS;
  const end = at > start ? at : at + DAY_MS;
  return end - start > LONGEST_MS ? null : new Date(end).toISOString();
}

export const isSeconds = (text: string): boolean => /^\d{1,5}$/.test(text.trim()) && Number(text) <= 21_600;

/** What keeps a draft from being saved, field by field. */
export const wrongIn = (detail: SessionDetail, { pain, end, seconds }: Draft) => ({
  pain: hasHalf(pain),
  end: endOf(detail, end) === null,
  steps: seconds.some((text) => !isSeconds(text)),
});

/** The whole editable part of the session with the draft in it. */
export function correctionOf(detail: SessionDetail, draft: Draft): SessionEdited {
  const { session, localDate } = detail;
  const { pain, rpe, legSymptoms, stiffness, energy, outcome, reason, surface, notes } = draft;
  return {
    ...{ sessionId: session.sessionId, sessionDate: localDate, outcome, surface, notes: notes.trim() },
    endedAt: endOf(detail, draft.end) ?? session.endedAt,
    reason: outcome === "completed" ? null : reason,
    steps: session.steps.map((step, index) => ({ ...step, doneS: Number(draft.seconds[index] ?? step.doneS) })),
    scores: { ...wholeOnes(pain), rpe, legSymptoms, stiffness, energy },
  };
}

/** An edit that says again what the record said at first. */
export function originalOf({ session, localDate, edited }: SessionDetail): SessionEdited | null {
  if (edited == null) return null;
  return { sessionId: session.sessionId, sessionDate: localDate, notes: "", ...edited.original };
}
