import { severest } from "../screening/screening.ts";
import { higher } from "./blank-day.ts";
import type { ChoiceFacts, Item, ScreenFacts, SessionFacts } from "./facts.ts";

/** More entries than this on one date is no real day; the rest count as one of each kind, the worst of them. */
const MAX_ITEMS = 5;

/**
 * Bounds the entries of a date, so that a checkpoint stays small whatever is sent. What is over the bound can make a day worse
 * but not better: scores and flags add up, and a "cleared" beyond it is not heard.
 */
export function cappedItems(all: readonly Item[]): Item[] {
  const items = withChoicesJoined(all);
  if (items.length <= MAX_ITEMS) return items;
  const rest = items.slice(MAX_ITEMS - 1);
  const sessions = rest.filter((item): item is SessionFacts => item.t === "s");
  const screens = rest.filter((item): item is ScreenFacts => item.t === "q");
  const choices = rest.filter((item): item is ChoiceFacts => item.t === "p");
  return [
    ...items.slice(0, MAX_ITEMS - 1),
    ...merged(sessions, worseSession),
    ...merged(screens, worseScreen),
    ...merged(choices, bothChoices),
  ];
}

/** Choices in a row say as much in one. */
function withChoicesJoined(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const before = joined[joined.length - 1];
    if (item.t === "p" && before !== undefined && before.t === "p")
      joined[joined.length - 1] = bothChoices(before, item);
    else joined.push(item);
  }
  return joined;
}

function merged<T>(items: readonly T[], merge: (a: T, b: T) => T): T[] {
  const [first, ...rest] = items;
  return first === undefined ? [] : [rest.reduce(merge, first)];
}

function worseSession(a: SessionFacts, b: SessionFacts): SessionFacts {
  const pain = a.reason === "pain" ? a : b;
  return {
    t: "s",
    id: a.id,
    level: Math.min(a.level, b.level),
    pre: higher(a.pre, b.pre),
    dur: higher(a.dur, b.dur),
    post: higher(a.post, b.post),
    rpe: higher(a.rpe, b.rpe),
    leg: a.leg || b.leg,
    stop: a.stop || b.stop,
    flag: a.flag || b.flag,
    reason: pain.reason,
    credit: Math.min(a.credit, b.credit),
    ran: Math.max(a.ran, b.ran),
    bout: Math.max(a.bout, b.bout),
    moved: Math.min(a.moved, b.moved),
    hro: higher(a.hro, b.hro),
    end: Math.max(a.end, b.end),
    worst: higher(a.worst, b.worst),
  };
}

function worseScreen(a: ScreenFacts, b: ScreenFacts): ScreenFacts {
  return {
    t: "q",
    kind: severest(a.kind, b.kind),
    yes: [...new Set([...a.yes, ...b.yes])],
    asked: a.asked | b.asked,
    eightNo: a.eightNo && b.eightNo,
    minor: a.minor === true ? true : b.minor,
  };
}

function bothChoices(a: ChoiceFacts, b: ChoiceFacts): ChoiceFacts {
  const lower = a.level === null || (b.level !== null && b.level < a.level) ? b.level : a.level;
  return { t: "p", easier: a.easier + b.easier, level: lower, moveTo: b.moveTo === null ? a.moveTo : b.moveTo };
}
