import { Credentials, OidcOptions, TokenAnswer } from "../../../../core/contract/auth.ts";
import { BackstrideError } from "../../../../core/error.ts";
import { send, shaped } from "../../data/http.ts";
import { client } from "../../data/store.ts";
import { t } from "../../i18n/t.ts";

/** Only the tab that began a sign-in can finish it: the rest of what it needs waits here. */
const KEY = "backstride-provider";

type NewAccount = { readonly code: string; readonly name: string };
type Pending = { readonly kind: "login" | "link" | "prove"; readonly ceremony: string; readonly account?: NewAccount };
/** A browser that came back from the provider, with what it was sent out for and what it brought. */
export type Return = { readonly pending: Pending; readonly response: Readonly<Record<string, string>> };

const call = async (path: string, body: unknown) =>
  (await send((to, init) => fetch(to, init), "POST", path, { body })).body;

function leave(pending: Pending, url: string): void {
  sessionStorage.setItem(KEY, JSON.stringify(pending));
  location.assign(url);
}

/** Leaves for the provider: to sign in, or with `account` to make one. @throws BackstrideError as the service says */
export async function goToProvider(account?: NewAccount): Promise<void> {
  const more = account === undefined ? {} : { account };
  const { ceremony, url } = shaped(OidcOptions, await call("/v1/auth/oidc/options", more));
  leave({ kind: "login", ceremony, ...more }, url);
}

/** Leaves for the provider, to show again who is signed in. @throws BackstrideError as the service says */
export async function goToProve(): Promise<void> {
  const { ceremony, url } = shaped(OidcOptions, await call("/v1/auth/oidc/options", {}));
  leave({ kind: "prove", ceremony }, url);
}

/** Leaves for the provider, to link it to the account that is signed in. @throws BackstrideError as the service says */
export async function goToLink(): Promise<void> {
  const { ceremony, url } = await client.post("/v1/auth/oidc/link-options", OidcOptions, {});
  leave({ kind: "link", ceremony }, url);
}

/** What came back with this address, once; the address then forgets it. Null for a visit that comes from elsewhere. */
export function takeReturn(): Return | null {
  const brought = new URLSearchParams(location.search);
  const pending = sessionStorage.getItem(KEY);
  if (pending === null || !brought.has("state")) return null;
  sessionStorage.removeItem(KEY);
  history.replaceState(history.state, "", location.pathname);
  const named = ["code", "state", "iss"].flatMap((name) => {
    const value = brought.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { pending: JSON.parse(pending) as Pending, response: Object.fromEntries(named) };
}

/** @throws BackstrideError as the service says, or `stopped` when the person or the provider did not go along */
export async function finishLogin({ pending, response }: Return): Promise<TokenAnswer> {
  const { ceremony, account } = pending;
  const more = account === undefined ? {} : { account };
  return shaped(TokenAnswer, await call("/v1/auth/oidc/login", { ceremony, response: complete(response), ...more }));
}

/** @throws BackstrideError as `finishLogin` */
export async function finishLink({ pending: { ceremony }, response }: Return): Promise<Credentials> {
  return client.post("/v1/auth/oidc/link", Credentials, { ceremony, response: complete(response) });
}

function complete(response: Return["response"]): Return["response"] {
  if (response.code !== undefined) return response;
  throw new BackstrideError("stopped", t("start.providerStopped"));
}
