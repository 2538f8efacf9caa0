import { describe, expect, it } from "vitest";
import type { PhoneRequest } from "../host/platform.ts";
import { startFixture } from "./fixture.ts";

const page = { "page/a": "Page({ build() {} })" };

const setting = `AppSettingsPage({
  build({ settingsStorage }) {
    return Section({ title: "Server" }, [
      TextInput({ label: "Address", settingsKey: "address" }),
      Button({ label: "Pair", onClick: () => settingsStorage.setItem("command", "pair") }),
      Text({}, settingsStorage.getItem("code") || "not paired"),
    ]);
  },
})`;

const side = `AppSideService({
  onInit() {
    const storage = settings.settingsStorage;
    const act = () => {
      fetch({ url: storage.getItem("address") + "/pair", method: "POST", body: { name: "phone" } }).then((response) => {
        const body = typeof response.body === "string" ? JSON.parse(response.body) : response.body;
        storage.setItem("code", body.code);
      });
    };
    storage.addListener("change", ({ key }) => { if (key === "command") act(); });
    if (sideService.launchReasons.settingsChanged && sideService.launchArgs.key === "command") act();
  },
  onRun() {},
  onDestroy() {},
})`;

describe("the phone", () => {
  it.each(["string", "object"] as const)(
    "wakes its side service when a setting is changed, and shows what that stored (%s bodies)",
    async (bodyShape) => {
      const asked: PhoneRequest[] = [];
      const fetch = async (request: PhoneRequest) => {
        asked.push(request);
        return { status: 200, statusText: "OK", headers: {}, body: JSON.stringify({ code: "ABCD-EFGH" }) };
      };
      const watch = await startFixture(
        { pages: page, side, setting },
        { fetch, bodyShape, settings: { address: "http://home" } },
      );
      expect(await watch.phone.settings()).toEqual(["Server", "Address", "http://home", "Pair", "not paired"]);
      await watch.phone.type("Address", "http://elsewhere");
      await watch.phone.press("Pair");
      await watch.clock.advance(1_000);
      expect(await watch.phone.settings()).toContain("ABCD-EFGH");
      expect(asked).toEqual([
        { url: "http://elsewhere/pair", method: "POST", headers: {}, body: JSON.stringify({ name: "phone" }) },
      ]);
      expect(watch.violations).toEqual([]);
      await watch.stop();
    },
  );

  it("catches a settings page that writes while it is being built, which would loop on a phone", async () => {
    const loops = `AppSettingsPage({ build({ settingsStorage }) { settingsStorage.setItem("a", "1"); return View({}); } })`;
    const watch = await startFixture({ pages: page, setting: loops });
    await watch.phone.settings();
    expect(watch.violations.map(({ code }) => code)).toEqual(["context"]);
    await watch.stop();
  });

  it("catches a component or property that the phone does not have", async () => {
    const odd = `AppSettingsPage({ build() { return Button({ text: "Pair" }); } })`;
    const watch = await startFixture({ pages: page, setting: odd });
    await watch.phone.settings();
    expect(watch.violations[0]?.message).toContain('Button has no property "text"');
    await watch.stop();
  });

  it("says by itself that sessions come from a simulator", async () => {
    const watch = await startFixture({ pages: page });
    expect(watch.phone.stored("backstride.source")).toBe("simulator");
    await watch.stop();
  });
});

describe("the link", () => {
  // Sends a shake; the answer's second port is shown.
  const shaker = `Page({
    build() {
      const ble = require("@zos/ble");
      const status = require("@zos/ui").createWidget("TEXT", { x: 0, y: 0, w: 100, h: 40, text: "waiting" });
      ble.createConnect((index, data) => status.setProperty("TEXT", "port " + new DataView(data).getUint16(6, true)));
      require("@zos/ui").createWidget("BUTTON", { x: 0, y: 50, w: 100, h: 88, text: "Shake", click_func() {
        const frame = new ArrayBuffer(17);
        const view = new DataView(frame);
        view.setUint8(0, 1); view.setUint8(1, 1); view.setUint16(2, 1, true); view.setUint16(4, 20, true);
        if (!ble.send(frame, 17)) status.setProperty("TEXT", "no phone");
      } });
    },
  })`;

  it("carries frames to the phone and back, and the side service answers for its port", async () => {
    const watch = await startFixture({ pages: { "page/a": shaker } });
    await watch.tap("Shake");
    expect(watch.screen().texts).toEqual(["waiting"]);
    await watch.clock.advance(200);
    expect(watch.screen().texts).toEqual(["port 1024"]);
    await watch.stop();
  });

  it("refuses frames while it is down, and loses those under way", async () => {
    const watch = await startFixture({ pages: { "page/a": shaker } });
    await watch.tap("Shake");
    await watch.link(false);
    await watch.clock.advance(200);
    expect(watch.screen().texts).toEqual(["waiting"]);
    await watch.tap("Shake");
    expect(watch.screen().texts).toEqual(["no phone"]);
    await watch.stop();
  });
});
