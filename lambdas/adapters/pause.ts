/** Waits before another try: a random part of 20 ms, doubled with each attempt (1, 2, …), so that rivals fall out of step. */
export type Pause = (attempt: number) => Promise<void>;

export const jitter: Pause = (attempt) =>
  new Promise((done) => setTimeout(done, Math.ceil(Math.random() * 20 * 2 ** attempt)));
