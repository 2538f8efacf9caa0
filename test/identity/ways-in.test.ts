import { describe, expect, it } from "vitest";
import type { Credentials, InviteList, PasskeyOptions, RecoveryCodes } from "../../core/contract/auth.ts";
import { Authenticator } from "./authenticator.ts";
import { everything } from "./cloud.ts";
import { PASSPHRASE, useWorld } from "./world.ts";

const NEW_PASSPHRASE = "another quiet gravel path";
const GRANT = { grant_type: "refresh_token" };

let admin: Awaited<ReturnType<typeof world.admin>>;
const world = useWorld(async (here) => {
  admin = await here.admin();
});

const asAdmin = (routeKey: string, body?: unknown, id?: string, token = admin.token) =>
  world.call(routeKey, body, { token, cookie: admin.cookie, ...(id === undefined ? {} : { id }) });
const codes = async () => ((await asAdmin("POST /v1/auth/recovery-codes", {})).body as RecoveryCodes).codes;
const recover = (code = "", more: object = {}, source?: string) =>
  world.call("POST /v1/auth/recovery/login", { name: "Ann", code, ...more }, source === undefined ? {} : { source });
const credentials = async (token = admin.token) =>
  (await asAdmin("GET /v1/auth/credentials", undefined, undefined, token)).body as Credentials;
const isSignedIn = async (token: unknown) =>
  (await world.authorize("GET /v1/auth/me", String(token))).context.problem === undefined;

