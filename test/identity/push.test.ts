import "./cloud.ts";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Reminder } from "../../core/contract/bus.ts";
import type { PushInfo } from "../../core/contract/push.ts";
import { EMPTY_CHECKPOINT } from "../../core/progress/checkpoint.ts";
import { totalsOf } from "../../core/progress/totals.ts";
import { foldRow } from "../../lambdas/adapters/folds.ts";
import { putRow } from "../../lambdas/adapters/table.ts";
import { post } from "../../lambdas/push/post.ts";
import { push } from "../../lambdas/push/push.ts";
import { BrowserPush, vapidClaims } from "./browser-push.ts";
import { useWorld } from "./world.ts";

const HOUR_MS = 3_600_000;
let admin: Awaited<ReturnType<typeof world.admin>>;
let browser: BrowserPush;
const world = useWorld(async (here) => {
  admin = await here.admin();
});
beforeEach(async () => {
  browser = await BrowserPush.start();
});
afterEach(() => browser.stop());

const call = (routeKey: string, body?: unknown, id = "") => world.call(routeKey, body, { token: admin.token, id });
const subscribe = (subscription: unknown = browser.subscription()) => call("POST /v1/push/subscriptions", subscription);
const info = async () => (await call("GET /v1/push")).body as PushInfo;

/** The reminder of a session that was due `lateMs` ago, as the bus delivers it. */
function remind(lateMs = 0, more: Partial<Reminder> = {}, hasTime = () => true): Promise<void> {
  const dueAt = new Date(world.now - lateMs).toISOString();
  const [pause, now] = [async () => {}, () => world.now];
  return push(
    { post, pause, hasTime, now, origin: "http://localhost:7878", local: true },
    { person: admin.person.id, planRev: 1, what: "session", dueAt, ...more },
  );
}

describe("subscribing", () => {
  it("lists the browser, by the key that its push service will be shown; again changes nothing", async () => {
    const made = await subscribe();
    expect(made).toMatchObject({ status: 201, body: { name: "Test browser" } });
    await subscribe();
    const { publicKey, subscriptions } = await info();
    expect(subscriptions).toEqual([made.body]);
    expect(Buffer.from(publicKey, "base64url")).toHaveLength(65);
    expect((await call("DELETE /v1/push/subscriptions/{id}", undefined, String(made.body.id))).status).toBe(204);
    expect((await call("DELETE /v1/push/subscriptions/{id}", undefined, String(made.body.id))).status).toBe(404);
    expect((await info()).subscriptions).toEqual([]);
  });

  it.each([
    "http://push.example.com/a",
    "https://push.example.com:8443/a",
    "https://user:secret@push.example.com/a",
    "https://10.0.0.1/a",
    "https://[fd00::1]/a",
    "https://169.254.169.254/latest/meta-data",
    "https://printer.local/a",
    "https://intranet/a",
    "ftp://push.example.com/a",
    "nonsense",
  ])("refuses the endpoint %j by name", async (endpoint) => {
    const answer = await subscribe({ ...browser.subscription(), endpoint });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid", field: "endpoint" } });
  });

  it("takes a service on this computer only while the installation is on it too", async () => {
    world.domain = "d111.cloudfront.net";
    for (const endpoint of [browser.origin, "https://2130706433/a", "https://localhost/a"]) {
      const answer = await subscribe({ ...browser.subscription(), endpoint });
      expect(answer).toMatchObject({ status: 400, body: { field: "endpoint" } });
    }
    expect((await subscribe({ ...browser.subscription(), endpoint: "https://push.example.com/a" })).status).toBe(201);
  });

  it("refuses keys that no browser makes", async () => {
    const { keys, ...rest } = browser.subscription();
    const off = { ...rest, keys: { ...keys, p256dh: Buffer.alloc(65, 4).toString("base64url") } };
    expect(await subscribe(off)).toMatchObject({ status: 400, body: { field: "keys.p256dh" } });
    expect(await subscribe({ ...rest, keys: { ...keys, auth: "short" } })).toMatchObject({
      status: 400,
      body: { field: "keys.auth" },
    });
  });

  it("keeps the ten newest browsers", async () => {
    for (let made = 0; made < 12; made += 1) {
      world.later(1);
      await subscribe(browser.subscription(`Browser ${made}`, `/${made}`));
    }
    expect((await info()).subscriptions.map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, index) => `Browser ${index + 2}`),
    );
  });
});

