import type { OidcLogin, OidcOptions, OidcStart, Person } from "../../core/contract/auth.ts";
import { BackstrideError } from "../../core/error.ts";
import { accountOf } from "./accounts.ts";
import { beginCeremony, concludeCeremony, startAgain } from "./ceremony.ts";
import type { Context } from "./context.ts";
import { credentialsOf } from "./credentials.ts";
import { finishFirstAccount } from "./gates.ts";
import { nameKey, sha256 } from "./keys.ts";
import { attempt, SOURCE_LIMIT, START_LIMIT } from "./limits.ts";
import { alreadyLinked, linkSubject, personBySubject, unlinkSubject } from "./links.ts";
import { authorizationUrl, type Provider, type Sent, subjectOf } from "./provider.ts";
import { type Applicant, newPerson, openUnusedGate, registerWithCredential } from "./registration.ts";

/*
 * Signing in with an OpenID provider: authorization code with PKCE, state and nonce. The provider sends the browser back to the
 * start page, which hands on what it brought together with the ceremony, an id that only this browser knows: a code that
 * somebody else began signs nobody in. Whose account it is says the link of issuer and subject, never an e-mail address.
 */

/** People look for a telephone and type a second factor meanwhile. */
const LASTS_MS = 600_000;
type Finish = Pick<OidcLogin, "ceremony" | "response">;

/** To sign in; with `account`, to make one. @throws BackstrideError `not_found` without a provider, or as a registration would */
export async function beginOidc(ctx: Context, { account }: OidcStart): Promise<OidcOptions> {
  requireProvider(ctx);
  await attempt(ctx, START_LIMIT, ctx.source);
  if (account === undefined) return begin(ctx, { kind: "oidc" });
  await openUnusedGate(ctx, account);
  return begin(ctx, { kind: "oidc", ...boundTo(account) });
}

/** The account that signs in, or was made. @throws BackstrideError `unauthorized` when nothing is linked, `invalid`, `conflict` */
export async function signInWithOidc(ctx: Context, wanted: OidcLogin): Promise<Person> {
  const forgive = await attempt(ctx, SOURCE_LIMIT, ctx.source);
  const { bound, subject } = await conclude(ctx, "oidc", wanted);
  const { account } = wanted;
  const { name, code } = account === undefined ? { name: undefined, code: undefined } : boundTo(account);
  if (bound.name !== name || bound.code !== code) throw startAgain();
  const person = account === undefined ? await linked(subject) : await register(ctx, account, subject);
  await forgive();
  return person;
}

/** To link the provider to the account that is signed in. */
export async function beginLink(ctx: Context, person: string): Promise<OidcOptions> {
  requireProvider(ctx);
  await attempt(ctx, START_LIMIT, person);
  return begin(ctx, { kind: "oidc-link", person });
}

/** @throws BackstrideError `invalid`, `unauthorized`, `conflict` when either side has another link */
export async function link(ctx: Context, person: string, finish: Finish): Promise<void> {
  const { bound, subject } = await conclude(ctx, "oidc-link", finish);
  if (bound.person !== person) throw startAgain();
  if (!(await linkSubject(person, subject))) throw alreadyLinked();
}

/** @throws BackstrideError `not_found`, `conflict` when it is the last way in */
export async function unlink(person: string): Promise<void> {
  const { provider, passphrase, passkeys } = await credentialsOf(person);
  if (provider && !passphrase && passkeys.length === 0) {
    throw new BackstrideError("conflict", "This link is the only way in. Add a passkey or a passphrase first.", {
      field: "link",
    });
  }
  await unlinkSubject(person);
}

async function begin(ctx: Context, bound: Record<string, string>): Promise<OidcOptions> {
  const secret = () => ctx.random(32).toString("base64url");
  const sent: Sent = { redirect: `${ctx.site.origin}/start`, state: secret(), nonce: secret(), verifier: secret() };
  const url = await authorizationUrl(requireProvider(ctx), sent);
  return { ceremony: await beginCeremony(ctx, { ...bound, ...sent }, LASTS_MS), url };
}

async function conclude(ctx: Context, kind: string, { ceremony, response }: Finish) {
  const provider = requireProvider(ctx);
  const bound = await concludeCeremony(ctx, ceremony, kind);
  return { bound, subject: await subjectOf(provider, bound as unknown as Sent, response) };
}

async function linked(subject: string): Promise<Person> {
  const person = await personBySubject(subject);
  if (person !== null && (await accountOf(person)) === null) await finishFirstAccount();
  const account = person === null ? null : await accountOf(person);
  if (account !== null) return account;
  const sentence = "No account here is linked to that sign-in. Make one with your code, or link it in the settings.";
  throw new BackstrideError("unauthorized", sentence, { field: "link" });
}

async function register(ctx: Context, { code, name }: Applicant, subject: string): Promise<Person> {
  if ((await personBySubject(subject)) !== null) throw alreadyLinked();
  const credential = { kind: "provider", subject } as const;
  return registerWithCredential(ctx, { code, name, person: newPerson(ctx), credential });
}

const boundTo = ({ code, name }: Applicant) => ({ name: nameKey(name), code: sha256(code) });

function requireProvider({ provider }: Context): Provider {
  if (provider !== null) return provider;
  throw new BackstrideError("not_found", "No sign-in provider is set up here. Use a passkey or a passphrase.");
}