describe("recovery codes", () => {
  it("are ten, shown once and kept as hashes only; each signs in once", async () => {
    const made = await codes();
    expect(made).toHaveLength(10);
    expect(new Set(made).size).toBe(10);
    for (const code of made) expect(code).toMatch(/^([BCDFGHJKLMNPQRSTVWXZ]{4}-){3}[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    const table = await everything();
    for (const code of made) expect(table).not.toContain(code.replaceAll("-", ""));
    expect(await recover(` ${made[3]?.toLowerCase().replaceAll("-", " ")}`)).toMatchObject({
      status: 200,
      body: { person: admin.person },
    });
    expect(await recover(made[3])).toMatchObject({ status: 401, body: { code: "unauthorized", field: "code" } });
    expect((await credentials()).recoveryCodes).toBe(9);
  });

  it("end with the making of new ones", async () => {
    const [old] = await codes();
    const [fresh] = await codes();
    expect((await recover(old)).status).toBe(401);
    expect((await recover(fresh)).status).toBe(200);
  });

  it("used by several at once let one in", async () => {
    const [code] = await codes();
    const answers = await Promise.all([1, 2, 3].map(() => recover(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it("are refused in the same words for nobody's name, and cannot be guessed at", async () => {
    const [code] = await codes();
    const nobody = await world.call("POST /v1/auth/recovery/login", { name: "Nobody", code });
    const wrong = await recover("BBBB-BBBB-BBBB-BBBB", {}, "198.51.100.1");
    expect(nobody.body).toEqual(wrong.body);
    for (let tries = 2; tries <= 5; tries += 1) {
      expect((await recover(`wrong ${tries}`, {}, `198.51.100.${tries}`)).status).toBe(401);
    }
    expect(await recover(code, {}, "198.51.100.9")).toMatchObject({ status: 429, body: { code: "too_many" } });
    world.later(901);
    expect((await recover(code)).status).toBe(200);
  });

  it("can set a new passphrase on the way in, which signs everybody else out", async () => {
    const [code] = await codes();
    const back = await recover(code, { passphrase: NEW_PASSPHRASE });
    expect(await isSignedIn(back.body.access_token)).toBe(true);
    expect(await isSignedIn(admin.token)).toBe(false);
    expect((await world.login("Ann", PASSPHRASE)).status).toBe(401);
    expect((await world.login("Ann", NEW_PASSPHRASE)).status).toBe(200);
  });
});

describe("the passphrase", () => {
  it("changes, and every other browser is signed out at once", async () => {
    const other = await world.login();
    const changed = await asAdmin("POST /v1/auth/passphrase", { passphrase: NEW_PASSPHRASE });
    expect(changed).toMatchObject({ status: 200, body: { person: admin.person } });
    expect(await isSignedIn(changed.body.access_token)).toBe(true);
    expect(await isSignedIn(other.body.access_token)).toBe(false);
    expect((await world.call("POST /v1/token", GRANT, { cookie: other.cookie })).status).toBe(401);
    expect((await world.call("POST /v1/token", GRANT, { cookie: changed.cookie })).status).toBe(200);
    expect((await world.login("Ann", NEW_PASSPHRASE)).status).toBe(200);
  });
});

describe("passkeys", () => {
  async function add(passkey: Authenticator, name = "Laptop", token = admin.token) {
    const { body } = await asAdmin("POST /v1/auth/passkeys/options", {}, undefined, token);
    const { ceremony, options } = body as unknown as PasskeyOptions & { options: { user: { id: string } } };
    const response = passkey.create(options);
    return asAdmin("POST /v1/auth/passkeys", { name, ceremony, response }, undefined, token);
  }

  it("are added to an account, named, listed, used and removed", async () => {
    const passkey = new Authenticator();
    expect(await add(passkey)).toMatchObject({
      status: 201,
      body: { passphrase: true, passkeys: [{ name: "Laptop" }] },
    });
    const { ceremony, options } = (await world.call("POST /v1/auth/passkey/login-options", {})).body as PasskeyOptions;
    const back = await world.call("POST /v1/auth/passkey/login", { ceremony, response: passkey.get(options) });
    expect(back.body.person).toEqual(admin.person);
    const [kept] = (await credentials()).passkeys;
    expect(kept?.lastUsedAt).toBe(new Date(world.now).toISOString());
    expect((await asAdmin("DELETE /v1/auth/passkeys/{id}", undefined, kept?.id)).status).toBe(204);
    expect((await credentials()).passkeys).toEqual([]);
    expect((await asAdmin("DELETE /v1/auth/passkeys/{id}", undefined, kept?.id)).status).toBe(404);
  });

  it("that are the only way in stay", async () => {
    const code = await world.invite(admin.token);
    const begun = (await world.call("POST /v1/auth/passkey/register-options", { code, name: "Ben" })).body;
    const { ceremony, options } = begun as unknown as PasskeyOptions & { options: { user: { id: string } } };
    const response = new Authenticator().create(options);
    const made = await world.call("POST /v1/auth/passkey/register", { code, name: "Ben", ceremony, response });
    const ben = String(made.body.access_token);
    const [only] = (await credentials(ben)).passkeys;
    const refused = await asAdmin("DELETE /v1/auth/passkeys/{id}", undefined, only?.id, ben);
    expect(refused).toMatchObject({ status: 409, body: { code: "conflict", field: "id" } });
    const set = await asAdmin("POST /v1/auth/passphrase", { passphrase: NEW_PASSPHRASE }, undefined, ben);
    const token = String(set.body.access_token);
    expect((await asAdmin("DELETE /v1/auth/passkeys/{id}", undefined, only?.id, token)).status).toBe(204);
  });

  it("begun by one person cannot be finished by another, nor twice", async () => {
    const ben = await world.register("Ben", await world.invite(admin.token));
    const { body } = await asAdmin("POST /v1/auth/passkeys/options", {});
    const { ceremony, options } = body as unknown as PasskeyOptions & { options: { user: { id: string } } };
    const sent = { name: "Laptop", ceremony, response: new Authenticator().create(options) };
    const other = String(ben.body.access_token);
    expect((await asAdmin("POST /v1/auth/passkeys", sent, undefined, other)).status).toBe(400);
    expect((await asAdmin("POST /v1/auth/passkeys", sent)).status).toBe(400);
    expect((await credentials()).passkeys).toEqual([]);
  });
});

describe("signing out everywhere", () => {
  it("ends every browser's access at once, and leaves the watch paired", async () => {
    const device = await world.pair(admin.token);
    const other = await world.login();
    const out = await asAdmin("POST /v1/auth/logout-everywhere", {});
    expect(out).toMatchObject({ status: 204, cookie: "" });
    for (const browser of [admin, other]) {
      expect((await world.call("POST /v1/token", GRANT, { cookie: browser.cookie })).status).toBe(401);
    }
    for (const token of [admin.token, other.body.access_token]) expect(await isSignedIn(token)).toBe(false);
    expect((await world.authorize("GET /v1/plan", device.access_token)).context).toMatchObject({
      person: admin.person.id,
    });
    expect(await isSignedIn((await world.login()).body.access_token)).toBe(true);
  });
});

describe("invites", () => {
  const open = async () => ((await asAdmin("GET /v1/auth/invites")).body as InviteList).invites;

  it("are listed while they are open, without their codes", async () => {
    const used = await world.invite(admin.token);
    const kept = await world.invite(admin.token);
    expect(await open()).toHaveLength(2);
    await world.register("Ben", used);
    const listed = await open();
    expect(listed).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{64}$/), expiresAt: expect.any(String) }]);
    expect(JSON.stringify(listed)).not.toContain(kept);
    world.later(7 * 86_400);
    const later = String((await world.login()).body.access_token);
    expect((await asAdmin("GET /v1/auth/invites", undefined, undefined, later)).body).toEqual({ invites: [] });
  });

  it("taken back open nothing any more; a used one cannot be taken back", async () => {
    const code = await world.invite(admin.token);
    const [listed] = await open();
    expect((await asAdmin("DELETE /v1/auth/invites/{id}", undefined, listed?.id)).status).toBe(204);
    expect((await world.register("Ben", code)).status).toBe(400);
    expect((await asAdmin("DELETE /v1/auth/invites/{id}", undefined, listed?.id)).status).toBe(404);
    const next = await world.invite(admin.token);
    const [other] = await open();
    await world.register("Ben", next);
    expect((await asAdmin("DELETE /v1/auth/invites/{id}", undefined, other?.id)).status).toBe(404);
  });

  it("are the admin's alone, and twenty at most", async () => {
    const ben = String((await world.register("Ben", await world.invite(admin.token))).body.access_token);
    const [route, id] = ["DELETE /v1/auth/invites/{id}", "0".repeat(64)];
    expect((await asAdmin("GET /v1/auth/invites", undefined, undefined, ben)).status).toBe(403);
    expect((await asAdmin(route, undefined, id, ben)).status).toBe(403);
    for (let made = 0; made < 20; made += 1) expect((await asAdmin("POST /v1/auth/invites", {})).status).toBe(201);
    expect((await asAdmin("POST /v1/auth/invites", {})).status).toBe(409);
  });
});

describe("an account's devices", () => {
  it("are ten at most; a lost phone's is removed and makes room", async () => {
    const first = await world.pair(admin.token);
    for (let paired = 1; paired < 10; paired += 1) await world.pair(admin.token);
    expect(await world.pair(admin.token)).toMatchObject({ error: "authorization_pending" });
    await asAdmin("DELETE /v1/devices/{id}", undefined, first.device_id);
    expect((await world.authorize("GET /v1/plan", first.access_token)).context).toEqual({ problem: "unauthorized" });
    expect((await world.pair(admin.token)).access_token).toMatch(/\w/);
  });
});
