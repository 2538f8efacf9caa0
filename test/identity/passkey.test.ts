import { describe, expect, it, vi } from "vitest";
import type { PasskeyOptions } from "../../core/contract/auth.ts";
import { type Algorithm, Authenticator, type Twist } from "./authenticator.ts";
import { crashAfter, freshTable, recover, writesMade } from "./cloud.ts";
import { SETUP_CODE, useWorld } from "./world.ts";

const world = useWorld();

type Ceremony = { ceremony: string; options: PasskeyOptions["options"] & { user?: { id: string } } };

async function begin(routeKey: string, body: object): Promise<Ceremony> {
  const answer = await world.call(routeKey, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as unknown as Ceremony;
}

async function register(passkey: Authenticator, name = "Ann", code = SETUP_CODE, twist: Twist = {}) {
  const { ceremony, options } = await begin("POST /v1/auth/passkey/register-options", { code, name });
  const response = passkey.create(options, twist);
  return world.call("POST /v1/auth/passkey/register", { code, name, ceremony, response });
}

async function login(passkey: Authenticator, twist: Twist = {}) {
  const { ceremony, options } = await begin("POST /v1/auth/passkey/login-options", {});
  return world.call("POST /v1/auth/passkey/login", { ceremony, response: passkey.get(options, twist) });
}

describe("a passkey", () => {
  it.each<Algorithm>(["ES256", "EdDSA", "RS256"])(
    "makes the first account and signs in again (%s)",
    async (algorithm) => {
      const passkey = new Authenticator(algorithm);
      const made = await register(passkey);
      expect(made).toMatchObject({ status: 200, body: { person: { name: "Ann", admin: true } } });
      expect(made.cookie).not.toBeNull();
      const back = await login(passkey);
      expect(back.body.person).toEqual(made.body.person);
      const me = await world.call("GET /v1/auth/me", undefined, { token: String(back.body.access_token) });
      expect(me.body).toEqual({ person: made.body.person });
    },
  );

  it("is asked for as a discoverable credential of this host, without attestation", async () => {
    const { options } = await begin("POST /v1/auth/passkey/register-options", { code: SETUP_CODE, name: "Ann" });
    expect(options).toMatchObject({
      rp: { id: "localhost" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    });
    const second = await begin("POST /v1/auth/passkey/login-options", {});
    expect(second.options).toMatchObject({ rpId: "localhost", allowCredentials: [], userVerification: "preferred" });
    expect(second.options.challenge).not.toBe(options.challenge);
  });

  it("makes a further account with an invite, whose code then is used up", async () => {
    const code = await world.invite((await world.admin()).token);
    expect(await register(new Authenticator(), "Ben", code)).toMatchObject({ body: { person: { admin: false } } });
    const again = await world.call("POST /v1/auth/passkey/register-options", { code, name: "Cat" });
    expect(again).toMatchObject({ status: 409, body: { field: "code" } });
  });

  it("cannot be asked for with a wrong code", async () => {
    const answer = await world.call("POST /v1/auth/passkey/register-options", { code: "wrong-code", name: "Ann" });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid", field: "code" } });
  });

  it("is not offered at a bare address", async () => {
    world.domain = "192.168.1.20:7878";
    expect((await world.call("GET /v1/auth/status")).body).toEqual({ claimed: false, passkeys: false, provider: null });
    const answer = await world.call("POST /v1/auth/passkey/register-options", { code: SETUP_CODE, name: "Ann" });
    expect(answer).toMatchObject({ status: 503, body: { code: "unavailable" } });
  });

  it.each<[string, Twist]>([
    ["another origin", { origin: "http://localhost:7879" }],
    ["another site", { rpId: "example.org" }],
    ["another challenge", { challenge: "AAAA" }],
    ["the wrong ceremony", { type: "webauthn.create" }],
    ["nobody present", { flags: 0x04 }],
    ["a frame of another site", { crossOrigin: true }],
  ])("is refused for %s", async (_what, twist) => {
    const passkey = new Authenticator();
    await register(passkey);
    expect(await login(passkey, twist)).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect((await login(passkey)).status).toBe(200);
  });

  it("of somebody else, under this account's name, is refused", async () => {
    const passkey = new Authenticator();
    await register(passkey);
    const stranger = new Authenticator();
    stranger.userHandle = passkey.userHandle;
    expect(await login(stranger)).toMatchObject({ status: 401 });
    stranger.id.set(passkey.id);
    expect(await login(stranger)).toMatchObject({ status: 401 });
  });

  it("with an id of a thousand bytes works like any other", async () => {
    const passkey = new Authenticator("ES256", undefined, undefined, 1023);
    expect((await register(passkey)).status).toBe(200);
    expect((await login(passkey)).status).toBe(200);
  });

  it.each([
    ["of 3 KB", "A".repeat(4000)],
    ["that is no person's id", Buffer.from("somebody").toString("base64url")],
    ["left out", null],
  ])("with a user handle %s is refused like an unknown one", async (_what, userHandle) => {
    const passkey = new Authenticator();
    await register(passkey);
    const { ceremony, options } = await begin("POST /v1/auth/passkey/login-options", {});
    const honest = passkey.get(options);
    const response = { ...honest, response: { ...honest.response, userHandle } };
    const answer = await world.call("POST /v1/auth/passkey/login", { ceremony, response });
    expect(answer).toMatchObject({ status: 401, body: { code: "unauthorized" } });
  });

  it("that is none leaves nothing in the log of what was sent", async () => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
    const { ceremony } = await begin("POST /v1/auth/passkey/login-options", {});
    const response = { id: "told in confidence", rawId: "AAAA", type: "public-key", response: {} };
    await world.call("POST /v1/auth/passkey/login", { ceremony, response });
    expect(lines.join("\n")).toContain("passkey refused");
    expect(lines.join("\n")).not.toContain("confidence");
  });

  it("whose id is longer than a key of the table is refused like an unknown one", async () => {
    const passkey = new Authenticator();
    await register(passkey);
    const { ceremony, options } = await begin("POST /v1/auth/passkey/login-options", {});
    const id = "A".repeat(1364);
    const response = { ...passkey.get(options), id, rawId: id };
    const answer = await world.call("POST /v1/auth/passkey/login", { ceremony, response });
    expect(answer).toMatchObject({ status: 401, body: { code: "unauthorized" } });
  });

  it("whose counter does not rise is taken for a copy", async () => {
    const passkey = new Authenticator();
    await register(passkey);
    passkey.counter = 5;
    expect((await login(passkey)).status).toBe(200);
    expect((await login(passkey)).status).toBe(401);
    passkey.counter = 6;
    expect((await login(passkey)).status).toBe(200);
  });
});

describe("a ceremony", () => {
  it("ends after five minutes", async () => {
    const passkey = new Authenticator();
    await register(passkey);
    const { ceremony, options } = await begin("POST /v1/auth/passkey/login-options", {});
    world.later(300);
    const late = await world.call("POST /v1/auth/passkey/login", { ceremony, response: passkey.get(options) });
    expect(late).toMatchObject({ status: 400, body: { code: "invalid", field: "ceremony" } });
  });

  it("serves once: a recorded answer cannot be played again, not even at the same moment", async () => {
    const passkey = new Authenticator();
    await register(passkey);
    const { ceremony, options } = await begin("POST /v1/auth/passkey/login-options", {});
    const body = { ceremony, response: passkey.get(options) };
    const answers = await Promise.all([1, 2, 3].map(() => world.call("POST /v1/auth/passkey/login", body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400]);
  });

  it("belongs to the name and code it was begun with", async () => {
    const { ceremony, options } = await begin("POST /v1/auth/passkey/register-options", {
      code: SETUP_CODE,
      name: "Ann",
    });
    const response = new Authenticator().create(options);
    const other = await world.call("POST /v1/auth/passkey/register", {
      code: SETUP_CODE,
      name: "Eve",
      ceremony,
      response,
    });
    expect(other).toMatchObject({ status: 400, body: { field: "ceremony" } });
  });
});

describe("a crash while the first account is made with a passkey", () => {
  it("between any two writes leaves an account one can sign in to, or a code that still works", async () => {
    await register(new Authenticator());
    const total = writesMade();
    for (let made = 0; made < total; made += 1) {
      await freshTable();
      const passkey = new Authenticator();
      crashAfter(made);
      const routeKey = "POST /v1/auth/passkey/register-options";
      const begun = await world.call(routeKey, { code: SETUP_CODE, name: "Ann" });
      if (begun.status === 200) {
        const { ceremony, options } = begun.body as unknown as Ceremony;
        const response = passkey.create(options);
        await world.call("POST /v1/auth/passkey/register", { code: SETUP_CODE, name: "Ann", ceremony, response });
      }
      recover();
      const { claimed } = (await world.call("GET /v1/auth/status")).body;
      const entered = claimed === true ? await login(passkey) : await register(passkey);
      expect(entered, `crash after ${made} writes`).toMatchObject({ status: 200, body: { person: { admin: true } } });
    }
  });
});
