import { afterAll, beforeAll, expect, it } from "vitest";
import type { TokenAnswer } from "../../core/contract/auth.ts";
import { BrowserPush } from "../identity/browser-push.ts";
import { firstVisitEvents } from "../product/client.ts";
import { RealHost } from "./real-host.ts";

const HOUR_MS = 3_600_000;

let host: RealHost;
let browser: BrowserPush;
let ann: TokenAnswer;
beforeAll(async () => {
  [host, browser] = await Promise.all([RealHost.start(), BrowserPush.start()]);
  ann = await host.register("Ann", host.host.setupCode ?? "");
  await host.json("POST /v1/push/subscriptions", browser.subscription(), ann.access_token);
  await host.json("POST /v1/events", { events: firstVisitEvents() }, ann.access_token);
  await host.host.whenIdle();
});
afterAll(async () => {
  await browser.stop();
  await host.stop();
});

it("an alarm of the plan becomes a message that the browser can read", async () => {
  expect(host.host.scheduler.list()).toHaveLength(1);
  await host.host.clock.advance(26 * HOUR_MS);
  await host.host.whenIdle();
  // Whether the time of day comes once or twice in 26 hours depends on when this runs.
  expect([1, 2]).toContain(browser.received.length);
  for (const { message } of browser.received) {
    expect(message).toEqual({ title: "Backstride", body: expect.stringMatching(/ready/), tag: "session", url: "/" });
  }
});

it("a deleted account is gone from the table and the scheduler two minutes later, and stays gone", async () => {
  const { access_token: token } = await host.json<TokenAnswer>("POST /v1/auth/passphrase/login", {
    name: "Ann",
    passphrase: "quiet morning gravel path",
  });
  expect((await host.ask("DELETE /v1/account", { token })).status).toBe(202);
  expect((await host.ask("GET /v1/summary", { token })).status).toBe(401);
  await host.host.clock.advance(120_000);
  await host.host.whenIdle();
  const kept = (await host.rows()).split("\n").filter((row) => row.includes(ann.person.id));
  expect(kept).toEqual([expect.stringContaining("erasedAt")]);
  expect(host.host.scheduler.list()).toEqual([]);
});
