import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from "aws-lambda";
import { RECENT_S, routeOf } from "../../core/contract/routes.ts";
import { BackstrideError } from "../../core/error.ts";
import { accountRow, deviceSeen, epochIn, standingAccount } from "../adapters/presence.ts";
import type { Row } from "../adapters/table.ts";
import { type Verified, verifyAccessToken } from "../adapters/token.ts";

export type AuthorizerEvent = APIGatewayRequestAuthorizerEventV2;
export type AuthorizerAnswer = APIGatewaySimpleAuthorizerWithContextResult<Record<string, string>>;

/**
 * Lets a request through with who is calling. A refusal goes through too, as `problem`, because only the function behind
 * can answer it as problem+json; `callerOf` is where it stops.
 * @param now epoch milliseconds
 */
export async function decide(event: AuthorizerEvent, now: number): Promise<AuthorizerAnswer> {
  try {
    const { person, deviceId, scopes, authTime } = await allowed(event, now);
    const context = { person, deviceId: deviceId ?? "", scopes: scopes.join(" "), authTime: String(authTime) };
    return { isAuthorized: true, context };
  } catch (error) {
    if (error instanceof BackstrideError) return { isAuthorized: true, context: { problem: error.code } };
    throw error;
  }
}

async function allowed(event: AuthorizerEvent, now: number): Promise<Verified> {
  const caller = await verifyAccessToken(bearer(event), now);
  const route = routeOf(event.routeKey);
  if (route === undefined || route.scope === null || !caller.scopes.includes(route.scope)) {
    throw new BackstrideError("forbidden", "The token does not have the scope of this route.");
  }
  // A deletion whose answer was lost is asked for again, when the account is gone already.
  const ends = event.routeKey === "DELETE /v1/account";
  const account = await stillIn(caller, now, ends ? accountRow : standingAccount);
  if (route.critical && account.deletedAt == null && now / 1000 - caller.authTime > RECENT_S) {
    throw new BackstrideError("reauthenticate", "The sign-in is too long ago for this route.");
  }
  return caller;
}

/** @throws BackstrideError `unauthorized` when the account or the device is gone, or a browser was signed out with all others */
async function stillIn(caller: Verified, now: number, accountOf: typeof accountRow): Promise<Row> {
  const { person, deviceId, epoch } = caller;
  const [account, seen] = await Promise.all([
    accountOf(person),
    deviceId === null || deviceSeen(person, deviceId, now),
  ]);
  if (account === null) throw new BackstrideError("unauthorized", "The account was deleted.");
  if (!seen || (deviceId === null && epochIn(account) !== epoch)) {
    throw new BackstrideError("unauthorized", "The device was removed, or everything was signed out.");
  }
  return account;
}

function bearer(event: AuthorizerEvent): string {
  const header = event.headers?.authorization ?? "";
  const token = /^Bearer ([\w.-]+)$/i.exec(header)?.[1];
  if (token === undefined) throw new BackstrideError("unauthorized", "The header holds no bearer token.");
  return token;
}
