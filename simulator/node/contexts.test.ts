import { describe, expect, it } from "vitest";
import { memoryStore } from "../host/store.ts";
import { FIXTURE_START, type Fixture, startFixture } from "./fixture.ts";

const text = (words: string) =>
  `require("@zos/ui").createWidget("TEXT", { x: 0, y: 0, w: 100, h: 40, text: ${words} })`;
const button = (label: string, click: string) =>
  `require("@zos/ui").createWidget("BUTTON", { x: 0, y: 50, w: 100, h: 88, text: "${label}", click_func() { ${click} } })`;

/** Each page notes its lifecycle in the log, where the test reads it. */
const page = (name: string, build: string) => `Page({
  onInit(params) { console.log("${name} init", String(params)); },
  build() { ${build} },
  onDestroy() { console.log("${name} destroy"); },
})`;

const twoPages: Fixture = {
  pages: {
    "page/a": page("a", button("Go", `require("@zos/router").push({ url: "page/b", params: "x=1" })`)),
    "page/b": page("b", text('"This is b"')),
  },
};

const logged = (watch: { events: readonly { kind: string; text: string }[] }) =>
  watch.events.filter(({ kind }) => kind === "log").map(({ text }) => text);

describe("pages", () => {
  it("are destroyed by push and made anew by back, as documented", async () => {
    const watch = await startFixture(twoPages);
    await watch.tap("Go");
    expect(watch.screen()).toMatchObject({ page: "page/b", texts: ["This is b"] });
    await watch.press("BACK");
    expect(watch.screen().page).toBe("page/a");
    expect(logged(watch)).toEqual(["a init undefined", "a destroy", "b init x=1", "b destroy", "a init undefined"]);
    expect(watch.violations).toEqual([]);
    await watch.stop();
  });

  it("end ten seconds after the screen went dark, and not before", async () => {
    const watch = await startFixture(twoPages);
    await watch.light(false);
    await watch.clock.advance(9_900);
    expect(watch.screen().page).toBe("page/a");
    await watch.clock.advance(200);
    expect(watch.screen().page).toBeNull();
    await watch.light(true);
    expect(watch.screen().page).toBeNull();
    await watch.stop();
  });

  it("come back at the next wake when they asked for it", async () => {
    const ask = `require("@zos/display").setWakeUpRelaunch({ relaunch: true })`;
    const watch = await startFixture({ pages: { "page/a": page("a", ask) } });
    await watch.light(false);
    await watch.clock.advance(60_000);
    expect(watch.screen().page).toBeNull();
    await watch.light(true);
    expect(watch.screen().page).toBe("page/a");
    await watch.stop();
  });

  it("keep the screen lit for as long as they hold it bright", async () => {
    const hold = `require("@zos/display").setPageBrightTime({ brightTime: 90000 })`;
    const watch = await startFixture({ pages: { "page/a": page("a", hold) } }, { screenTimeoutMs: 15_000 });
    await watch.clock.advance(89_000);
    expect(watch.screen().on).toBe(true);
    await watch.clock.advance(2_000);
    expect(watch.screen().on).toBe(false);
    await watch.stop();
  });

  it("are gone at once when killed: no farewell, no timer, no write after it", async () => {
    const write = `require("@zos/fs").writeFileSync({ path: "ticks", data: String(Date.now()) })`;
    const store = memoryStore();
    const watch = await startFixture(
      { pages: { "page/a": page("a", `setInterval(() => ${write}, 1000)`) } },
      { store },
    );
    await watch.clock.advance(3_000);
    await watch.kill();
    const kept = store.get("watch/files/ticks");
    await watch.clock.advance(5_000);
    expect(kept).not.toBeNull();
    expect(store.get("watch/files/ticks")).toBe(kept);
    expect(logged(watch)).toEqual(["a init undefined"]);
    await watch.stop();
  });

  it("that are killed while their script is still being loaded never appear", async () => {
    const watch = await startFixture(twoPages);
    const tapping = watch.tap("Go");
    await watch.kill();
    await tapping;
    await watch.clock.advance(1_000);
    expect(watch.screen().page).toBeNull();
    expect(logged(watch)).not.toContain("b init x=1");
    await watch.stop();
  });

  it("see the watch's time, not the computer's, and only what the watch's engine has", async () => {
    const facts = `[Date.now(), new Date().getTime(), typeof Intl, typeof fetch, typeof document, typeof [].at, typeof Object.hasOwn].join(" ")`;
    const watch = await startFixture({ pages: { "page/a": page("a", text(facts)) } });
    const [now, date, ...rest] = watch.screen().texts[0]?.split(" ") ?? [];
    expect([now, date]).toEqual([String(FIXTURE_START), String(FIXTURE_START)]);
    expect(new Set(rest)).toEqual(new Set(["undefined"]));
    await watch.stop();
  });

  it("that ask for what does not exist are found out, although their wrapper only logs", async () => {
    const watch = await startFixture({ pages: { "page/a": page("a", `require("@zos/teleport").beam()`) } });
    expect(watch.violations.map(({ message }) => message)).toEqual(["There is no module @zos/teleport."]);
    await watch.stop();
  });
});

