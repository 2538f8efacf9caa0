import { keepTokens, post } from "./account.ts";
import { addressOf, KEYS, type Phone, readJson, unquoted } from "./phone.ts";

/** A pairing under way (RFC 8628), kept in the settings so that it outlives the side service. */
export type Pairing = {
  readonly address: string;
  readonly deviceCode: string;
  readonly userCode: string;
  readonly uri: string;
  readonly expiresAt: number;
  readonly intervalS: number;
};

export const tellStatus = (phone: Phone, code: string): void => phone.set(KEYS.status, code);

export function pairingOf(phone: Pick<Phone, "get">): Pairing | null {
  const kept = readJson(phone.get(KEYS.pairing));
  return typeof kept?.deviceCode === "string" ? (kept as unknown as Pairing) : null;
}

function close(phone: Phone, status: string): void {
  phone.set(KEYS.pairing, null);
  tellStatus(phone, status);
}

/** Asks for a code and puts it where the settings page shows it. */
export async function startPairing(phone: Phone, app: string): Promise<void> {
  const address = addressOf(phone);
  phone.set(KEYS.pairing, null);
  tellStatus(phone, "asking");
  const model = unquoted(phone.get(KEYS.model)) ?? "Amazfit";
  const outcome = await post(phone, address, "/v1/pair/start", { name: model, model, app });
  if ("trouble" in outcome) return tellStatus(phone, outcome.trouble);
  const body = outcome.reply.body as Readonly<Record<string, unknown>>;
  if (outcome.reply.status >= 400 || typeof body.device_code !== "string") return tellStatus(phone, "address");
  const pairing: Pairing = {
    address,
    deviceCode: body.device_code,
    userCode: String(body.user_code),
    uri: String(body.verification_uri),
    expiresAt: phone.now() + Number(body.expires_in) * 1000,
    intervalS: Number(body.interval),
  };
  phone.set(KEYS.pairing, JSON.stringify(pairing));
  tellStatus(phone, "waiting");
}

type Verdict = "paired" | "pending" | "slow" | "denied" | "expired";

const VERDICTS: Readonly<Record<string, Verdict>> = {
  authorization_pending: "pending",
  slow_down: "slow",
  access_denied: "denied",
  expired_token: "expired",
  invalid_grant: "expired",
};

async function ask(phone: Phone, pairing: Pairing): Promise<Verdict> {
  const body = { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: pairing.deviceCode };
  const outcome = await post(phone, pairing.address, "/v1/pair/token", body);
  // No answer is no verdict: the network comes and goes while somebody types a code.
  if ("trouble" in outcome) return "pending";
  if (outcome.reply.status === 200 && keepTokens(phone, pairing.address, outcome.reply.body)) return "paired";
  const problem = outcome.reply.body as Readonly<Record<string, unknown>>;
  return VERDICTS[String(problem.code ?? problem.error)] ?? "pending";
}

/**
 * Asks until the code was confirmed, turned down or has run out, or another pairing took its place.
 * @param resumed it was under way when the service was started: the code may have been confirmed while nobody asked
 */
export async function followPairing(phone: Phone, resumed = false): Promise<void> {
  const mine = pairingOf(phone);
  if (mine === null) return;
  let intervalS = mine.intervalS;
  let isFirst = true;
  while (pairingOf(phone)?.deviceCode === mine.deviceCode) {
    if (phone.now() >= mine.expiresAt) return close(phone, "expired");
    if (!(resumed && isFirst)) await phone.wait(intervalS * 1000);
    isFirst = false;
    const verdict = await ask(phone, mine);
    if (verdict === "slow") intervalS += 5;
    else if (verdict !== "pending") return close(phone, verdict);
  }
}
