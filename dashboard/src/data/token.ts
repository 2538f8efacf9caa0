import type { TokenAnswer } from "../../../core/contract/auth.ts";

/** An access token is renewed this long before it ends, so that a request does not lose a race with it. */
const EARLY_MS = 30_000;
const NONE = { text: "", until: 0 };

/** The access token, in memory only. `now` in monotonic milliseconds; `ask` fetches another one and has it taken. */
export function createToken(now: () => number, ask: () => Promise<void>) {
  let token = NONE;
  let renewing: Promise<void> | null = null;

  /** Many requests may find the token ended at once; one renewal serves them all. @throws as `ask` does */
  function renew(): Promise<void> {
    renewing ??= ask().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  return {
    take(answer: TokenAnswer): void {
      token = { text: answer.access_token, until: now() + answer.expires_in * 1000 };
    },
    drop(): void {
      token = NONE;
    },
    renew,
    /** A token that holds for the next seconds. @throws as `ask` does */
    async bearer(): Promise<string> {
      if (now() > token.until - EARLY_MS) await renew();
      return token.text;
    },
  };
}
