import { severest } from "../screening/screening.ts";
import { higher } from "./blank-day.ts";
import type { ChoiceFacts, Item, ScreenFacts, SessionFacts } from "./facts.ts";

/** More entries than this on one date is no real day; the rest count as one of each kind, the worst of them. */
const MAX_ITEMS = 4;

/**
 * Bounds the entries of a date, so that a checkpoint stays small whatever is sent. What is over the bound can make a day worse
 * but not better: scores and flags add up. Of the "cleared" beyond it only the last is heard, and only when no flag follows it.
 * Choices take no place of another entry: they touch nothing but the next plan, and end with the next session, so that those after
 * the last one are all that counts, as one.
 */
export function cappedItems(all: readonly Item[]): Item[] {
  const choices = all.slice(lastIndex(all, "s") + 1).filter((item): item is ChoiceFacts => item.t === "p");
  const others = all.filter((item): item is Told => item.t !== "p");
  return [...bounded(others), ...merged(choices, bothChoices)];
}

type Told = Exclude<Item, ChoiceFacts>;

function bounded(items: readonly Told[]): Told[] {
  if (items.length <= MAX_ITEMS) return [...items];
  const cleared = lastIndex(items, "c");
  const clear = items[cleared];
  const head = MAX_ITEMS - 1;
  if (clear === undefined || cleared < head || items.slice(cleared).some(isFlag)) {
    return [...items.slice(0, head), ...joined(items.slice(head))];
  }
  const before = joined(items.slice(head - 1, cleared));
  return [...items.slice(0, head - 1), ...before, clear, ...joined(items.slice(cleared + 1))];
}

function isFlag(item: Item): boolean {
  return (item.t === "s" && item.flag) || (item.t === "q" && item.kind !== null);
}

/** One of each kind. The sessions come first, so that answers given before one of them cannot count as given after it. */
function joined(items: readonly Told[]): Told[] {
  const sessions = items.filter((item): item is SessionFacts => item.t === "s");
  const screens = items.filter((item): item is ScreenFacts => item.t === "q");
  const overtaken = lastIndex(items, "s") > items.findIndex((item) => item.t === "q");
  return [
    ...merged(sessions, worseSession),
    ...merged(screens, worseScreen).map((screen) => (overtaken ? { ...screen, eightNo: false } : screen)),
  ];
}

/** Where the last entry of a kind stands, -1 when there is none; watches know no `findLastIndex`. */
function lastIndex(items: readonly Item[], kind: Item["t"]): number {
  return items.map((item) => item.t).lastIndexOf(kind);
}

function merged<T>(items: readonly T[], merge: (a: T, b: T) => T): T[] {
  const [first, ...rest] = items;
  return first === undefined ? [] : [rest.reduce(merge, first)];
}

function worseSession(a: SessionFacts, b: SessionFacts): SessionFacts {
  return {
    t: "s",
    id: a.id,
    level: Math.min(a.level, b.level),
    pre: lower(a.pre, b.pre),
    dur: higher(a.dur, b.dur),
    post: higher(a.post, b.post),
    rpe: higher(a.rpe, b.rpe),
    leg: a.leg || b.leg,
    stop: a.stop || b.stop,
    flag: a.flag || b.flag,
    ...latest(a.at, b.at),
    reason: worseReason(a.reason, b.reason),
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
    ...latest(a.at, b.at),
  };
}

/** A lower PRE makes every rise from it steeper; the date keeps its highest for all that looks at PRE alone. */
function lower(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a === null ? b : a;
  return Math.min(a, b);
}

function worseReason(a: SessionFacts["reason"], b: SessionFacts["reason"]): SessionFacts["reason"] {
  if (a === "pain" || b === "pain") return "pain";
  if (a === "effort" || b === "effort") return "effort";
  return a === null ? b : a;
}

function latest(a: number | undefined, b: number | undefined): { at?: number } {
  if (a === undefined || b === undefined) return a === undefined ? (b === undefined ? {} : { at: b }) : { at: a };
  return { at: Math.max(a, b) };
}

function bothChoices(a: ChoiceFacts, b: ChoiceFacts): ChoiceFacts {
  const lower = a.level === null || (b.level !== null && b.level < a.level) ? b.level : a.level;
  return { t: "p", easier: a.easier + b.easier, level: lower, moveTo: b.moveTo === null ? a.moveTo : b.moveTo };
}
