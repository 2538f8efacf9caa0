import { isHeld, noteHold } from "./hold.ts";
import { addressOf, KEYS, type Phone, type Reply, readJson } from "./phone.ts";

/** Tokens of the pairing. They live here, on the phone, and nowhere else; bound to the address that gave them. */
export type Account = {
  readonly address: string;
  readonly access: string;
  readonly expiresAt: number;
  readonly refresh: string;
};

/** Why nothing came back: the codes that the watch and the settings page have a sentence for. */
export type Trouble = "unpaired" | "revoked" | "address" | "later";
export type Outcome = { readonly reply: Reply } | { readonly trouble: Trouble };

const TOO_MANY = 429;

const SPARE_MS = 60_000;

export function accountOf(phone: Pick<Phone, "get">): Account | null {
  const kept = readJson(phone.get(KEYS.account));
  if (kept === null || typeof kept.refresh !== "string") return null;
  const account = kept as unknown as Account;
  // A token is never shown to another server than the one that issued it.
  return account.address === addressOf(phone) ? account : null;
}

/** Keeps the tokens of a `TokenAnswer`; false when it is none. */
export function keepTokens(phone: Phone, address: string, body: unknown): boolean {
  const answer = body as Readonly<Record<string, unknown>> | null;
  if (typeof answer?.access_token !== "string" || typeof answer.refresh_token !== "string") return false;
  const account: Account = {
    address,
    access: answer.access_token,
    expiresAt: phone.now() + Number(answer.expires_in ?? 0) * 1000,
    refresh: answer.refresh_token,
  };
  phone.set(KEYS.account, JSON.stringify(account));
  return true;
}

/** One request without a token. Whatever is not an answer of Backstride is `address`; a server in trouble is `later`. */
export async function post(phone: Phone, address: string, path: string, body: object): Promise<Outcome> {
  return request(phone, `${address}${path}`, "POST", body, {});
}

async function request(
  phone: Phone,
  url: string,
  method: "GET" | "POST",
  body: object | null,
  extra: Readonly<Record<string, string>>,
): Promise<Outcome> {
  try {
    const headers = { "content-type": "application/json", accept: "application/json", ...extra };
    const init = body === null ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const reply = await phone.fetch(url, init);
    if (reply.status >= 500) return { trouble: "later" };
    if (reply.status === TOO_MANY) {
      noteHold(phone, url, reply.body);
      return { trouble: "later" };
    }
    return reply.body === null ? { trouble: "address" } : { reply };
  } catch {
    return { trouble: "address" };
  }
}

async function refresh(phone: Phone, account: Account): Promise<Account | Trouble> {
  const body = { grant_type: "refresh_token", refresh_token: account.refresh };
  const outcome = await post(phone, account.address, "/v1/token", body);
  if ("trouble" in outcome) return outcome.trouble;
  if (outcome.reply.status === 200 && keepTokens(phone, account.address, outcome.reply.body)) {
    return accountOf(phone) ?? "unpaired";
  }
  if (outcome.reply.status === 404) return "address";
  if (!isOver(outcome.reply)) return "later";
  phone.set(KEYS.account, null);
  return "revoked";
}

/** Only the server's plain word ends a pairing. A proxy's page in between, or a server that is being mended, does not. */
function isOver({ status, body }: Reply): boolean {
  if (status !== 400 && status !== 401) return false;
  const { code, error } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return code === "unauthorized" || code === "expired" || error === "invalid_grant";
}

/**
 * A request of the paired device. An access token that has run out, or is refused, is renewed once. Where the server asked for a
 * pause, it is not asked again before that is over.
 */
export async function call(
  phone: Phone,
  method: "GET" | "POST",
  path: string,
  body: object | null,
  extra: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  let account: Account | Trouble | null = accountOf(phone);
  if (account === null) return { trouble: "unpaired" };
  if (isHeld(phone, `${account.address}${path}`)) return { trouble: "later" };
  if (account.expiresAt - phone.now() < SPARE_MS) account = await refresh(phone, account);
  for (let turn = 0; typeof account !== "string"; turn += 1) {
    const bearer = { ...extra, authorization: `Bearer ${account.access}` };
    const outcome = await request(phone, `${account.address}${path}`, method, body, bearer);
    const refused = "reply" in outcome && (outcome.reply.status === 401 || outcome.reply.status === 403);
    if (!refused) return outcome;
    if (turn === 1) return { trouble: "revoked" };
    account = await refresh(phone, account);
  }
  return { trouble: account };
}
