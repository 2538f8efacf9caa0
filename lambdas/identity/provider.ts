import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client";
import type { OidcResponse } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { isLoopback } from "../adapters/endpoint.ts";
import { log } from "../adapters/log.ts";
import { secretParameter } from "../adapters/parameter.ts";
import { sha256 } from "./keys.ts";

/** An OpenID provider that people of this installation may sign in with. */
export type Provider = { readonly issuer: URL; readonly clientId: string; readonly secretName: string };

/** What was sent out with a sign-in and has to come back with it. */
export type Sent = {
  readonly redirect: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

const TIMEOUT_S = 4;
const TOLERANCE_S = 30;

/** The provider of the environment; null when none is set up. Plain http is for a provider on this computer only. */
export function providerOf(issuer = "", clientId = "", secretName = ""): Provider | null {
  if (issuer === "") return null;
  const url = new URL(issuer);
  if (url.protocol === "https:" || isLoopback(url.hostname)) return { issuer: url, clientId, secretName };
  throw new Error("OIDC_ISSUER must be an https address");
}

/** Where the browser goes to sign in. @throws BackstrideError `unavailable` */
export async function authorizationUrl(provider: Provider, sent: Sent): Promise<string> {
  const config = await configurationOf(provider);
  const url = buildAuthorizationUrl(config, {
    redirect_uri: sent.redirect,
    scope: "openid",
    state: sent.state,
    nonce: sent.nonce,
    code_challenge: await calculatePKCECodeChallenge(sent.verifier),
    code_challenge_method: "S256",
  });
  return url.href;
}

/**
 * Who signed in: a hash of issuer and subject, the only two claims that never change (OpenID Connect Core, 5.7).
 * @throws BackstrideError `unavailable`; `unauthorized` when the provider or its token is not what was expected
 */
export async function subjectOf(provider: Provider, sent: Sent, response: OidcResponse): Promise<string> {
  const config = await configurationOf(provider);
  const { nonce: expectedNonce, state: expectedState, verifier: pkceCodeVerifier } = sent;
  const { code, state, iss } = response;
  const back = new URL(sent.redirect);
  back.search = new URLSearchParams({ code, state, ...(iss === undefined ? {} : { iss }) }).toString();
  try {
    const tokens = await authorizationCodeGrant(config, back, { expectedNonce, expectedState, pkceCodeVerifier });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("no id token");
    return sha256(JSON.stringify([claims.iss, claims.sub]));
  } catch (error) {
    known = null;
    logRefusal("provider sign-in refused", error);
    throw new BackstrideError("unauthorized", "That sign-in did not work. Please try again.", { field: "response" });
  }
}

let known: { readonly provider: Provider; readonly config: Configuration } | null = null;

async function configurationOf(provider: Provider): Promise<Configuration> {
  if (known !== null && sameAs(provider, known.provider)) return known.config;
  try {
    const config = await discovered(provider);
    known = { provider, config };
    return config;
  } catch (error) {
    logRefusal("provider not reached", error);
    throw new BackstrideError("unavailable", "Your sign-in provider did not answer. Try again, or use another way.");
  }
}

const sameAs = (a: Provider, b: Provider): boolean =>
  a.issuer.href === b.issuer.href && a.clientId === b.clientId && a.secretName === b.secretName;

async function discovered({ issuer, clientId, secretName }: Provider): Promise<Configuration> {
  const secret = await secretParameter(secretName);
  const execute = [enableNonRepudiationChecks, ...(issuer.protocol === "http:" ? [allowInsecureRequests] : [])];
  const client = { [clockTolerance]: TOLERANCE_S };
  return discovery(issuer, clientId, client, authentication(secret), { execute, timeout: TIMEOUT_S });
}

/** In the header, as is the rule; in the body for a provider that says it takes only that. */
function authentication(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}

/** Names and codes only: a message may quote what the provider sent. */
function logRefusal(what: string, error: unknown): void {
  const { name, code } = error as { name?: unknown; code?: unknown };
  log("warn", what, { error: String(name), code: String(code ?? "") });
}
