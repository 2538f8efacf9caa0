import { decodeProtectedHeader, errors, jwtVerify } from "jose";
import { BackstrideError } from "../../core/error.ts";
import { tokenKey } from "./token-key.ts";

export const ISSUER = "backstride";
export const AUDIENCE = "backstride";

/** What an access token says. Times in epoch seconds; `did` only in the token of a paired device; `scope` separated by spaces. */
export type AccessClaims = {
  readonly iss: typeof ISSUER;
  readonly aud: typeof AUDIENCE;
  readonly sub: string;
  readonly did?: string;
  /** Only in a browser's token: the account's epoch when it signed in. */
  readonly epoch?: number;
  /** Only in a browser's token: when its person last showed who they are; renewing it does not. */
  readonly auth_time?: number;
  readonly scope: string;
  readonly iat: number;
  readonly exp: number;
};

export type Verified = {
  readonly person: string;
  readonly deviceId: string | null;
  readonly epoch: number;
  /** When the person last showed who they are, epoch seconds; 0 for a device. */
  readonly authTime: number;
  readonly scopes: readonly string[];
};

/**
 * Checks signature, issuer, audience and expiry of an access token.
 * @param now epoch milliseconds
 * @throws BackstrideError `expired`, or `unauthorized` for everything else that is wrong with it
 */
export async function verifyAccessToken(token: string, now: number): Promise<Verified> {
  try {
    const { key } = await tokenKey(now, keyIdOf(token));
    const { payload } = await jwtVerify(token, key, {
      issuer: ISSUER,
      audience: AUDIENCE,
      algorithms: ["RS256"],
      typ: "at+jwt",
      requiredClaims: ["exp", "sub", "scope"],
      currentDate: new Date(now),
    });
    return {
      person: String(payload.sub),
      deviceId: typeof payload.did === "string" ? payload.did : null,
      epoch: typeof payload.epoch === "number" ? payload.epoch : 0,
      authTime: typeof payload.auth_time === "number" ? payload.auth_time : 0,
      scopes: String(payload.scope).split(" "),
    };
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw new BackstrideError("expired", "The token has run out.", { cause });
    if (cause instanceof errors.JOSEError) throw notOurs(cause);
    throw cause;
  }
}

function keyIdOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch (cause) {
    throw notOurs(cause);
  }
}

const notOurs = (cause: unknown) => new BackstrideError("unauthorized", "The token is not one of ours.", { cause });
