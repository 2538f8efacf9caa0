import type * as v from "valibot";
import { Nothing } from "../../core/contract/auth.ts";
import { parse } from "../../core/contract/parse.ts";
import { BackstrideError } from "../../core/error.ts";
import { bodyOf, type HttpAnswer, type HttpEvent, json, problem } from "../adapters/http.ts";
import type { Context } from "./context.ts";
import { BROWSER_REFRESH_MS, type Tokens } from "./tokens.ts";

/** Our codes where RFC 6749 has another word; those of RFC 8628 are our codes already. */
const OAUTH_ERRORS: Readonly<Record<string, string>> = {
  invalid: "invalid_request",
  unauthorized: "invalid_grant",
  expired: "invalid_grant",
};
/** Bytes. Sign-in bodies are small; a passkey's attestation is the largest. */
const MAX_BODY = 32_768;

/**
 * The parsed JSON body. Only `application/json` is taken: another site's form cannot send that without asking first.
 * @throws BackstrideError `invalid`, `too_large`
 */
export function inputOf<S extends v.GenericSchema>(event: HttpEvent, schema: S): v.InferOutput<S> {
  requireJson(event);
  return parse(schema, bodyOf(event, MAX_BODY));
}

/** For routes without input: nothing, or an empty object, but always as JSON. */
export function noInput(event: HttpEvent): void {
  requireJson(event);
  if ((event.body ?? "") !== "") parse(Nothing, bodyOf(event, MAX_BODY));
}

function requireJson(event: HttpEvent): void {
  if (/^application\/json\s*(;|$)/i.test(event.headers["content-type"] ?? "")) return;
  throw new BackstrideError("invalid", "Send the body as application/json.", { field: "content-type" });
}

/** The browser's refresh token, or null; null also for a page of another origin, whose requests a browser should not have let through. */
export function cookieOf({ site }: Context, event: HttpEvent): string | null {
  if ((event.headers.origin ?? site.origin) !== site.origin) return null;
  const found = (event.cookies ?? []).find((cookie) => cookie.startsWith(`${site.cookie}=`));
  const value = found?.slice(site.cookie.length + 1) ?? "";
  return /^[\w-]{1,128}$/.test(value) ? value : null;
}

/** Tokens for a browser: the refresh token goes into a cookie that no script can read. */
export function browserAnswer(ctx: Context, tokens: Tokens): HttpAnswer {
  return { ...json(200, tokens.answer), cookies: [cookie(ctx, tokens.refresh, BROWSER_REFRESH_MS / 1000)] };
}

export const withoutCookie = (ctx: Context, answer: HttpAnswer): HttpAnswer => ({
  ...answer,
  cookies: [cookie(ctx, "", 0)],
});

const cookie = (ctx: Context, value: string, maxAge: number): string =>
  `${ctx.site.cookie}=${value}; Path=/v1; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${ctx.site.secure ? "; Secure" : ""}`;

/** A problem, with OAuth's `error` member where a phone expects it. */
export function problemOf(event: HttpEvent, error: BackstrideError): HttpAnswer {
  const oauth = event.routeKey === "POST /v1/pair/token" || event.routeKey === "POST /v1/token";
  return problem(error, oauth ? { error: OAUTH_ERRORS[error.code] ?? error.code } : {});
}
