import { describe, expect, it } from "vitest";
import { crashAfter, recover } from "./cloud.ts";
import { DEVICE_GRANT, LABEL, useWorld } from "./world.ts";

let token: string;
const world = useWorld(async (here) => {
  token = (await here.admin()).token;
});

const start = async () =>
  (await world.call("POST /v1/pair/start", LABEL)).body as { device_code: string; user_code: string };
const poll = (device_code: string) => world.call("POST /v1/pair/token", { grant_type: DEVICE_GRANT, device_code });
const confirm = (user_code: string, approve?: boolean, as = token) =>
  world.call("POST /v1/pair/confirm", { user_code, ...(approve === undefined ? {} : { approve }) }, { token: as });
const devices = async (as = token) =>
  (await world.call("GET /v1/devices", undefined, { token: as })).body.devices as { id: string; name: string }[];

describe("pairing a watch", () => {
  it("goes: the phone shows a code, the person looks, approves, and the phone has its tokens at its next question", async () => {
    const answer = await world.call("POST /v1/pair/start", LABEL);
    expect(answer.body).toMatchObject({
      expires_in: 600,
      interval: 5,
      verification_uri: "http://localhost:7878/devices",
    });
    const { device_code, user_code } = answer.body as { device_code: string; user_code: string };
    expect(user_code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    expect(Buffer.from(device_code, "base64url")).toHaveLength(32);
    expect(await poll(device_code)).toMatchObject({ status: 400, body: { error: "authorization_pending" } });

    world.later(42);
    const looked = await confirm(user_code);
    expect(looked.body).toMatchObject({
      device: { name: LABEL.name, model: LABEL.model, startedSecondsAgo: 42 },
      paired: false,
    });
    expect(await devices()).toEqual([]);

    expect((await confirm(user_code, true)).body).toMatchObject({ paired: true });
    const tokens = await poll(device_code);
    expect(tokens).toMatchObject({
      status: 200,
      body: { device_id: (await devices())[0]?.id, person: { name: "Ann" } },
    });
    const { context } = await world.authorize("POST /v1/events", String(tokens.body.access_token));
    expect(context).toMatchObject({ deviceId: tokens.body.device_id, scopes: "events:write plan:read" });
  });

  it("takes the code as people type it", async () => {
    const { user_code } = await start();
    expect((await confirm(` ${user_code.toLowerCase().replace("-", " ")}`)).status).toBe(200);
    expect((await confirm(user_code.replace("-", ""), true)).body).toMatchObject({ paired: true });
  });

  it("answers a wrong code as a problem on `user_code`, and pairs nothing", async () => {
    await start();
    for (const wrong of ["BBBB-BBBB", "", "12345678", "PC#"]) {
      expect(await confirm(wrong, true)).toMatchObject({ status: 400, body: { code: "invalid", field: "user_code" } });
    }
    expect(await devices()).toEqual([]);
  });

  it("allows five wrong codes in ten minutes for each account, however many at once", async () => {
    const { user_code } = await start();
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm("BBBB-BBBB", true)));
    expect(answers.filter((answer) => answer.status === 400).length).toBeLessThanOrEqual(5);
    while ((await confirm("BBBB-BBBB", true)).status === 400);
    const refused = await confirm(user_code, true);
    expect(refused).toMatchObject({ status: 429, body: { code: "too_many" } });
    expect(refused.body.detail).toMatch(/try again in 10 minutes/);
    world.later(600 - 1);
    expect((await confirm(user_code, true)).status).toBe(429);
    world.later(2);
    expect((await confirm((await start()).user_code, true)).body).toMatchObject({ paired: true });
  });

  it("does not count right codes", async () => {
    for (let round = 0; round < 8; round += 1) expect((await confirm((await start()).user_code)).status).toBe(200);
  });

  it("ends after ten minutes on both sides", async () => {
    const { device_code, user_code } = await start();
    world.later(600);
    expect(await confirm(user_code, true)).toMatchObject({ status: 400, body: { field: "user_code" } });
    expect(await poll(device_code)).toMatchObject({
      status: 400,
      body: { code: "expired_token", error: "expired_token" },
    });
  });

  it("slows down a phone that asks too often, five seconds more each time", async () => {
    const { device_code } = await start();
    expect((await poll(device_code)).body.error).toBe("authorization_pending");
    world.later(5);
    expect((await poll(device_code)).body.error).toBe("authorization_pending");
    world.later(2);
    expect(await poll(device_code)).toMatchObject({ status: 400, body: { code: "slow_down", error: "slow_down" } });
    world.later(6);
    expect((await poll(device_code)).body.error).toBe("slow_down");
    world.later(15);
    expect((await poll(device_code)).body.error).toBe("authorization_pending");
  });

  it("turned down tells the phone so", async () => {
    const { device_code, user_code } = await start();
    expect((await confirm(user_code, false)).body).toMatchObject({ paired: false });
    expect((await poll(device_code)).body.error).toBe("access_denied");
    expect((await confirm(user_code, true)).status).toBe(400);
  });

  it("does not know a device code that nobody was given", async () => {
    expect(await poll("A".repeat(43))).toMatchObject({
      status: 400,
      body: { error: "invalid_grant", field: "device_code" },
    });
  });

  it.each([
    "",
    "   ",
    "A".repeat(61),
    "Ann\u202ehctaw",
    "Ann\u2066",
    "Ann\u200f",
    "Ann\nBen",
    "Ann\u0000",
    "Ann\u0085",
  ])("refuses the name %j, by which nobody could decide", async (name) => {
    const answer = await world.call("POST /v1/pair/start", { ...LABEL, name });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid", field: "name" } });
  });

  it.each([` ${"A".repeat(60)} `, "安的手表", "Zoë’s watch 🏃"])(
    "shows the name %j without spaces around it",
    async (name) => {
      const { user_code } = (await world.call("POST /v1/pair/start", { ...LABEL, name })).body;
      const answer = await world.call("POST /v1/pair/confirm", { user_code }, { token });
      expect(answer.body).toMatchObject({ device: { name: name.trim() } });
    },
  );

  it("refuses unknown fields, naming them", async () => {
    expect(await world.call("POST /v1/pair/start", { ...LABEL, person: "me" })).toMatchObject({
      status: 400,
      body: { code: "invalid", field: "person" },
    });
  });
});

