import "./cloud.ts";

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getRow } from "../../lambdas/adapters/table.ts";
import { providerOf } from "../../lambdas/identity/provider.ts";
import { crashAfter, everything, freshTable, keepSecret, recover, writesMade } from "./cloud.ts";
import { CLIENT_ID, CLIENT_SECRET, type OpenIdProvider, startOpenIdProvider } from "./openid-provider.ts";
import { PASSPHRASE, SETUP_CODE, useWorld } from "./world.ts";

const LONG = 60_000;
const SECRET_NAME = "/backstride-main/oidc-client-secret";

let openId: OpenIdProvider;
beforeAll(async () => {
  openId = await startOpenIdProvider();
  openId.serve("http://localhost:7878");
});
afterAll(() => openId.stop());

const world = useWorld(async (here) => {
  keepSecret(SECRET_NAME, CLIENT_SECRET);
  here.provider = providerOf(openId.issuer, CLIENT_ID, SECRET_NAME);
});

type Account = { readonly code: string; readonly name: string };
const ANN: Account = { code: SETUP_CODE, name: "Ann" };
const START = "POST /v1/auth/oidc/options";
const FINISH = "POST /v1/auth/oidc/login";

/** The browser at the provider, and what it brings back. */
async function gone(begun: Record<string, unknown>, login: string) {
  const back = await openId.visit(String(begun.url), login);
  const response = Object.fromEntries(back.searchParams) as Record<string, string>;
  return { back, sent: { ceremony: begun.ceremony, response } };
}

async function enter(login: string, account?: Account) {
  const more = account === undefined ? {} : { account };
  const begun = await world.call(START, more);
  if (begun.status !== 200) return begun;
  const { sent } = await gone(begun.body, login);
  return world.call(FINISH, { ...sent, ...more });
}

async function linkTo(token: string, login: string) {
  const { body } = await world.call("POST /v1/auth/oidc/link-options", {}, { token });
  const { sent } = await gone(body, login);
  return world.call("POST /v1/auth/oidc/link", sent, { token });
}

describe("an OpenID provider", () => {
  it("is asked with code, PKCE, state and nonce, and its host is told to the pages", async () => {
    expect((await world.call("GET /v1/auth/status")).body.provider).toBe(new URL(openId.issuer).host);
    const url = new URL(String((await world.call(START, {})).body.url));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: CLIENT_ID,
      redirect_uri: "http://localhost:7878/start",
      response_type: "code",
      scope: "openid",
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(url.href).not.toContain(encodeURIComponent(CLIENT_SECRET));
  });

  it("makes the first account with the setup code, and signs it in again", async () => {
    const made = await enter("ann@example.org", ANN);
    expect(made).toMatchObject({ status: 200, body: { person: { name: "Ann", admin: true } } });
    expect(made.cookie).toMatch(/\w/);
    const again = await enter("ann@example.org");
    expect(again).toMatchObject({ status: 200, body: { person: made.body.person } });
    expect((await world.authorize("GET /v1/auth/me", String(again.body.access_token))).isAuthorized).toBe(true);
  });

  it("makes an account with an invite", async () => {
    const { token } = await world.admin();
    const ben = await enter("ben", { code: await world.invite(token), name: "Ben" });
    expect(ben).toMatchObject({ status: 200, body: { person: { name: "Ben", admin: false } } });
    expect((await enter("ben")).body.person).toEqual(ben.body.person);
  });

  it("lets a stranger of the provider in nowhere, whatever their name or address there", async () => {
    await world.admin();
    for (const stranger of ["Ann", "ann@example.org"]) {
      expect(await enter(stranger)).toMatchObject({ status: 401, body: { code: "unauthorized", field: "link" } });
    }
    expect(await enter("eve", { code: "0193abcd-77fe-51fc09e2b7d5", name: "Eve" })).toMatchObject({
      status: 400,
      body: { field: "code" },
    });
  });

  it("is linked by who is signed in, listed, and signs in; the link goes and comes, but never the last way in", async () => {
    const { token, person } = await world.admin();
    expect(await linkTo(token, "ann")).toMatchObject({ status: 201, body: { provider: true, passphrase: true } });
    expect((await enter("ann")).body.person).toEqual(person);
    expect(await linkTo(token, "another")).toMatchObject({ status: 409 });
    expect((await world.call("DELETE /v1/auth/oidc/link", undefined, { token })).status).toBe(204);
    expect((await world.call("DELETE /v1/auth/oidc/link", undefined, { token })).status).toBe(404);
    expect((await enter("ann")).status).toBe(401);
    expect((await linkTo(token, "another")).status).toBe(201);
    const ben = await enter("ben", { code: await world.invite(token), name: "Ben" });
    const bens = { token: String(ben.body.access_token) };
    expect(await world.call("DELETE /v1/auth/oidc/link", undefined, bens)).toMatchObject({ status: 409 });
    await world.call("POST /v1/auth/passphrase", { passphrase: PASSPHRASE }, bens);
    const after = { token: String((await world.login("Ben")).body.access_token) };
    expect((await world.call("DELETE /v1/auth/oidc/link", undefined, after)).status).toBe(204);
  });

  it("signs one person in at most", async () => {
    const { token } = await world.admin();
    const code = await world.invite(token);
    await enter("ben", { code, name: "Ben" });
    expect(await linkTo(token, "ben")).toMatchObject({ status: 409, body: { field: "response" } });
    expect((await world.call("GET /v1/auth/credentials", undefined, { token })).body.provider).toBe(false);
    const next = await world.invite(token);
    expect(await enter("ben", { code: next, name: "Bea" })).toMatchObject({ status: 409 });
    expect(await getRow("NAME#bea", "NAME")).toBeNull();
    expect((await world.register("Bea", next)).status).toBe(200);
  });

  it("is forgotten with the account", async () => {
    const made = await enter("ann", ANN);
    await world.call("DELETE /v1/account", undefined, { token: String(made.body.access_token) });
    expect((await enter("ann")).status).toBe(401);
  });
});