describe("a reminder", () => {
  it("reaches the browser encrypted, in the person's language, without a word about health, under our key", async () => {
    await subscribe();
    const checkpoint = { ...EMPTY_CHECKPOINT, profile: { language: "de" as const } };
    const fold = { week: "2026-W47", rev: 1, checkpoint, totals: totalsOf([]), sum: totalsOf([]), from: "" };
    await putRow(foldRow(admin.person.id, fold));
    await remind();
    const [{ message, headers } = { message: null, headers: {} }] = browser.received;
    expect(message).toEqual({
      title: "Backstride",
      body: "Deine Runde für heute ist bereit, wann du magst.",
      tag: "session",
      url: "/",
    });
    expect(headers).toMatchObject({
      ttl: "3600",
      urgency: "normal",
      topic: "session",
      "content-encoding": "aes128gcm",
    });
    const { payload, key } = await vapidClaims(String(headers.authorization), browser.origin, world.now);
    expect(payload.sub).toBe("http://localhost:7878");
    expect(key).toBe((await info()).publicKey);
  });

  it("is said once to each browser, however often the bus delivers it", async () => {
    await subscribe();
    await subscribe(browser.subscription("Other", "/b"));
    for (let time = 0; time < 3; time += 1) await remind();
    expect(browser.received).toHaveLength(2);
    world.later(60);
    await remind();
    expect(browser.received).toHaveLength(4);
  });

  it("is said once to a browser that subscribes again meanwhile", async () => {
    await subscribe();
    await remind();
    world.later(1);
    await subscribe();
    await remind(1_000);
    expect(browser.received).toHaveLength(1);
  });

  it("is signed for anew after half an hour, and not for each browser and each time", async () => {
    await subscribe();
    await subscribe(browser.subscription("Other", "/b"));
    await remind();
    world.later(29 * 60);
    await remind();
    world.later(60);
    await remind();
    const signatures = browser.received.map(({ headers }) => String(headers.authorization));
    expect(signatures).toHaveLength(6);
    expect(new Set(signatures.slice(0, 4)).size).toBe(1);
    expect(new Set(signatures).size).toBe(2);
    const { payload } = await vapidClaims(signatures[5] ?? "", browser.origin, world.now);
    expect(payload.exp).toBe(Math.floor(world.now / 1000) + 3600);
  });

  it.each([404, 410])("removes a subscription that its service has ended (%i)", async (status) => {
    await subscribe();
    browser.answers.push(status);
    await remind();
    expect((await info()).subscriptions).toEqual([]);
  });

  it.each([429, 500, 503])("is tried again after %i, and reaches only who has not had it", async (status) => {
    await subscribe();
    browser.answers.push(status, status);
    await remind();
    expect([browser.calls, browser.received.length]).toEqual([3, 1]);
    world.later(60);
    await subscribe(browser.subscription("Other", "/b"));
    browser.answers.push(...Array.from({ length: 6 }, () => status));
    await expect(remind()).rejects.toMatchObject({ code: "unavailable", retryable: true });
    await remind();
    expect(browser.received).toHaveLength(3);
  });

  it("that no service takes is given up after the third call, without an alarm, and the subscription stays", async () => {
    await subscribe();
    browser.answers.push(...Array.from({ length: 9 }, () => 503));
    await expect(remind(2_000)).rejects.toThrow();
    await expect(remind(62_000)).rejects.toThrow();
    await remind(136_000);
    expect(browser.calls).toBe(9);
    expect((await info()).subscriptions).toHaveLength(1);
  });

  it("is left to the next call when this one has no time for another try: a service may let us wait", async () => {
    await subscribe();
    browser.answers.push(503);
    await expect(remind(0, {}, () => false)).rejects.toMatchObject({ code: "unavailable", retryable: true });
    await remind();
    expect([browser.calls, browser.received.length]).toEqual([2, 1]);
  });

  it("of a deleted person, of a person without a browser, or an hour late is not sent", async () => {
    await remind();
    await subscribe();
    await remind(HOUR_MS + 1);
    await call("DELETE /v1/account");
    await remind();
    expect(browser.calls).toBe(0);
  });

  it("goes no more to a browser that was signed out with all others", async () => {
    await subscribe();
    await call("POST /v1/auth/logout-everywhere", {});
    await remind();
    expect(browser.calls).toBe(0);
  });

  it("leaves no address and no key in the log", async () => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
    const { endpoint, keys } = browser.subscription();
    await subscribe();
    browser.answers.push(403);
    await remind();
    expect(lines.join("\n")).toContain("push refused");
    for (const secret of [endpoint, keys.auth, keys.p256dh]) expect(lines.join("\n")).not.toContain(secret);
  });
});
