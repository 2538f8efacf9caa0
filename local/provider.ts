import { readFileSync, statSync } from "node:fs";
import { HostError } from "./error.ts";
import { isLoopback } from "./loopback.ts";

/** An OpenID provider that people may sign in with, and this installation's client there. */
export type ProviderOptions = { readonly issuer: string; readonly clientId: string; readonly secret: string };

/** Under this name `identity` finds the secret, here as on AWS. */
const SECRET_NAME = "/backstride-local/oidc-client-secret";

/** Bits of a file's mode that let others than its owner in. */
const OTHERS = 0o077;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The provider that the environment names; undefined when it names none.
 * @throws HostError naming the variable that is missing or wrong
 */
export function providerFrom(environment: Environment): ProviderOptions | undefined {
  const issuer = environment.BACKSTRIDE_OIDC_ISSUER ?? "";
  if (issuer === "") return undefined;
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (url?.protocol !== "https:" && !(url?.protocol === "http:" && isLoopback(url.hostname))) {
    throw new HostError("BACKSTRIDE_OIDC_ISSUER must be an https address; http only for a provider on this computer.");
  }
  const clientId = required(environment, "BACKSTRIDE_OIDC_CLIENT_ID");
  return { issuer, clientId, secret: secretIn(required(environment, "BACKSTRIDE_OIDC_SECRET_FILE")) };
}

function required(environment: Environment, name: string): string {
  const value = environment[name] ?? "";
  if (value !== "") return value;
  throw new HostError(`${name} is missing: BACKSTRIDE_OIDC_ISSUER needs it too.`);
}

function secretIn(path: string): string {
  const { mode, secret } = readSecret(path);
  if (process.platform !== "win32" && (mode & OTHERS) !== 0) {
    throw new HostError(`Others may read the client secret. Run: chmod 600 ${path}`);
  }
  if (secret !== "") return secret;
  throw new HostError(`The file of BACKSTRIDE_OIDC_SECRET_FILE is empty (${path}).`);
}

function readSecret(path: string): { mode: number; secret: string } {
  try {
    return { mode: statSync(path).mode, secret: readFileSync(path, "utf8").trim() };
  } catch (cause) {
    throw new HostError(`The file of BACKSTRIDE_OIDC_SECRET_FILE cannot be read (${path}).`, cause);
  }
}

/** What `identity` gets in its environment; nothing without a provider. */
export const providerEnvironment = (provider: ProviderOptions | undefined): Record<string, string> =>
  provider === undefined
    ? {}
    : { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.clientId, OIDC_SECRET_NAME: SECRET_NAME };

export const secretsOf = (provider: ProviderOptions | undefined): ReadonlyMap<string, string> =>
  new Map(provider === undefined ? [] : [[SECRET_NAME, provider.secret]]);
