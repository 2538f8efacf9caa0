import { expect, test } from "vitest";
import { Cloud, planOf } from "./cloud.ts";
import { answer, finish, open, pair, sessionOf, started, told } from "./journey.ts";

test("before any plan the watch invites to pair and makes nothing up", async () => {
  const watch = await open(new Cloud(null));
  await watch.clock.advance(1_000);
  const screen = watch.screen();
  expect(screen.texts).toContain("Pair in the Zepp app");
  expect(screen.buttons).not.toContain("Start");
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("the link breaks during the session: the record waits, and goes once the link is back", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const watch = await started(cloud);
  await watch.link(false);
  await watch.clock.until(() => watch.screen().texts.includes("Well done"), 400_000);
  await answer(watch, "Done");
  await watch.clock.advance(100);
  await told(watch, "0", "0", "0", "0", "2", "No");
  await watch.clock.advance(8_000);
  expect(watch.screen().texts.join(" ")).toContain("to send");
  expect(cloud.log.size).toBe(0);
  await watch.link(true);
  await watch.light(true);
  await watch.tap("Done");
  await watch.clock.advance(10_000);
  expect(watch.screen().texts.join(" ")).toContain("All in sync");
  expect(sessionOf(cloud).data.level).toBe(0);
  await watch.stop();
});

test("a refused record is laid aside, shown, and blocks nothing", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  cloud.refused.set("checkin.reported.v1", "invalid");
  const watch = await started(cloud);
  await answer(watch, "End", "Too hard");
  await finish(watch, "0", "0", "0", "0", "2", "No");
  expect(sessionOf(cloud).data).toMatchObject({ outcome: "ended-early", reason: "effort" });
  await answer(watch, "Done");
  await watch.clock.advance(1_000);
  expect(watch.screen().texts.join(" ")).toContain("1 not accepted");
  await answer(watch, "More");
  await watch.clock.advance(100);
  await answer(watch, "Why");
  expect(watch.screen().texts.join(" ")).toContain("This was not accepted.");
  await watch.stop();
});

test.each(["string", "object"] as const)(
  "an expired token is renewed unseen; a removed device says so (%s bodies)",
  async (bodyShape) => {
    const cloud = new Cloud(planOf(5, "2026-11-20"));
    const watch = await open(cloud, { bodyShape });
    await watch.clock.advance(1_000);
    await pair(watch, cloud);
    await watch.light(true);
    cloud.forget();
    await answer(watch, "Sync");
    await watch.clock.advance(5_000);
    expect(watch.screen().texts.join(" ")).toContain("All in sync");
    cloud.forget(true);
    await watch.light(true);
    await answer(watch, "Sync");
    await watch.clock.advance(5_000);
    expect(watch.screen().texts.join(" ")).toContain("Pair again");
    expect((await watch.phone.settings()).join(" ")).toContain("removed on the dashboard");
    await watch.stop();
  },
);

test("a wrong address is said on the settings page and on the watch", async () => {
  const cloud = new Cloud(null);
  const watch = await open(cloud);
  cloud.up = false;
  await watch.phone.settings();
  await watch.phone.press("Pair this watch");
  await watch.clock.advance(25_000);
  expect((await watch.phone.settings()).join(" ")).toContain("No Backstride answers at this address");
  cloud.up = true;
  await pair(watch, cloud);
  cloud.up = false;
  await watch.boot();
  await watch.clock.advance(12_000);
  expect(watch.screen().texts.join(" ")).toContain("Server out of reach");
  await watch.stop();
});

test("a server that asks for a pause gets it: said on both, nothing lost, and sent once it is over", async () => {
  const cloud = new Cloud(planOf(0, "2026-11-20"));
  const watch = await started(cloud);
  const posts = () => cloud.asked.filter(({ url }) => url.endsWith("/v1/events")).length;
  cloud.busyUntil = watch.clock.now() + 120_000;
  await answer(watch, "End", "Too hard");
  await finish(watch, "0", "0", "0", "0", "2", "No");
  expect(watch.screen().texts.join(" ")).toContain("Will try again later · 2 to send");
  expect((await watch.phone.settings()).join(" ")).toContain("Backstride is busy. It will be tried again.");
  expect(posts()).toBe(1);
  await watch.light(true);
  await answer(watch, "Done");
  await watch.clock.advance(5_000);
  await answer(watch, "Sync");
  await watch.clock.advance(5_000);
  expect(posts()).toBe(1);
  expect(cloud.log.size).toBe(0);

  await watch.clock.advance(120_000);
  cloud.busyUntil = null;
  await watch.boot();
  await watch.clock.advance(8_000);
  expect(watch.screen().texts.join(" ")).toContain("All in sync");
  expect(sessionOf(cloud).data.outcome).toBe("ended-early");
  await watch.stop();
});

test("pairing outlives the side service", async () => {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await open(cloud);
  await watch.phone.settings();
  await watch.phone.press("Pair this watch");
  await watch.clock.advance(1_000);
  await watch.phone.endSide();
  cloud.confirmed = true;
  await watch.light(true);
  await answer(watch, "Sync");
  await watch.clock.advance(15_000);
  expect((await watch.phone.settings()).join(" ")).toContain("Paired and in sync.");
  await watch.stop();
});
