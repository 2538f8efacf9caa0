import { type ReadonlySignal, signal } from "@preact/signals";
import type { Person } from "../../../core/contract/auth.ts";
import { TokenAnswer } from "../../../core/contract/auth.ts";
import { BackstrideError } from "../../../core/error.ts";
import { t } from "../i18n/t.ts";
import { type Fetch, send, shaped } from "./http.ts";
import { createToken } from "./token.ts";

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

/** Answers that end a sign-in; after any other failure it may still be good. */
const REFUSALS: readonly string[] = ["unauthorized", "expired", "forbidden"];

const nobody = (): BackstrideError => new BackstrideError("unauthorized", t("error.unauthorized"));

export type Accounts = ReturnType<typeof createAccounts>;

/** The sign-in of this page. Its refresh token is a cookie that no script can read. */
export function createAccounts({ fetch, now, marker }: Ports) {
  const account = signal<Account>({ kind: "starting" });
  const { take, drop, renew, bearer } = createToken(now, askForToken);

  function adopt(answer: TokenAnswer): void {
    take(answer);
    marker.set(answer.person);
    const known = account.peek();
    if (known.kind !== "in" || known.person.id !== answer.person.id) {
      account.value = { kind: "in", person: answer.person };
    }
  }

  /** Signs this page out, and it alone. */
  function leave(): void {
    drop();
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

  /** @throws BackstrideError `unauthorized`, `offline` */
  async function askForToken(): Promise<void> {
    // What was on its way when the person signed out must not ask with a cookie that is gone.
    if (account.peek().kind === "out") throw nobody();
    const answer = await freshToken();
    if (isFor(answer.person)) return adopt(answer);
    // What waits in this page was said by whoever is gone, and must not go out in the other's name.
    leave();
    throw nobody();
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

  async function signOut(): Promise<void> {
    await send(fetch, "POST", "/v1/auth/logout").catch(() => null);
    forget();
  }

  return { account: account as ReadonlySignal<Account>, adopt, resume, bearer, renew, signOut };
}
