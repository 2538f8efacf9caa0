import type { EpochDay } from "../calendar/calendar.ts";
import { epochDay } from "../calendar/calendar.ts";
import type { LogEvent, LogEventOf } from "../contract/event.ts";
import { placementLevel } from "../ladder/placement.ts";
import type { LockKind } from "../screening/questions.ts";
import { screeningOf } from "../screening/screening.ts";
import { EMPTY_DAY, higher } from "./blank-day.ts";
import { cappedItems } from "./cap.ts";
import type { DayFacts, Item } from "./facts.ts";
import { instantOf, subjectDay } from "./order.ts";
import { scoreOf, sessionFacts } from "./session-facts.ts";
import { type KeptSession, lostFlags, sessionsOf } from "./sessions.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** Turns ordered events into facts by local date. Every event adds to exactly one date: its subject date. */
export function gather(ordered: readonly LogEvent[]): Map<EpochDay, DayFacts> {
  const days = new Map<EpochDay, DayFacts>();
  const kept = sessionsOf(ordered);
  const sessions = new Map(kept.map((session) => [session.event, session]));
  const flags = lostFlags(ordered, kept);
  for (const event of ordered) {
    const day = subjectDay(event);
    const facts = withEvent(days.get(day) || EMPTY_DAY, event, sessions);
    days.set(day, flags.has(event) ? withYes(facts, "E", [], event) : facts);
  }
  for (const [day, facts] of days) days.set(day, completed(facts));
  return days;
}

/** A session that was not asked its own PRE takes the date's; only now is the date's highest known. */
function completed(facts: DayFacts): DayFacts {
  const items = facts.items.map((item) => (item.t === "s" && item.pre === null ? { ...item, pre: facts.pre } : item));
  return { ...facts, items: cappedItems(items) };
}

function withEvent(facts: DayFacts, event: LogEvent, sessions: ReadonlyMap<LogEvent, KeptSession>): DayFacts {
  switch (event.type) {
    case "session.recorded.v1":
      return withSession(facts, sessions.get(event));
    case "variety.recorded.v1":
      return withVariety(facts, event);
    case "checkin.reported.v1":
      return withCheckin(facts, event);
    case "screening.answered.v1":
      return withScreening(facts, event);
    case "questionnaire.answered.v1":
      return withQuestionnaire(facts, event);
    case "clearance.confirmed.v1":
      return withClearance(facts, event);
    case "plan.chosen.v1":
      return withChoice(facts, event);
    case "profile.changed.v1":
      return withProfile(facts, event);
    default:
      return facts;
  }
}

function withItem(facts: DayFacts, item: Item): DayFacts {
  return { ...facts, items: [...facts.items, item] };
}

function withScreening(facts: DayFacts, event: LogEventOf<"screening.answered.v1">): DayFacts {
  const said = screeningOf(event.data);
  return withItem(facts, { t: "q", ...said, ...(said.kind === null ? {} : { at: instantOf(event) }) });
}

/** A lock told by something else than the safety questions. */
function withYes(facts: DayFacts, kind: LockKind, yes: number[], event: LogEvent): DayFacts {
  return withItem(facts, { t: "q", kind, yes, asked: 0, eightNo: false, minor: null, at: instantOf(event) });
}

function withSession(facts: DayFacts, kept: KeptSession | undefined): DayFacts {
  if (kept === undefined) return facts;
  const session = sessionFacts(kept);
  const now = higher(session.pre, session.post);
  return withItem({ ...facts, pre: higher(facts.pre, session.pre), score: higher(facts.score, now) }, session);
}

function withVariety(facts: DayFacts, { data }: LogEventOf<"variety.recorded.v1">): DayFacts {
  if (data.scores === null) return facts;
  const pre = scoreOf(data.scores.before);
  const now = higher(pre, scoreOf(data.scores.after));
  return { ...facts, pre: higher(facts.pre, pre), score: higher(facts.score, now) };
}

/** A daily answer counts as PRE: it is a score outside a session, like the one before it. */
function withCheckin(facts: DayFacts, { data }: LogEventOf<"checkin.reported.v1">): DayFacts {
  const score = scoreOf(data);
  const morning = data.kind === "morning";
  return {
    ...facts,
    pre: morning ? facts.pre : higher(facts.pre, score),
    am: morning ? higher(facts.am, score) : facts.am,
    unwell: facts.unwell || data.unwell === true,
    score: higher(facts.score, score),
  };
}

function withQuestionnaire(facts: DayFacts, { data }: LogEventOf<"questionnaire.answered.v1">): DayFacts {
  if (data.kind !== "rmdq") return facts;
  const sum = data.items.reduce((total, item) => total + item, 0);
  if (facts.rmdq === null) return { ...facts, rmdq: sum };
  const rmdqRose = facts.rmdqRose === true || sum >= facts.rmdq + THRESHOLDS.refer.rmdqRise;
  return { ...facts, rmdq: sum, rmdqFirst: facts.rmdqFirst ?? facts.rmdq, rmdqRose };
}

function withClearance(facts: DayFacts, event: LogEventOf<"clearance.confirmed.v1">): DayFacts {
  const { data } = event;
  const bearable = data.usualPain <= THRESHOLDS.reference.maxUsualPain;
  const item: Item = { t: "c", pain: bearable, screening: bearable && data.assessed, at: instantOf(event) };
  return withItem(bearable ? { ...facts, usual: data.usualPain } : facts, item);
}

function withChoice(facts: DayFacts, { data }: LogEventOf<"plan.chosen.v1">): DayFacts {
  const { choice, level, date } = data;
  const choose = { t: "p" as const, easier: 0, level: null, moveTo: null };
  if (choice === "easier" && level !== undefined) return withItem(facts, { ...choose, level });
  if (choice === "easier" || choice === "decline") return withItem(facts, { ...choose, easier: 1 });
  if (choice === "move" && date !== undefined) return withItem(facts, { ...choose, moveTo: epochDay(date) });
  return facts;
}

function withProfile(facts: DayFacts, event: LogEventOf<"profile.changed.v1">): DayFacts {
  const { data } = event;
  const said: DayFacts = {
    ...facts,
    ...(data.placement === undefined ? {} : { placement: placementLevel(data.placement) }),
    ...(data.ceilingLevel === undefined ? {} : { ceiling: data.ceilingLevel }),
    ...(data.optIn === undefined ? {} : { optIn: data.optIn }),
  };
  if (data.usualPain === undefined) return said;
  // 12.3: only 0–5 starts the reference anew; a 6 or more leaves a usual pain that the date has.
  if (data.usualPain <= THRESHOLDS.reference.maxUsualPain) return { ...said, usual: data.usualPain };
  return withYes(said, "C", [15], event);
}
