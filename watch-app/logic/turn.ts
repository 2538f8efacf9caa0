import type { Ask } from "./sync.ts";

/** Whose turn it is to talk to the phone; shared by all pages, each of which is a bundle of its own: zml mixes up answers that cross. */
export type Turn = { askedAt?: number };

/** Longer than any answer takes. A page that was destroyed in the middle never says that it is done. */
const TURN_MS = 20_000;

/** Whether a sync is under way: a long one keeps its turn with each request. */
export const isTaken = ({ askedAt = 0 }: Turn, now: number): boolean => now - askedAt < TURN_MS;

/** A way to ask that keeps the turn. */
export const inTurn =
  (phone: Ask, turn: Turn, now: () => number): Ask =>
  (method, params) => {
    turn.askedAt = now();
    return phone(method, params);
  };
