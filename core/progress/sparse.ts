import { EMPTY_DAY } from "./blank-day.ts";
import { START } from "./blank-state.ts";
import type { Checkpoint, SparseDay, SparseItem } from "./checkpoint.ts";
import type { DayFacts, Item } from "./facts.ts";
import type { State } from "./state.ts";

type Blank<T extends Item["t"]> = Partial<Extract<Item, { t: T }>>;
const BLANK_ITEMS: { readonly [T in Item["t"]]: Blank<T> } = {
  s: {
    ...{ pre: null, dur: null, post: null, rpe: null, leg: false, stop: false, flag: false, reason: null },
    ...{ credit: 0, ran: 0, bout: 0, moved: 0, hro: null, worst: null },
  },
  q: { kind: null, yes: [], eightNo: false, minor: null },
  c: { pain: false, screening: false },
  p: { easier: 0, level: null, moveTo: null },
};

/** The state of a checkpoint, whole. */
export function stateOf({ state }: Checkpoint): State {
  return { ...START, ...(state as Partial<State>) };
}

/** The Sunday that a checkpoint leaves open, whole. */
export function openDayOf({ open }: Checkpoint): DayFacts | null {
  if (open === null) return null;
  const items = (open.items || []).map((item) => ({ ...BLANK_ITEMS[item.t], ...item }) as Item);
  return { ...EMPTY_DAY, ...(open as Partial<DayFacts>), items };
}

/** Leaves out what is as before anything was known, so that a checkpoint stays small. */
export function sparseState(state: State): Checkpoint["state"] {
  return without(START, state);
}

export function sparseDay({ items: all, ...rest }: DayFacts): SparseDay {
  const items = all.map((item) => without<Item>(BLANK_ITEMS[item.t], item) as SparseItem);
  return { ...without<Omit<DayFacts, "items">>(EMPTY_DAY, rest), ...(items.length === 0 ? {} : { items }) };
}

/** The members that differ from a blank's. */
function without<T extends object>(blank: Partial<T>, full: T): Partial<T> {
  const kept: Partial<T> = {};
  for (const name of Object.keys(full) as (keyof T)[]) {
    if (full[name] !== blank[name] && !areEmpty(full[name], blank[name])) kept[name] = full[name];
  }
  return kept;
}

const areEmpty = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) && one.length + other.length === 0;
