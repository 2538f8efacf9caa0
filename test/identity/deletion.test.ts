import "./cloud.ts";

import { describe, expect, it } from "vitest";
import type { DeletionReceipt } from "../../core/contract/auth.ts";
import { quarantineKey } from "../../lambdas/adapters/keys.ts";
import { putRow } from "../../lambdas/adapters/table.ts";
import { erase } from "../../lambdas/erase/erase.ts";
import { crashAfter, everything, recover, writesMade } from "./cloud.ts";
import { PASSPHRASE, SETUP_CODE, useWorld } from "./world.ts";

type Ben = { readonly id: string; readonly token: string; readonly cookie: string | null };

let admin: string;
let ben: Ben;
let device: Awaited<ReturnType<typeof world.pair>>;
const world = useWorld(async (here) => {
  admin = (await here.admin()).token;
  const answer = await here.register("Ben", await here.invite(admin));
  const { person, access_token } = answer.body as { person: { id: string }; access_token: string };
  ben = { id: person.id, token: access_token, cookie: answer.cookie };
  device = await here.pair(ben.token);
});

const deleteBen = () => world.call("DELETE /v1/account", undefined, { token: ben.token });
const alarms: [string, unknown][] = [];
const runErase = (person = ben.id) => {
  alarms.length = 0;
  const schedule = async (name: string, alarm: unknown) => void alarms.push([name, alarm]);
  return erase({ schedule, hasTime: () => true, now: () => world.now }, person);
};

describe("a deleted account", () => {
  it("answers with a receipt that says what may still hold something of it, and until when", async () => {
    const answer = await deleteBen();
    expect(answer.status).toBe(202);
    const receipt = answer.body as DeletionReceipt;
    expect(receipt).toMatchObject({ person: ben.id, deletedAt: new Date(world.now).toISOString() });
    const days = receipt.kept.map(({ what, until }) => [what, (Date.parse(until) - world.now) / 86_400_000]);
    expect(Object.fromEntries(days)).toEqual({ archive: 14, backups: 35, logs: 30 });
    expect(world.emitted).toEqual([{ type: "account.deleted.v1", detail: { person: ben.id } }]);
  });

  it("lets nobody in from that moment on: not its browser, not its watch, not its passphrase", async () => {
    await deleteBen();
    const refused = { problem: "unauthorized" };
    expect((await world.authorize("GET /v1/summary", ben.token)).context).toEqual(refused);
    expect((await world.authorize("POST /v1/events", device.access_token)).context).toEqual(refused);
    expect((await world.login("Ben")).status).toBe(401);
    const grant = { grant_type: "refresh_token" };
    expect((await world.call("POST /v1/token", grant, { cookie: ben.cookie })).status).toBe(401);
    expect((await world.call("POST /v1/token", { ...grant, refresh_token: device.refresh_token })).status).toBe(401);
  });

  it("asked for again answers the same receipt and starts the erasing again: an answer or an event may be lost", async () => {
    const first = await deleteBen();
    world.later(60);
    expect((await deleteBen()).body).toEqual(first.body);
    expect(world.emitted).toHaveLength(2);
  });

  it("cannot be the wish of a browser that was signed out with all others", async () => {
    await world.call("POST /v1/auth/logout-everywhere", {}, { token: ben.token });
    expect(await deleteBen()).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect((await world.login("Ben")).status).toBe(200);
  });

  it("cannot be a watch's wish, nor another person's", async () => {
    const wish = await world.call("DELETE /v1/account", undefined, { token: device.access_token });
    expect(wish).toMatchObject({ status: 403 });
    await world.call("DELETE /v1/account", undefined, { token: admin });
    expect((await world.login("Ben")).status).toBe(200);
  });

  it("leaves its name to others, and the installation to its admin", async () => {
    await deleteBen();
    await runErase();
    world.later(60);
    await runErase();
    expect((await world.register("Ben", await world.invite(admin))).status).toBe(200);
    expect((await world.login("Ann")).status).toBe(200);
  });

  it("of the admin puts the installation back to its first day", async () => {
    const { id } = ((await world.login("Ann")).body as { person: { id: string } }).person;
    await world.call("DELETE /v1/account", undefined, { token: admin });
    world.later(60);
    await runErase(id);
    expect((await world.call("GET /v1/auth/status")).body).toMatchObject({ claimed: false });
    expect((await world.register("Ann", SETUP_CODE, `${PASSPHRASE} again`)).body).toMatchObject({
      person: { admin: true },
    });
  });
});

describe("erasing", () => {
  const quarantined = () => quarantineKey(new Date(world.now - 29 * 86_400_000).toISOString().slice(0, 10), 7);
  const bensRows = [
    { sk: "S#2026-W40#0193", event: "{}" },
    { sk: "SHARE#0193", elsewhere: [{ pk: "SHARE#abc", sk: "SHARE" }] },
  ];

  async function fill(): Promise<void> {
    for (const row of bensRows) await putRow({ pk: `U#${ben.id}`, ...row });
    for (let made = 0; made < 60; made += 1) await putRow({ pk: `U#${ben.id}`, sk: `E#2026-W40#${made}` });
    await putRow({ pk: "SHARE#abc", sk: "SHARE", person: ben.id });
    const detail = JSON.stringify({ meta: { person: ben.id }, event: { data: { back: 7 } } });
    await putRow({ pk: quarantined(), sk: "1", detail });
    await putRow({ pk: quarantined(), sk: "2", detail: JSON.stringify({ meta: { person: "somebody else" } }) });
  }

  it("takes away every row that names the person, wherever it lies, and leaves the tombstone alone", async () => {
    await fill();
    const { deletedAt } = (await deleteBen()).body;
    world.later(60);
    await runErase();
    const kept = (await everything()).match(new RegExp(ben.id, "g")) ?? [];
    expect(kept).toHaveLength(1);
    expect(await everything()).toContain("somebody else");
    expect(await everything()).toContain(String(deletedAt));
    expect(alarms).toEqual([
      [ben.id, null],
      [`${ben.id}-erase`, null],
    ]);
  });

  it("looks again a minute later, for what a function that was still running wrote meanwhile", async () => {
    await deleteBen();
    await runErase();
    expect(alarms.at(-1)).toEqual([
      `${ben.id}-erase`,
      { atMs: world.now + 60_000, input: { detail: { person: ben.id } } },
    ]);
    await putRow({ pk: `U#${ben.id}`, sk: "E#2026-W40#late" });
    world.later(60);
    await runErase();
    expect(await everything()).not.toContain("late");
    expect(alarms.at(-1)).toEqual([`${ben.id}-erase`, null]);
  });

  it("touches nobody who has not deleted their account", async () => {
    const before = await everything();
    await runErase();
    expect(await everything()).toBe(before);
  });

  it("interrupted after any write goes on where it was", async () => {
    await fill();
    await deleteBen();
    world.later(60);
    for (let made = 0; ; made += 7) {
      recover();
      crashAfter(made);
      const ended = await runErase().then(
        () => true,
        () => false,
      );
      if (ended) break;
    }
    expect(writesMade()).toBeGreaterThan(0);
    recover();
    expect((await everything()).match(new RegExp(ben.id, "g"))).toHaveLength(1);
  });

  it("without time left comes back instead of failing", async () => {
    await deleteBen();
    world.later(60);
    alarms.length = 0;
    const schedule = async (name: string, alarm: unknown) => void alarms.push([name, alarm]);
    await erase({ schedule, hasTime: () => false, now: () => world.now }, ben.id);
    expect(alarms.map(([name]) => name)).toEqual([ben.id, `${ben.id}-erase`]);
  });
});
