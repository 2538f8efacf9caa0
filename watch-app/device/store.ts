import type { Preferences } from "../../core/cues/schedule.ts";
import type { SessionState } from "../../core/session/state.ts";
import { ownCues } from "../logic/cue-settings.ts";
import { type Flag, flagHolds } from "../logic/flag.ts";
import { askFrom, type Morning, missingMorning } from "../logic/morning.ts";
import { type Days, isObject, type Outlook, readPlanAnswer, type WatchPlan } from "../logic/plan.ts";
import type { SyncResult } from "../logic/sync.ts";
import { asciiJson } from "../store/ascii.ts";
import { JOURNAL_PATH, openJournal } from "../store/journal.ts";
import { openOutbox } from "../store/outbox.ts";
import { slots } from "../store/slots.ts";
import { dateIn, minuteNow } from "./clock.ts";
import { watchFiles } from "./files.ts";
import { modelName } from "./screen.ts";

const plans = slots(watchFiles, "plan");
const syncs = slots(watchFiles, "sync");
const runs = slots(watchFiles, "run");
const sessions = slots(watchFiles, "session");
const mornings = slots(watchFiles, "morning");
const flags = slots(watchFiles, "flag");
const choices = slots(watchFiles, "choices");
const outlooks = slots(watchFiles, "outlook");
const USUAL: PhoneChoices = { reminder: true, sound: false };
/** The session whose damage was said. */
export const toldDamage = slots(watchFiles, "told");

export const made = () => ({ app: APP_VERSION, device: modelName() });

/** The plan as it was last received; null before the first. */
export const storedPlan = (): WatchPlan | null => readPlanAnswer(plans.read());
/** Whether a session is under way or waits to be filed; without the engine, which would fill the bundle of who only asks this. */
export const sessionOpen = (): boolean => (watchFiles.read(JOURNAL_PATH) ?? "") !== "";
/** Whether there was a plan that cannot be read any more. */
export const planLost = (): boolean => plans.lost();
export const keepPlan = (plan: WatchPlan): boolean => plans.write(plan);

export type LastSync = SyncResult & { readonly at: number };

export function lastSync(): LastSync | null {
  const value = syncs.read();
  return isObject(value) && typeof value.at === "number" ? (value as unknown as LastSync) : null;
}
export const keepSync = (result: LastSync): boolean => syncs.write(result);

/** The local dates of the last session on this watch and of the last one with running in it; a warning sign that ended it. */
export function keepSession({ head, runSpans, reason }: SessionState, date: string): boolean {
  const rev = storedPlan()?.plan?.rev ?? 0;
  const flagged: Flag = { sessionId: head.sessionId, date, rev };
  return [
    sessions.write(date),
    runSpans.length === 0 || runs.write(date),
    reason !== "red-flag" || flags.write(flagged),
  ].every((written) => written);
}

const flag = (): Flag | null => {
  const value = flags.read();
  return isObject(value) && typeof value.sessionId === "string" ? (value as unknown as Flag) : null;
};

/** Keeps what the fold says of today; null: not known. */
export function keepOutlook(outlook: Outlook | null): void {
  const today = { date: dateIn(0), ...outlook };
  if (asciiJson(outlooks.read()) !== asciiJson(today)) outlooks.write(today);
}

/** What the fold says of today; while that is not known, the careful reading. */
export function outlookToday(): Outlook {
  const value = outlooks.read();
  const known = isObject(value) && value.date === dateIn(0) && typeof value.base === "number";
  return known ? (value as unknown as Outlook) : { base: 0, level: null, mayRun: false, runFrom: 0 };
}

/** The local date of the last session on this watch. */
export const lastSession = (): string | null => dateOf(sessions.read());

/** What was chosen on the phone for this watch alone. */
export type PhoneChoices = { readonly reminder: boolean; readonly sound: boolean };

export function phoneChoices(): PhoneChoices {
  const value = choices.read();
  return isObject(value) ? { reminder: value.reminder !== false, sound: value.sound === true } : USUAL;
}

/** Keeps them as the phone told them; an older phone app tells none. */
export const keepPhoneChoices = (value: unknown): boolean => !isObject(value) || choices.write(value);

/** The local date that the last morning answer was about. */
export const keepMorning = (date: string): boolean => mornings.write(date);

export const dateOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const morning = (): Morning => ({ lastSession: lastSession(), told: dateOf(mornings.read()) });

/** Whether this morning can still be told. */
export const morningOpen = (): boolean => morning().told !== dateIn(0);

/** The date whose morning score is missing, from half an hour after waking on; null when none is. */
export function morningMissing(): string | null {
  return missingMorning(morning(), days(), minuteNow(), askFrom(storedPlan()?.profile.wakeUp));
}

export function days(): Days {
  const { mayRun, runFrom } = outlookToday();
  return {
    today: dateIn(0),
    yesterday: dateIn(-1),
    tomorrow: dateIn(1),
    lastRun: dateOf(runs.read()),
    mayRun,
    runFrom: minuteNow() < runFrom ? runFrom : null,
    flagged: flagHolds(flag(), storedPlan(), dateIn(0)),
  };
}

/** How cues come: as last said on this watch, else as the profile says. */
export function cuePreferences(): Preferences {
  const stored = storedPlan();
  return ownCues([...box.sent(), ...box.waiting()]) ?? (stored === null ? {} : stored.profile.cues);
}

export const journal = () => openJournal(watchFiles);
const box = openOutbox(watchFiles);
export const outbox = () => box;