describe("a sign-in at the provider", () => {
  it("that somebody else began, that was used, or that took too long signs nobody in", async () => {
    await enter("ann", ANN);
    const mine = (await world.call(START, {})).body;
    const other = await gone((await world.call(START, {})).body, "ann");
    const stolen = { ceremony: mine.ceremony, response: other.sent.response };
    expect(await world.call(FINISH, stolen)).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect((await world.call(FINISH, other.sent)).status).toBe(200);
    expect(await world.call(FINISH, other.sent)).toMatchObject({ status: 400, body: { field: "ceremony" } });
    const late = await gone((await world.call(START, {})).body, "ann");
    world.later(601);
    expect(await world.call(FINISH, late.sent)).toMatchObject({ status: 400, body: { field: "ceremony" } });
  });

  it.each(["code", "state", "iss"])("with another %s than the provider gave is refused", async (field) => {
    await enter("ann", ANN);
    const { sent } = await gone((await world.call(START, {})).body, "ann");
    const response = { ...sent.response, [field]: "https://evil.example" };
    expect(await world.call(FINISH, { ...sent, response })).toMatchObject({ status: 401 });
  });

  it("begun for one account makes no other, and one begun for nobody makes none", async () => {
    for (const account of [undefined, { ...ANN, name: "Eve" }]) {
      const begun = (await world.call(START, account === undefined ? {} : { account })).body;
      const { sent } = await gone(begun, "eve");
      expect(await world.call(FINISH, { ...sent, account: ANN })).toMatchObject({ status: 400 });
    }
    expect(await getRow("INSTALL", "ADMIN")).toBeNull();
  });

  it("begun to link is finished by that person alone, and is no sign-in", async () => {
    const { token } = await world.admin();
    const ben = await world.register("Ben", await world.invite(token));
    const begin = async () => (await world.call("POST /v1/auth/oidc/link-options", {}, { token })).body;
    const { sent } = await gone(await begin(), "ann");
    const asBen = { token: String(ben.body.access_token) };
    expect((await world.call("POST /v1/auth/oidc/link", sent, asBen)).status).toBe(400);
    const second = await gone(await begin(), "ann");
    expect((await world.call(FINISH, second.sent)).status).toBe(400);
    expect((await enter("ann")).status).toBe(401);
  });

  it("survives a crash between any two writes of the account that it makes", { timeout: LONG }, async () => {
    const attempt = async (crash: () => void) => {
      await freshTable();
      const begun = (await world.call(START, { account: ANN })).body;
      const { sent } = await gone(begun, "ann");
      recover();
      crash();
      return world.call(FINISH, { ...sent, account: ANN });
    };
    expect((await attempt(() => undefined)).status).toBe(200);
    const total = writesMade();
    for (let made = 0; made < total; made += 1) {
      expect((await attempt(() => crashAfter(made))).status).toBe(500);
      recover();
      const again = await enter("ann", ANN);
      const inside = again.status === 200 ? again : await enter("ann");
      expect(inside, `after ${made} writes`).toMatchObject({ status: 200, body: { person: { name: "Ann" } } });
    }
  });
});

describe("the client's secret", () => {
  it("is in no row and no answer", async () => {
    const made = await enter("ann", ANN);
    expect(JSON.stringify(made)).not.toContain(CLIENT_SECRET);
    expect(await everything()).not.toContain(CLIENT_SECRET);
  });

  it("that is wrong or missing stops the sign-in with a plain problem", async () => {
    await enter("ann", ANN);
    const wrong = "/wrong";
    keepSecret(wrong, "not the secret");
    world.provider = providerOf(openId.issuer, CLIENT_ID, wrong);
    expect(await enter("ann")).toMatchObject({ status: 401, body: { field: "response" } });
    world.provider = providerOf(openId.issuer, CLIENT_ID, "/missing");
    expect(await enter("ann")).toMatchObject({ status: 503, body: { code: "unavailable" } });
  });
});

it("is not there unless it is set up, and only https will do away from this computer", async () => {
  world.provider = providerOf("", "", "");
  expect((await world.call("GET /v1/auth/status")).body.provider).toBeNull();
  expect((await world.call(START, {})).status).toBe(404);
  expect(() => providerOf("http://issuer.example", CLIENT_ID, SECRET_NAME)).toThrow(/https/);
});