describe("a pairing code", () => {
  it("works for one account only, even when two confirm at once", async () => {
    const ben = await world.register("Ben", await world.invite(token));
    const bens = String(ben.body.access_token);
    const { device_code, user_code } = await start();
    const answers = await Promise.all([confirm(user_code, true), confirm(user_code, true, bens)]);
    expect(answers.filter((answer) => answer.body.paired === true)).toHaveLength(1);
    expect([...(await devices()), ...(await devices(bens))]).toHaveLength(1);
    const owner = answers[0]?.body.paired === true ? "Ann" : "Ben";
    expect((await poll(device_code)).body).toMatchObject({ person: { name: owner } });
  });

  it("confirmed twice by the same person pairs once", async () => {
    const { user_code } = await start();
    await confirm(user_code, true);
    expect((await confirm(user_code, true)).body).toMatchObject({ paired: true });
    expect(await devices()).toHaveLength(1);
  });

  it("cannot bring back a device that was removed", async () => {
    const { device_code, user_code } = await start();
    await confirm(user_code, true);
    await world.call("DELETE /v1/devices/{id}", undefined, { token, id: (await devices())[0]?.id ?? "" });
    await confirm(user_code, true);
    expect(await devices()).toEqual([]);
    expect((await poll(device_code)).body.error).toBe("access_denied");
  });

  it("survives a crash between the writes of its confirmation", async () => {
    for (const made of [0, 1, 2, 3]) {
      const { device_code, user_code } = await start();
      recover();
      crashAfter(made);
      expect((await confirm(user_code, true)).status).toBe(500);
      recover();
      expect((await confirm(user_code, true)).body).toMatchObject({ paired: true });
      expect((await poll(device_code)).status).toBe(200);
    }
    expect(await devices()).toHaveLength(4);
  });
});

describe("the answer with the tokens", () => {
  it("is given once, and repeated the same for 60 s to a phone that lost it", async () => {
    const { device_code, user_code } = await start();
    await confirm(user_code, true);
    const [one, two] = await Promise.all([poll(device_code), poll(device_code)]);
    world.later(60);
    const three = await poll(device_code);
    expect(one?.body.refresh_token).toMatch(/^[\w-]{75}$/);
    expect(two?.body.refresh_token).toBe(one?.body.refresh_token);
    expect(three.body.refresh_token).toBe(one?.body.refresh_token);
    world.later(1);
    expect((await poll(device_code)).body.error).toBe("expired_token");
    expect(await devices()).toHaveLength(1);
  });

  it("reaches a phone that asks shortly after the code ran out, when it was confirmed in time", async () => {
    const { device_code, user_code } = await start();
    world.later(599);
    await confirm(user_code, true);
    world.later(4);
    expect((await poll(device_code)).status).toBe(200);
  });
});

describe("a removed device", () => {
  it("is refused from the next request on, and cannot refresh", async () => {
    const paired = await world.pair(token);
    const id = paired.device_id ?? "";
    expect((await world.authorize("GET /v1/plan", paired.access_token)).context).toMatchObject({ deviceId: id });
    const removed = await world.call("DELETE /v1/devices/{id}", undefined, { token, id });
    expect(removed.status).toBe(204);
    expect((await world.authorize("GET /v1/plan", paired.access_token)).context).toEqual({ problem: "unauthorized" });
    const refresh = { grant_type: "refresh_token", refresh_token: paired.refresh_token };
    expect(await world.call("POST /v1/token", refresh)).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect(await devices()).toEqual([]);
  });

  it("is somebody's own: another person cannot remove or see it", async () => {
    const paired = await world.pair(token);
    const ben = String((await world.register("Ben", await world.invite(token))).body.access_token);
    const answer = await world.call("DELETE /v1/devices/{id}", undefined, { token: ben, id: paired.device_id ?? "" });
    expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await devices(ben)).toEqual([]);
    expect(await devices()).toHaveLength(1);
  });
});
