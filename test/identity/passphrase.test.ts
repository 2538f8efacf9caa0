import "./cloud.ts";

import { describe, expect, it, vi } from "vitest";
import type { HttpEvent } from "../../lambdas/adapters/http.ts";
import { getRow } from "../../lambdas/adapters/table.ts";
import { contextOf } from "../../lambdas/identity/context.ts";
import { passphraseMatches } from "../../lambdas/identity/passphrase.ts";
import { crashAfter, everything, recover } from "./cloud.ts";
import { PASSPHRASE, SETUP_CODE, useWorld } from "./world.ts";

const world = useWorld();

describe("signing in with a passphrase", () => {
  it("works with the right one, whatever the capitals of the name", async () => {
    const { person } = await world.admin();
    for (const name of ["Ann", "ANN", " ann "]) expect((await world.login(name)).body.person).toEqual(person);
  });

  it("takes a passphrase in either Unicode form of the same characters", async () => {
    await world.register("Ann", SETUP_CODE, "früh am Morgen".normalize("NFC"));
    expect((await world.login("Ann", "früh am Morgen".normalize("NFD"))).status).toBe(200);
  });

  it("is refused in the same words for a wrong passphrase and for nobody's name", async () => {
    await world.admin();
    const wrong = await world.login("Ann", "not the right one");
    const nobody = await world.login("Nobody");
    expect(wrong).toMatchObject({ status: 401, body: { code: "unauthorized", field: "passphrase" } });
    expect(nobody.body).toEqual(wrong.body);
    expect(wrong.cookie).toBeNull();
  });

  it("is refused while nobody has an account", async () => {
    expect((await world.login()).status).toBe(401);
  });

  it("stops after ten wrong ones for the account, from wherever, and says when to go on", async () => {
    await world.admin();
    const wrong = (round: number) => world.login("Ann", `wrong number ${round}`, `198.51.100.${round}`);
    for (let round = 0; round < 10; round += 1) expect((await wrong(round)).status).toBe(401);
    world.later(300);
    const refused = await world.login("Ann", PASSPHRASE, "198.51.100.99");
    expect(refused).toMatchObject({ status: 429, body: { code: "too_many" } });
    expect(refused.body.detail).toMatch(/try again in 10 minutes/);
    expect(refused.body.retryAt).toBe(new Date(world.now + 600_000).toISOString());
    world.later(601);
    expect((await world.login()).status).toBe(200);
  });

  it("goes on being refused no longer because somebody keeps trying", async () => {
    await world.admin();
    for (let round = 0; round < 10; round += 1) await world.login("Ann", `wrong number ${round}`);
    for (let minute = 0; minute < 15; minute += 1) {
      world.later(60);
      if (minute < 14) expect((await world.login("Ann", "still wrong here")).status).toBe(429);
    }
    world.later(1);
    expect((await world.login()).status).toBe(200);
  });

  it("does not count right ones", async () => {
    await world.admin();
    for (let round = 0; round < 12; round += 1) expect((await world.login()).status).toBe(200);
  });
});

describe("a passphrase that is kept", () => {
  it("cost as much as OWASP asks when it was set, and is still right when that has changed", async () => {
    const cost = contextOf({ requestContext: { http: { sourceIp: "192.0.2.1" } } } as HttpEvent).passphraseCost;
    expect(cost).toEqual({ n: 32_768, r: 8, p: 3 });
    world.passphraseCost = cost;
    const { person } = await world.admin();
    expect(await getRow(`U#${person.id}`, "SECRET")).toMatchObject(cost);
    world.passphraseCost = { n: 32, r: 8, p: 1 };
    expect((await world.login()).status).toBe(200);
  });

  it("is looked for as long when nobody has that name", async () => {
    const broken = { ...world.context(), passphraseCost: { n: 3, r: 8, p: 1 } };
    await expect(passphraseMatches(broken, PASSPHRASE, null)).rejects.toThrow(/scrypt/i);
    expect(await passphraseMatches(world.context(), PASSPHRASE, null)).toBe(false);
  });
});

describe("bad input", () => {
  it.each([
    ["no JSON", "{", "body"],
    ["no object", JSON.stringify("text"), ""],
    ["a missing field", { name: "Ann" }, "passphrase"],
    ["a field of the wrong type", { name: 1, passphrase: PASSPHRASE }, "name"],
    ["an unknown field", { name: "Ann", passphrase: PASSPHRASE, admin: true }, "admin"],
  ])("%s is a problem that names the field", async (_what, body, field) => {
    const answer = await world.call("POST /v1/auth/passphrase/login", body);
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid", field } });
    expect(answer.raw.headers?.["content-type"]).toBe("application/problem+json");
  });

  it("a body of 2 MB is refused as too large", async () => {
    const body = { name: "Ann", passphrase: "x".repeat(2_000_000) };
    expect(await world.call("POST /v1/auth/passphrase/login", body)).toMatchObject({
      status: 413,
      body: { code: "too_large", field: "body" },
    });
  });
});

describe("secrets", () => {
  it("are neither in the table nor in the log, in success or failure", async () => {
    const lines: string[] = [];
    const spy = vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
    const admin = await world.admin();
    const invite = await world.invite(admin.token);
    await world.login("Ann", "a wrong passphrase");
    const browser = await world.call("POST /v1/token", { grant_type: "refresh_token" }, { cookie: admin.cookie });
    const device = await world.pair(admin.token);
    const next = await world.call("POST /v1/token", {
      grant_type: "refresh_token",
      refresh_token: device.refresh_token,
    });
    crashAfter(0);
    await world.login();
    recover();
    spy.mockRestore();
    const kept = (await everything()) + lines.join("\n");
    const secrets = [PASSPHRASE, "a wrong passphrase", SETUP_CODE, invite, admin.token, admin.cookie, browser.cookie];
    const paired = [device.access_token, device.refresh_token, next.body.refresh_token, next.body.access_token];
    expect(lines.length).toBeGreaterThan(0);
    for (const secret of [...secrets, ...paired]) {
      expect(String(secret).length).toBeGreaterThan(8);
      expect(kept).not.toContain(secret);
    }
  });
});
