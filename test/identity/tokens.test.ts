import { describe, expect, it } from "vitest";
import type { TokenAnswer } from "../../core/contract/auth.ts";
import { crashAfter, recover, writesMade } from "./cloud.ts";
import { type Answer, useWorld, type World } from "./world.ts";

const DAY = 86_400;
let admin: Awaited<ReturnType<World["admin"]>>;
const world = useWorld(async (here) => {
  admin = await here.admin();
});

const GRANT = { grant_type: "refresh_token" };
/** A device's or a browser's refresh, which answer to the same rules. */
const KINDS = {
  browser: {
    first: async () => admin.cookie,
    refresh: (token: string) => world.call("POST /v1/token", GRANT, { cookie: token }),
    next: (answer: Answer) => answer.cookie ?? "",
    days: 30,
  },
  device: {
    first: async () => String((await world.pair(admin.token)).refresh_token),
    refresh: (token: string) => world.call("POST /v1/token", { ...GRANT, refresh_token: token }),
    next: (answer: Answer) => String(answer.body.refresh_token),
    days: 90,
  },
};

describe.each(Object.entries(KINDS))("the refresh token of a %s", (_name, kind) => {
  it("is exchanged for the next one and an access token that works", async () => {
    const first = await kind.first();
    const answer = await kind.refresh(first);
    expect(answer).toMatchObject({ status: 200, body: { token_type: "Bearer", expires_in: 900 } });
    expect(kind.next(answer)).toMatch(/^[\w-]{75}$/);
    expect(kind.next(answer)).not.toBe(first);
    const { context } = await world.authorize("GET /v1/plan", String(answer.body.access_token));
    expect(context).toMatchObject({ person: admin.person.id });
  });

  it("used again within 60 s gives the same successor, which works", async () => {
    const first = await kind.first();
    const answers = [await kind.refresh(first)];
    world.later(60);
    answers.push(await kind.refresh(first));
    const [once, twice] = answers.map(kind.next);
    expect(twice).toBe(once);
    expect((await kind.refresh(once ?? "")).status).toBe(200);
  });

  it("used several times at once gives one successor", async () => {
    const first = await kind.first();
    const answers = await Promise.all([1, 2, 3, 4].map(() => kind.refresh(first)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(kind.next)).size).toBe(1);
  });

  it("whose answer was lost gives the same successor, which works, however long the client was away", async () => {
    const first = await kind.first();
    const lost = kind.next(await kind.refresh(first));
    for (const away of [61, DAY, 20 * DAY]) {
      world.later(away);
      expect(kind.next(await kind.refresh(first))).toBe(lost);
    }
    const next = kind.next(await kind.refresh(lost));
    expect((await kind.refresh(next)).status).toBe(200);
  });

  it("used again after 60 s, its successor used too, ends the whole family: it was copied", async () => {
    const first = await kind.first();
    const second = kind.next(await kind.refresh(first));
    const third = kind.next(await kind.refresh(second));
    world.later(61);
    expect(await kind.refresh(first)).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect((await kind.refresh(third)).status).toBe(401);
    expect((await kind.refresh(second)).status).toBe(401);
  });

  it("ends after its days without use, with `expired`, and lives on with use", async () => {
    const first = await kind.first();
    world.later(kind.days * DAY - 1);
    const second = kind.next(await kind.refresh(first));
    world.later(kind.days * DAY);
    expect(await kind.refresh(second)).toMatchObject({
      status: 401,
      body: { code: "expired", error: "invalid_grant" },
    });
  });

  it("whose exchange crashed before it was answered still works an hour later", async () => {
    let token = await kind.first();
    recover();
    token = kind.next(await kind.refresh(token));
    const total = writesMade();
    for (let made = 0; made < total; made += 1) {
      recover();
      world.later(61);
      crashAfter(made);
      expect((await kind.refresh(token)).status).toBe(500);
      recover();
      world.later(3600);
      const answer = await kind.refresh(token);
      expect(answer.status, `crash after ${made} writes`).toBe(200);
      token = kind.next(answer);
    }
  });

  it("that nobody issued is refused", async () => {
    expect(await kind.refresh("A".repeat(43))).toMatchObject({ status: 401, body: { code: "unauthorized" } });
  });
});

