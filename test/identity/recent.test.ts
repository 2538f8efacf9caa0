import { describe, expect, it } from "vitest";
import type { PasskeyOptions, TokenAnswer } from "../../core/contract/auth.ts";
import { RECENT_S, ROUTES } from "../../core/contract/routes.ts";
import { Authenticator } from "./authenticator.ts";
import { everything } from "./cloud.ts";
import { type Answer, PASSPHRASE, SETUP_CODE, useWorld } from "./world.ts";

const GRANT = { grant_type: "refresh_token" };
const NEW_PASSPHRASE = "five words that are new";
const CRITICAL = ROUTES.filter(({ critical }) => critical).map(({ method, path }) => `${method} ${path}`);
/** What each of them takes where it takes anything. */
const BODIES: Readonly<Record<string, unknown>> = { "POST /v1/auth/passphrase": { passphrase: NEW_PASSPHRASE } };

let token = "";
let cookie: string | null = null;
let passkey: Authenticator;
/** Ann has a passkey and nothing else. */
const world = useWorld(async (here) => {
  passkey = new Authenticator();
  const begun = await here.call("POST /v1/auth/passkey/register-options", { code: SETUP_CODE, name: "Ann" });
  const { ceremony, options } = begun.body as unknown as PasskeyOptions & { options: { user: { id: string } } };
  const sent = { code: SETUP_CODE, name: "Ann", ceremony, response: passkey.create(options) };
  ({ token, cookie } = signedIn(await here.call("POST /v1/auth/passkey/register", sent)));
});

function signedIn({ body, cookie: kept }: Answer): { token: string; cookie: string | null } {
  return { token: (body as unknown as TokenAnswer).access_token, cookie: kept };
}
const ask = (route: string, with_ = token) =>
  world.call(route, BODIES[route] ?? {}, { token: with_, id: "0".repeat(64) });
const renewed = async () => signedIn(await world.call("POST /v1/token", GRANT, { cookie })).token;
const isRefused = ({ status, body }: Answer) => status === 403 && body.code === "reauthenticate";

async function signInAgain(): Promise<string> {
  const { ceremony, options } = (await world.call("POST /v1/auth/passkey/login-options", {})).body as PasskeyOptions;
  const response = passkey.get(options);
  return signedIn(await world.call("POST /v1/auth/passkey/login", { ceremony, response })).token;
}

it("is needed by whatever changes how an account is opened, or ends it, and by nothing else", () => {
  expect(CRITICAL).toEqual([
    "DELETE /v1/account",
    "POST /v1/auth/oidc/link-options",
    "DELETE /v1/auth/oidc/link",
    "POST /v1/auth/passphrase",
    "POST /v1/auth/passkeys/options",
    "DELETE /v1/auth/passkeys/{id}",
    "POST /v1/auth/recovery-codes",
  ]);
});

describe.each(CRITICAL)("%s", (route) => {
  it("is refused to an access token alone, and changes nothing", async () => {
    world.later(RECENT_S + 1);
    const before = await everything();
    expect(isRefused(await ask(route))).toBe(true);
    expect(await everything()).toBe(before);
  });

  it("is refused to a token that was only renewed", async () => {
    world.later(RECENT_S + 1);
    expect(isRefused(await ask(route, await renewed()))).toBe(true);
  });

  it("is open to somebody who has just signed in again", async () => {
    world.later(RECENT_S + 1);
    expect(isRefused(await ask(route, await signInAgain()))).toBe(false);
  });
});

describe("a recent sign-in", () => {
  it("lasts five minutes to the second, through a renewal", async () => {
    world.now = Math.ceil(world.now / 1000) * 1000;
    const again = await signInAgain();
    world.later(RECENT_S);
    expect((await ask("POST /v1/auth/recovery-codes", again)).status).toBe(201);
    world.later(1);
    expect(isRefused(await ask("POST /v1/auth/recovery-codes", again))).toBe(true);
  });

  it("is none of a recovery code's to refuse: one opens the account, and sets a passphrase", async () => {
    const { codes } = (await ask("POST /v1/auth/recovery-codes")).body as { codes: string[] };
    world.later(3600);
    const back = await world.call("POST /v1/auth/recovery/login", { name: "Ann", code: codes[0] });
    expect((await ask("POST /v1/auth/passphrase", signedIn(back).token)).status).toBe(200);
    expect((await world.login("Ann", NEW_PASSPHRASE)).status).toBe(200);
  });

  it("is not drawn out by changing the passphrase with it", async () => {
    world.later(RECENT_S - 10);
    const { token: next, cookie: kept } = signedIn(await ask("POST /v1/auth/passphrase"));
    world.later(20);
    expect(isRefused(await ask("POST /v1/auth/passphrase", next))).toBe(true);
    const after = signedIn(await world.call("POST /v1/token", GRANT, { cookie: kept })).token;
    expect(isRefused(await ask("POST /v1/auth/passphrase", after))).toBe(true);
  });

  it("is nothing that a watch ever has", async () => {
    const watch = await world.pair(token);
    for (const route of CRITICAL) expect((await ask(route, watch.access_token)).body.code).toBe("forbidden");
  });

  it("is not asked of somebody who asks for the receipt of a deletion again", async () => {
    const receipt = await ask("DELETE /v1/account");
    world.later(RECENT_S + 60);
    expect((await ask("DELETE /v1/account")).body).toEqual(receipt.body);
  });

  it("is not asked of what has to be quick on a bad day: a lost phone, signing out everywhere", async () => {
    const watch = await world.pair(token);
    world.later(RECENT_S + 1);
    const removed = await world.call("DELETE /v1/devices/{id}", undefined, { token, id: watch.device_id ?? "" });
    expect(removed.status).toBe(204);
    expect((await ask("POST /v1/auth/logout-everywhere")).status).toBe(204);
  });
});

it("a first passphrase cannot be set from a stolen access token, and then no way in is new", async () => {
  world.later(RECENT_S + 1);
  await ask("POST /v1/auth/passphrase");
  expect((await world.login("Ann", NEW_PASSPHRASE)).status).toBe(401);
  expect((await world.login("Ann", PASSPHRASE)).status).toBe(401);
});
