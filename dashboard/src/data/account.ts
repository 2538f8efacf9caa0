import { type ReadonlySignal, signal } from "@preact/signals";
import type { Person } from "../../../core/contract/auth.ts";
import { TokenAnswer } from "../../../core/contract/auth.ts";
import { BackstrideError } from "../../../core/error.ts";
import { t } from "../i18n/t.ts";
import { type Fetch, send, shaped } from "./http.ts";

export type Account =
  | { readonly kind: "starting" }
  | { readonly kind: "out" }
  | { readonly kind: "in"; readonly person: Person };

export type Ports = {
  readonly fetch: Fetch;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Remembers over reloads who has signed in here, so that the last data can be read without a network. */
  readonly marker: { get(): Person | null; set(person: Person | null): void };
};

/** An access token is renewed this long before it ends, so that a request does not lose a race with it. */
const EARLY_MS = 30_000;
/** Answers that end a sign-in; after any other failure it may still be good. */
const REFUSALS: readonly string[] = ["unauthorized", "expired", "forbidden"];

const nobody = (): BackstrideError => new BackstrideError("unauthorized", t("error.unauthorized"));

export type Accounts = ReturnType<typeof createAccounts>;

/** The sign-in of this page. The access token lives in memory only; the refresh token is a cookie that no script can read. */
export function createAccounts({ fetch, now, marker }: Ports) {
  const account = signal<Account>({ kind: "starting" });
  let token = { text: "", until: 0 };
  let renewing: Promise<void> | null = null;

  function adopt(answer: TokenAnswer): void {
    token = { text: answer.access_token, until: now() + answer.expires_in * 1000 };
    marker.set(answer.person);
    const known = account.peek();
    if (known.kind !== "in" || known.person.id !== answer.person.id) {
      account.value = { kind: "in", person: answer.person };
    }
  }

  /** Signs this page out, and it alone. */
  function leave(): void {
    token = { text: "", until: 0 };
    account.value = { kind: "out" };
  }

  function forget(): void {
    marker.set(null);
    leave();
  }

  /** The cookie is every tab's: the token may be of somebody who signed in elsewhere, or come after the person left. */
  function isFor({ id }: Person): boolean {
    const known = account.peek();
    return known.kind === "starting" || (known.kind === "in" && known.person.id === id);
  }

  async function freshToken(): Promise<TokenAnswer> {
    try {
      const { body } = await send(fetch, "POST", "/v1/token", { body: { grant_type: "refresh_token" } });
      return shaped(TokenAnswer, body);
    } catch (error) {
      if (error instanceof BackstrideError && REFUSALS.includes(error.code)) forget();
      throw error;
    }
  }

  async function askForToken(): Promise<void> {
    const answer = await freshToken();
    if (isFor(answer.person)) return adopt(answer);
    // What waits in this page was said by whoever is gone, and must not go out in the other's name.
    leave();
    throw nobody();
  }

  /** Many requests may find the token ended at once; one renewal serves them all. @throws as `bearer` does */
  async function renew(): Promise<void> {
    // What was on its way when the person signed out must not ask with a cookie that is gone.
    if (account.peek().kind === "out") throw nobody();
    renewing ??= askForToken().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  /** At the start of the page: signed in already? Without the marker nothing is asked; without an answer it is believed. */
  async function resume(): Promise<void> {
    const person = marker.get();
    if (person === null) return forget();
    try {
      await renew();
    } catch {
      if (account.peek().kind === "starting") account.value = { kind: "in", person };
    }
  }

  /** A token that holds for the next seconds. @throws BackstrideError `unauthorized`, `offline` */
  async function bearer(): Promise<string> {
    if (now() > token.until - EARLY_MS) await renew();
    return token.text;
  }

  async function signOut(): Promise<void> {
    await send(fetch, "POST", "/v1/auth/logout").catch(() => null);
    forget();
  }

  return { account: account as ReadonlySignal<Account>, adopt, resume, bearer, renew, signOut };
}
