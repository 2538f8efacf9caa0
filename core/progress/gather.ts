import type { EpochDay } from "../calendar/calendar.ts";
import { epochDay } from "../calendar/calendar.ts";
import type { LogEvent, LogEventOf } from "../contract/event.ts";
import { placementLevel } from "../ladder/placement.ts";
import type { LockKind } from "../screening/questions.ts";
import { screeningOf } from "../screening/screening.ts";
import { EMPTY_DAY, higher } from "./blank-day.ts";
import { cappedItems } from "./cap.ts";
import type { DayFacts } from "./facts.ts";
import type { Entry } from "./order.ts";
import { scoreOf, sessionFacts } from "./session-facts.ts";
import { type KeptSession, lostFlags, sessionsOf, varietyIn } from "./sessions.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** Turns ordered entries into facts by local date. Every event adds to exactly one date: its subject date. */
export function gather(entries: readonly Entry[]): Map<EpochDay, DayFacts> {
  const days = new Map<EpochDay, DayFacts>();
  const ordered = entries.map(({ event }) => event);
  const kept = sessionsOf(ordered);
  const sessions = new Map<LogEvent, KeptSession>(kept.map((session) => [session.event, session]));
  const variety = new Set<LogEvent>(varietyIn(ordered));
  const flags = lostFlags(ordered, kept);
  for (const { event, day, at } of entries) {
    const facts = days.get(day) || { ...EMPTY_DAY, items: [] };
    days.set(day, facts);
    if (event.type === "variety.recorded.v1" && !variety.has(event)) continue;
    addEvent(facts, event, at, sessions);
    if (flags.has(event)) addYes(facts, "E", [], at);
  }
  for (const facts of days.values()) complete(facts);
  return days;
}

/** A session that was not asked its own PRE takes the date's; only now is the date's highest known. */
function complete(facts: DayFacts): void {
  for (const item of facts.items) if (item.t === "s" && item.pre === null) item.pre = facts.pre;
  facts.items = cappedItems(facts.items);
}

/** The facts of a date are this module's own until all its events are in them. */
function addEvent(facts: DayFacts, event: LogEvent, at: number, sessions: ReadonlyMap<LogEvent, KeptSession>): void {
  if (event.type === "session.recorded.v1") addSession(facts, sessions.get(event), at);
  if (event.type === "variety.recorded.v1") addVariety(facts, event);
  if (event.type === "checkin.reported.v1") addCheckin(facts, event);
  if (event.type === "screening.answered.v1") addScreening(facts, event, at);
  if (event.type === "questionnaire.answered.v1") addQuestionnaire(facts, event);
  if (event.type === "clearance.confirmed.v1") addClearance(facts, event, at);
  if (event.type === "plan.chosen.v1") addChoice(facts, event);
  if (event.type === "profile.changed.v1") addProfile(facts, event, at);
}

function addScreening({ items }: DayFacts, { data }: LogEventOf<"screening.answered.v1">, at: number): void {
  const said = screeningOf(data);
  items.push({ t: "q", ...said, ...(said.kind === null ? {} : { at }) });
}

/** A lock told by something else than the safety questions. */
function addYes({ items }: DayFacts, kind: LockKind, yes: number[], at: number): void {
  items.push({ t: "q", kind, yes, asked: 0, eightNo: false, minor: null, at });
}

function addSession(facts: DayFacts, kept: KeptSession | undefined, at: number): void {
  if (kept === undefined) return;
  const session = sessionFacts(kept, at);
  facts.pre = higher(facts.pre, session.pre);
  facts.score = higher(facts.score, higher(session.pre, session.post));
  facts.items.push(session);
}

function addVariety(facts: DayFacts, { data }: LogEventOf<"variety.recorded.v1">): void {
  if (data.scores === null) return;
  const pre = scoreOf(data.scores.before);
  facts.pre = higher(facts.pre, pre);
  facts.score = higher(facts.score, higher(pre, scoreOf(data.scores.after)));
}

/** A daily answer counts as PRE: it is a score outside a session, like the one before it. */
function addCheckin(facts: DayFacts, { data }: LogEventOf<"checkin.reported.v1">): void {
  const score = scoreOf(data);
  if (data.kind === "morning") facts.am = higher(facts.am, score);
  else facts.pre = higher(facts.pre, score);
  facts.unwell = facts.unwell || data.unwell === true;
  facts.score = higher(facts.score, score);
}

function addQuestionnaire(facts: DayFacts, { data }: LogEventOf<"questionnaire.answered.v1">): void {
  if (data.kind === "psfs") {
    facts.psfs = true;
    return;
  }
  const sum = data.items.reduce((total, item) => total + item, 0);
  if (facts.rmdq !== null) {
    facts.rmdqRose = facts.rmdqRose === true || sum >= facts.rmdq + THRESHOLDS.refer.rmdqRise;
    facts.rmdqFirst = facts.rmdqFirst ?? facts.rmdq;
  }
  facts.rmdq = sum;
}

function addClearance(facts: DayFacts, { data }: LogEventOf<"clearance.confirmed.v1">, at: number): void {
  const bearable = data.usualPain <= THRESHOLDS.reference.maxUsualPain;
  if (bearable) facts.usual = data.usualPain;
  facts.items.push({ t: "c", pain: bearable, screening: bearable && data.assessed, at });
}

function addChoice({ items }: DayFacts, { data }: LogEventOf<"plan.chosen.v1">): void {
  const { choice, level, date } = data;
  const choose = { t: "p" as const, easier: 0, level: null, moveTo: null };
  if (choice === "easier" && level !== undefined) items.push({ ...choose, level });
  else if (choice === "easier" || choice === "decline") items.push({ ...choose, easier: 1 });
  else if (choice === "move" && date !== undefined) items.push({ ...choose, moveTo: epochDay(date) });
}

function addProfile(facts: DayFacts, { data }: LogEventOf<"profile.changed.v1">, at: number): void {
  const { placement, ceilingLevel, optIn, usualPain } = data;
  if (placement !== undefined) facts.placement = placementLevel(placement);
  if (ceilingLevel !== undefined) facts.ceiling = ceilingLevel;
  if (optIn !== undefined) facts.optIn = optIn;
  if (usualPain === undefined) return;
  // 12.3: only 0–5 starts the reference anew; a 6 or more leaves a usual pain that the date has.
  if (usualPain <= THRESHOLDS.reference.maxUsualPain) facts.usual = usualPain;
  else addYes(facts, "C", [15], at);
}
