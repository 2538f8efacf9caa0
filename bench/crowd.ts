import { randomFrom } from "./population/random.ts";

export type Call = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
/** `status` 0: no answer came. `ms` counts from the moment the call was due. */
export type Answer = { readonly status: number; readonly body: string; readonly ms: number };
export type Crowd = {
  readonly url: string;
  /** Calls a second, on average. */
  readonly perS: number;
  readonly amount: number;
  readonly next: () => Call;
};

/**
 * Posts as people do who know nothing of each other: at random moments, whatever became of the calls before. A call that this side sends
 * late has waited all the same, so nothing that is slow can hide by holding up who asks.
 */
export function crowd({ url, perS, amount, next }: Crowd): Promise<Answer[]> {
  const random = randomFrom(1, perS);
  const started = performance.now();
  const lasts = (1000 * amount) / perS;
  return Promise.all(Array.from({ length: amount }, () => post(url, started + random.next() * lasts, next)));
}

async function post(url: string, due: number, next: () => Call): Promise<Answer> {
  await new Promise((later) => setTimeout(later, due - performance.now()));
  const { status, body } = await answerOf(url, next()).catch(() => ({ status: 0, body: "" }));
  return { status, body, ms: performance.now() - due };
}

async function answerOf(url: string, call: Call) {
  const response = await fetch(url, { method: "POST", ...call });
  return { status: response.status, body: await response.text() };
}
