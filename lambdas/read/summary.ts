import { epochDay } from "../../core/calendar/calendar.ts";
import type { DeviceInfo, Summary } from "../../core/contract/api.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import type { Pain } from "../../core/contract/session.ts";
import { inOrder } from "../../core/progress/order.ts";
import type { State } from "../../core/progress/state.ts";
import { walk } from "../../core/progress/walk.ts";
import { hashOf } from "../adapters/canonical.ts";
import { foldBefore, type WeekFold } from "../adapters/folds.ts";
import { key, personKey } from "../adapters/keys.ts";
import { deviceOf, publishedPlan } from "../adapters/people.ts";
import { type Standing, standingAt, versionOf } from "../adapters/standing.ts";
import type { Reader } from "../adapters/store.ts";
import { dateIn, offsetMinIn, zoneOr } from "../adapters/zone-time.ts";
import { nextDue } from "../plan/due.ts";
import { newest } from "./history.ts";
import { planToday } from "./plan.ts";
import { questionnairesOf } from "./questionnaires.ts";

const RECENT = 10;
const HOUR_MS = 3_600_000;

/**
 * The mark of a summary: everything it is made of, told apart by three small reads. Every event that is recorded changes the
 * latest fold; so a page that polls with the mark it has costs no more than that until something happens. With each hour it is
 * another one, because what is due next passes.
 */
export async function summaryMark(store: Reader, person: string, nowMs: number): Promise<string> {
  const [latest, published, devices] = await Promise.all([
    foldBefore(store, person),
    publishedPlan(store, person),
    devicesOf(store, person),
  ]);
  const today = dateIn(zoneOr(latest?.checkpoint.profile.zone), nowMs);
  const hour = Math.floor(nowMs / HOUR_MS);
  return `"${hashOf([versionOf(latest), published?.rev ?? 0, devices, today, hour])}"`;
}

/** The mark of anything that is made of the log alone, and of the person's today. `asked`: what tells one answer from another. */
export async function logMark(store: Reader, person: string, nowMs: number, asked: unknown): Promise<string> {
  const latest = await foldBefore(store, person);
  const today = dateIn(zoneOr(latest?.checkpoint.profile.zone), nowMs);
  return `"${hashOf([versionOf(latest), today, asked])}"`;
}

export async function summary(store: Reader, person: string, nowMs: number): Promise<Summary> {
  const [standing, published, recent, devices] = await Promise.all([
    standingAt(store, person, nowMs),
    publishedPlan(store, person),
    newest(store, person, RECENT, () => true, {}),
    devicesOf(store, person),
  ]);
  const { checkpoint, tail, today, latest } = standing;
  const { state } = walk(checkpoint, tail, epochDay(today));
  return {
    today,
    setup: setupOf(state),
    profile: standing.profile,
    plan: planToday(published, standing),
    plannedAt: published?.publishedAt ?? null,
    reminder: published === null ? null : reminderOf(standing, nowMs),
    totals: totalsOf(latest),
    morning: morningOf(standing.recent, today),
    recent,
    devices,
    questionnaires: await questionnairesOf(store, person, state, today),
  };
}

/** What the alarm is set for, by the rule that sets it. */
function reminderOf(standing: Standing, nowMs: number): Summary["reminder"] {
  const zone = zoneOr(standing.profile.zone);
  const due = nextDue(standing, nowMs);
  if (due === null) return null;
  const { what, atMs } = due;
  const at = new Date(atMs).toISOString();
  return { what, at, localDate: dateIn(zone, atMs), utcOffsetMin: offsetMinIn(zone, atMs) };
}

/** All sixteen questions answered, and not to be answered anew after a long pause; how far the person walks and runs told. */
function setupOf(state: State): Summary["setup"] {
  return { screened: state.allOn !== null && !state.anew, placed: state.placed };
}

function totalsOf(latest: WeekFold | null): Summary["totals"] {
  const { sessions, activeS, runS } = latest?.sum ?? { sessions: 0, activeS: 0, runS: 0 };
  return { sessions, minutes: Math.round(activeS / 60), runMinutes: Math.round(runS / 60) };
}

/** The last answer about this morning. */
function morningOf(recent: readonly LogEvent[], today: LocalDate): Pain | null {
  const answers = inOrder(recent).flatMap((event) =>
    event.type === "checkin.reported.v1" && event.data.kind === "morning" && event.data.forDate === today
      ? [{ back: event.data.back, leg: event.data.leg }]
      : [],
  );
  return answers.at(-1) ?? null;
}

const devicesOf = async (store: Reader, person: string): Promise<DeviceInfo[]> =>
  (await store.query(personKey(person), { prefix: key.device("") })).map(deviceOf);