describe("a browser", () => {
  it("gets its refresh token in a cookie that scripts and other sites cannot use, never in the body", async () => {
    const { raw, body } = await world.login();
    expect(body.refresh_token).toBeUndefined();
    expect(raw.cookies?.[0]).toMatch(
      /^backstride_refresh_7878=[\w-]{75}; Path=\/v1; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
    );
    world.domain = "d111.cloudfront.net";
    expect((await world.login()).raw.cookies?.[0]).toMatch(/^backstride_refresh=.*; SameSite=Strict; Secure$/);
  });

  it("keeps its sign-ins to two installations on one computer, which share the browser's cookies, apart", async () => {
    const [first] = (await world.login()).raw.cookies ?? [];
    world.domain = "localhost:7879";
    const [second] = (await world.login()).raw.cookies ?? [];
    const names = [first, second].map((cookie) => cookie?.split("=")[0]);
    expect(names).toEqual(["backstride_refresh_7878", "backstride_refresh_7879"]);
  });

  it("cannot use its cookie's token as a device, nor a device's as a browser", async () => {
    expect((await KINDS.device.refresh(admin.cookie)).status).toBe(401);
    expect((await KINDS.browser.refresh(await KINDS.device.first())).status).toBe(401);
    expect((await KINDS.browser.refresh(admin.cookie)).status).toBe(200);
  });

  it("loses a cookie that does not work any more", async () => {
    const answer = await KINDS.browser.refresh("A".repeat(43));
    expect(answer.raw.cookies?.[0]).toMatch(/^backstride_refresh_7878=; Path=\/v1; Max-Age=0;/);
  });

  it("signed out stays signed out, and other browsers stay signed in", async () => {
    const other = (await world.login()).cookie ?? "";
    const out = await world.call("POST /v1/auth/logout", {}, { cookie: admin.cookie });
    expect(out).toMatchObject({ status: 204, cookie: "" });
    expect((await KINDS.browser.refresh(admin.cookie)).status).toBe(401);
    expect((await KINDS.browser.refresh(other)).status).toBe(200);
  });

  it("is not heard in a page of another origin, which can neither renew its sign-in nor end it", async () => {
    const { cookie } = await world.admin();
    const from = (origin: string, route: string, body: object) => world.call(route, body, { cookie, origin });
    for (const origin of ["http://localhost:3000", "https://localhost:7878", "http://evil.example", "null"]) {
      expect((await from(origin, "POST /v1/token", { grant_type: "refresh_token" })).status).toBe(401);
      await from(origin, "POST /v1/auth/logout", {});
    }
    const own = await from("http://localhost:7878", "POST /v1/token", { grant_type: "refresh_token" });
    expect(own.status).toBe(200);
  });

  it("is only heard when it sends JSON, which another site's form cannot", async () => {
    for (const routeKey of ["POST /v1/token", "POST /v1/auth/logout", "POST /v1/auth/passphrase/login"]) {
      const answer = await world.call(routeKey, GRANT, { cookie: admin.cookie, contentType: "text/plain" });
      expect(answer).toMatchObject({ status: 400, body: { code: "invalid", field: "content-type" } });
    }
    expect((await KINDS.browser.refresh(admin.cookie)).status).toBe(200);
  });
});

describe("a device", () => {
  it("gets the scopes of a watch and its own id, and is seen when it refreshes", async () => {
    const answer = (await KINDS.device.refresh(await KINDS.device.first())).body as unknown as TokenAnswer;
    expect(answer.scope).toBe("events:write plan:read");
    const { devices } = (await world.call("GET /v1/devices", undefined, { token: admin.token })).body;
    expect(devices).toMatchObject([{ id: answer.device_id, lastSeenAt: new Date(world.now).toISOString() }]);
  });

  it("whose token was copied is unpaired at once, its access token with it", async () => {
    const first = await KINDS.device.first();
    const second = KINDS.device.next(await KINDS.device.refresh(first));
    const { access_token } = (await KINDS.device.refresh(second)).body;
    world.later(61);
    await KINDS.device.refresh(first);
    const { context } = await world.authorize("POST /v1/events", String(access_token));
    expect(context).toEqual({ problem: "unauthorized" });
  });
});