describe("app services", () => {
  const services = {
    "app-service/cue": `AppService({
      onInit(params) {
        console.log("service", params, typeof setTimeout);
        new (require("@zos/sensor").Vibrator)().start();
        require("@zos/fs").writeFileSync({ path: "svc", data: params });
      },
      onDestroy() { console.log("service destroy"); },
    })`,
  };
  const arm = `require("@zos/alarm").set({ url: "app-service/cue", delay: 30, param: "hello" })`;
  const fixture = { pages: { "page/a": page("a", arm) }, services, permissions: ["device:os.alarm"] };

  it("run for a moment when their alarm rings, without a page, and may write while the screen is off", async () => {
    const watch = await startFixture(fixture);
    await watch.light(false);
    await watch.clock.advance(29_900);
    expect(watch.vibrations).toEqual([]);
    await watch.clock.advance(1_000);
    expect(watch.vibrations.map(({ at }) => at - FIXTURE_START)).toEqual([30_000]);
    expect(logged(watch).slice(-2)).toEqual(["service hello undefined", "service destroy"]);
    expect(watch.device.hardware.files.read("svc")).toBeDefined();
    await watch.stop();
  });

  it("are refused the disk while the screen is on", async () => {
    const watch = await startFixture(fixture);
    await watch.clock.advance(31_000);
    expect(watch.vibrations).toHaveLength(1);
    expect(watch.device.hardware.files.read("svc")).toBeUndefined();
    await watch.stop();
  });

  it("do not ring after a reboot unless the alarm was stored", async () => {
    const watch = await startFixture(fixture);
    await watch.reboot();
    await watch.clock.advance(60_000);
    expect(watch.vibrations).toEqual([]);
    await watch.stop();
  });
});

describe("the shortcut card", () => {
  const card = (build: string) => ({
    "card/next": `AppWidget({
      onInit() { console.log("card init"); },
      build() { ${build} },
      onResume() { console.log("card resume"); },
      onPause() { console.log("card pause"); },
    })`,
  });
  const pages = { "page/a": page("a", text('"This is a"')) };

  it("is drawn once, paused out of sight, and its click opens a page", async () => {
    const cards = card(button("Go", `require("@zos/router").push({ url: "page/a" })`));
    const watch = await startFixture({ pages, cards });
    await watch.press("BACK");
    await watch.swipe("RIGHT");
    await watch.swipe("LEFT");
    expect(watch.screen().page).toBeNull();
    await watch.swipe("RIGHT");
    expect(watch.screen()).toMatchObject({ page: "card/next", buttons: ["Go"] });
    await watch.tap("Go");
    expect(watch.screen().page).toBe("page/a");
    const heard = logged(watch).filter((line) => line.startsWith("card"));
    expect(heard).toEqual(["card init", "card resume", "card pause", "card resume", "card pause"]);
    await watch.stop();
  });

  it.each([
    ["gestures", `require("@zos/interaction").onGesture({ callback: () => true })`],
    ["containers", `require("@zos/ui").createWidget("GROUP", { x: 0, y: 0, w: 9, h: 9 })`],
    ["more height than a card may have", `require("@zos/ui").setAppWidgetSize({ h: 300 })`],
  ])("has no %s", async (_, build) => {
    const watch = await startFixture({ pages, cards: card(build) });
    await watch.press("BACK");
    await watch.swipe("RIGHT");
    expect(watch.violations.length + watch.events.filter(({ kind }) => kind === "error").length).toBeGreaterThan(0);
    await watch.stop();
  });
});
