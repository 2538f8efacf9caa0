import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { uuidV7 } from "../../../../core/uuid.ts";
import { tell } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";
import { hasHalf, type PainEntry, wholeOnes } from "../../ui/pain-table.tsx";
import { instantOf, type Kind, minutesOf, type Reason, type Share, sessionOf } from "./entry.ts";
import { type Added, undoSession, undoVariety } from "./undo.ts";

/** What the form tells, as it is being written. */
export type Draft = {
  readonly kind: Kind;
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
  readonly level: number;
  readonly share: Share;
  readonly reason: Reason;
  readonly pain: PainEntry;
  readonly rpe: number | null;
};

export type Errors = { readonly [K in "date" | "time" | "minutes"]?: string | undefined };

/** What keeps a draft from being added, field by field; the table of pain says its own. */
export function errorsIn({ kind, date, time, minutes }: Draft, today: LocalDate): Errors {
  const at = instantOf(date, time);
  const dateWrong = instantOf(date, "12:00") === null || date > today;
  return {
    date: dateWrong ? t("add.dateWrong") : undefined,
    time: !dateWrong && (at === null || at.getTime() > Date.now()) ? t("add.timeWrong") : undefined,
    minutes: kind !== "session" && minutesOf(minutes) === null ? t("add.minutesWrong") : undefined,
  };
}

export const isRight = (draft: Draft, today: LocalDate): boolean =>
  !hasHalf(draft.pain) && Object.values(errorsIn(draft, today)).every((error) => error === undefined);

/** Adds what the draft tells; resolves to how it is taken back. @throws BackstrideError */
export async function add(draft: Draft): Promise<Added> {
  const { kind, date, time, minutes, pain, rpe } = draft;
  const at = instantOf(date, time) ?? new Date();
  const whole = wholeOnes(pain);
  const scores = { ...whole, rpe, legSymptoms: null };
  if (kind === "session") {
    const sessionId = uuidV7(at.getTime(), crypto.getRandomValues(new Uint8Array(10)));
    await tell("session.recorded.v1", sessionOf(sessionId, { ...draft, startedAt: at, scores }), at);
    return { date, undo: () => undoSession(sessionId, date) };
  }
  const told = Object.values(whole).some((score) => score !== null) ? scores : null;
  const id = await tell("variety.recorded.v1", { kind, minutes: minutesOf(minutes) ?? 1, rpe, scores: told }, at);
  return { date, undo: () => undoVariety(id, date) };
}
