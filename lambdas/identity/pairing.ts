import type { PairConfirmAnswer, PairStartAnswer } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { uuidV7 } from "../../core/uuid.ts";
import { ABSENT, getRow, putRow, type Row } from "../adapters/table.ts";
import { accountOf } from "./accounts.ts";
import type { Context } from "./context.ts";
import { addDevice, type DeviceLabel, deviceExists, refuseTooManyDevices, removeDevice } from "./devices.ts";
import { sha256, ttlFor } from "./keys.ts";
import { asTyped, inGroups, letters } from "./letters.ts";
import { attempt, PAIR_LIMIT, START_LIMIT } from "./limits.ts";
import { GRACE_MS, issue, successorOf, type Tokens } from "./tokens.ts";

/** 20⁸ = 2.6 × 10¹⁰ codes. */
const CODE_LENGTH = 8;
const EXPIRES_S = 600;
const INTERVAL_S = 5;
/** A poll that was sent on time may arrive a little early after its predecessor. */
const JITTER_MS = 1000;

type Pairing = {
  readonly pk: string;
  readonly sk: string;
  readonly device: DeviceLabel;
  readonly startedAt: number;
  readonly expiresAt: number;
  readonly ttl: number;
  readonly state: "pending" | "approved" | "denied" | "answered";
  readonly person?: string;
  readonly answeredAt?: number;
  readonly nonce?: string;
};

export type PairLabel = { readonly name: string; readonly model: string; readonly app: string };

/** A phone asks for a code to show. */
export async function startPairing(ctx: Context, label: PairLabel): Promise<PairStartAnswer> {
  await attempt(ctx, START_LIMIT, ctx.source);
  const deviceCode = ctx.random(32).toString("base64url");
  const expiresAt = ctx.now + EXPIRES_S * 1000;
  const key = pairingKey(deviceCode);
  const userCode = await reserveUserCode(ctx, key.pk, expiresAt);
  const device = { id: uuidV7(ctx.now, ctx.random(10)), ...label };
  const times = { startedAt: ctx.now, expiresAt, ttl: ttlFor(expiresAt) };
  await putRow({ ...key, device, ...times, state: "pending" }, ABSENT);
  return {
    device_code: deviceCode,
    user_code: inGroups(userCode),
    verification_uri: `${ctx.site.origin}/devices`,
    expires_in: EXPIRES_S,
    interval: INTERVAL_S,
  };
}

/**
 * The signed-in person types the code. Without `approve` the device is only described, so that a code somebody else talked
 * them into is noticed; `false` turns it away.
 * @throws BackstrideError `invalid` (field `user_code`), `too_many`
 */
export async function confirmPairing(
  ctx: Context,
  person: string,
  { user_code, approve }: { readonly user_code: string; readonly approve?: boolean | undefined },
): Promise<PairConfirmAnswer> {
  const forgive = await attempt(ctx, PAIR_LIMIT, person);
  const pairing = await pairingOf(ctx, person, user_code);
  if (pairing === null) throw wrongCode();
  await forgive();
  if (approve === true) await approvePairing(ctx, person, pairing);
  if (approve === false) await settle(pairing, { state: "denied" });
  const { id, name, model } = pairing.device;
  const startedSecondsAgo = Math.max(0, Math.floor((ctx.now - pairing.startedAt) / 1000));
  return { device: { id, name, model, startedSecondsAgo }, paired: approve === true || isMine(pairing, person) };
}

/** The phone asks whether it is paired. @throws BackstrideError with the codes of RFC 8628 §3.5 */
export async function pollPairing(ctx: Context, deviceCode: string): Promise<Tokens> {
  const key = pairingKey(deviceCode);
  const pairing = (await getRow(key.pk, key.sk)) as Pairing | null;
  if (pairing === null) {
    throw new BackstrideError("invalid_grant", "This is not a pairing that we know. Start again.", {
      field: "device_code",
    });
  }
  if (pairing.state === "denied") throw denied();
  if (pairing.state !== "pending") return answer(ctx, deviceCode, pairing);
  if (pairing.expiresAt <= ctx.now) throw ranOut();
  await keepPace(ctx, key.pk);
  throw new BackstrideError("authorization_pending", "Waiting for the code to be confirmed on the dashboard.");
}

