/** Waits before another try: a random part of 20 ms, doubled with each attempt (1, 2, … 5), so that rivals fall out of step. */
export type Pause = (attempt: number) => Promise<void>;
/** Whether there is time for another try before the platform stops this call. */
export type HasTime = () => boolean;

/** Ordinarily. */
const RESERVE_MS = 2_000;

export const jitter: Pause = (attempt) =>
  new Promise((done) => setTimeout(done, Math.ceil(Math.random() * 20 * 2 ** Math.min(attempt, 5))));

/** Patience until shortly before the deadline of a call. @param reserveMs what a try and the work after it take at most */
export const until =
  (context: { readonly getRemainingTimeInMillis: () => number }, reserveMs = RESERVE_MS): HasTime =>
  () =>
    context.getRemainingTimeInMillis() > reserveMs;