async function reserveUserCode(ctx: Context, pairing: string, expiresAt: number): Promise<string> {
  const code = letters(ctx, CODE_LENGTH);
  const row = { pk: `UC#${code}`, sk: "UC", pairing, expiresAt, ttl: ttlFor(expiresAt) };
  const free = { expression: "attribute_not_exists(pk) OR expiresAt < :now", values: { ":now": ctx.now } };
  return (await putRow(row, free)) ? code : reserveUserCode(ctx, pairing, expiresAt);
}

/** The pairing that a typed code means to this person: a pending one, or one of theirs that is being repeated. */
async function pairingOf(ctx: Context, person: string, typed: string): Promise<Pairing | null> {
  const code = asTyped(typed);
  const row = /^[A-Z]{8}$/.test(code) ? await getRow(`UC#${code}`, "UC") : null;
  const pairing = row === null ? null : ((await getRow(String(row.pairing), "PC")) as Pairing | null);
  if (pairing === null || pairing.expiresAt <= ctx.now) return null;
  return pairing.state === "pending" || isMine(pairing, person) ? pairing : null;
}

const isMine = (pairing: Pairing, person: string): boolean => pairing.person === person;

/**
 * First the device row, then the approval: a crash between leaves a device that no token exists for and that a repeated
 * confirmation completes; the other way round the phone could be answered for a device that does not stand.
 */
async function approvePairing(ctx: Context, person: string, pairing: Pairing): Promise<void> {
  if (pairing.state !== "pending") return;
  await refuseTooManyDevices(person);
  await addDevice(ctx, person, pairing.device, { pk: pairing.pk, sk: pairing.sk });
  if (await settle(pairing, { state: "approved", person })) return;
  const now = (await getRow(pairing.pk, pairing.sk)) as Pairing | null;
  if (now !== null && isMine(now, person)) return;
  await removeDevice(person, pairing.device.id);
  throw wrongCode();
}

const settle = (pairing: Pairing, change: Partial<Pairing>): Promise<boolean> =>
  putRow({ ...pairing, ...change }, inState("pending"));

const inState = (state: Pairing["state"]) => ({
  expression: "#state = :state",
  names: { "#state": "state" },
  values: { ":state": state },
});

/**
 * Hands out the tokens, and the same ones again within the grace for a phone that lost the answer. They follow from the
 * device code and a nonce kept at the first answer, so repeating needs no secret in the table.
 */
async function answer(ctx: Context, deviceCode: string, pairing: Pairing): Promise<Tokens> {
  const person = pairing.person ?? "";
  if (pairing.state === "approved") {
    const answered = {
      ...pairing,
      state: "answered" as const,
      answeredAt: ctx.now,
      nonce: ctx.random(16).toString("hex"),
    };
    if (await putRow(answered, inState("approved"))) return answer(ctx, deviceCode, answered);
    return pollPairing(ctx, deviceCode);
  }
  if (ctx.now - (pairing.answeredAt ?? 0) > GRACE_MS) throw ranOut();
  const deviceId = pairing.device.id;
  const account = await accountOf(person);
  if (account === null || !(await deviceExists(person, deviceId))) throw denied();
  return issue(
    ctx,
    account,
    { person, deviceId, family: deviceId, epoch: 0, authTime: 0 },
    successorOf(deviceCode, pairing.nonce ?? ""),
  );
}

/** RFC 8628 §3.5: who polls too fast is told so, and waits five seconds longer from then on. */
async function keepPace(ctx: Context, pk: string): Promise<void> {
  const last: Row | null = await getRow(pk, "POLL");
  const interval = last === null ? INTERVAL_S : Number(last.interval);
  const tooFast = last !== null && ctx.now - Number(last.at) < interval * 1000 - JITTER_MS;
  const next = tooFast ? interval + INTERVAL_S : interval;
  await putRow({ pk, sk: "POLL", at: ctx.now, interval: next, ttl: ttlFor(ctx.now + EXPIRES_S * 1000) });
  if (tooFast) throw new BackstrideError("slow_down", `Please ask every ${next} seconds only.`);
}

const pairingKey = (deviceCode: string) => ({ pk: `PC#${sha256(deviceCode)}`, sk: "PC" });

const wrongCode = (): BackstrideError =>
  new BackstrideError("invalid", "That code is not right, or it has run out. Compare it with the one on your phone.", {
    field: "user_code",
  });
const ranOut = (): BackstrideError =>
  new BackstrideError("expired_token", "This code has run out. Ask for a new one on the phone.");
const denied = (): BackstrideError => new BackstrideError("access_denied", "The pairing was turned down.");
