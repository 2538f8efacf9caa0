import { expect, it } from "vitest";
import { startFixture } from "./fixture.ts";

const LOG = `
  const write = (path, text) => {
    const fd = fs.openSync({ path, flag: fs.O_WRONLY | fs.O_APPEND | fs.O_CREAT });
    const done = fs.writeSync({ fd, buffer: Buffer.from(text).buffer });
    fs.closeSync({ fd });
    return done;
  };`;
const IMPORTS = "const fs = require('@zos/fs');";

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

it("a power cut in the middle of a write leaves a part of it, and nothing the program does later counts", async () => {
  const page = `Page({ build() { ${IMPORTS} ${LOG}
    setTimeout(() => { write("a", "first|"); write("a", "second|"); write("a", "third|"); }, 100); } })`;
  const watch = await startFixture({ pages: { "page/home": page } });
  const { files } = watch.device.hardware;
  let writes = 0;
  files.fate = (_, bytes) => {
    if (bytes > 0) writes += 1;
    if (writes < 2) return "whole";
    watch.device.watch.kill();
    return 3;
  };
  await watch.clock.advance(200);
  expect(textOf(files.read("a"))).toBe("first|sec");
  expect(watch.screen().page).toBeNull();
  await watch.stop();
});

it("a torn write tells the program how much of it arrived", async () => {
  const page = `Page({ build() { ${IMPORTS} ${LOG} setTimeout(() => console.log("wrote", write("a", "abcdef")), 100); } })`;
  const watch = await startFixture({ pages: { "page/home": page } });
  watch.device.hardware.files.fate = (_, bytes) => (bytes > 0 ? 4 : "whole");
  await watch.clock.advance(200);
  expect(watch.events.map(({ text }) => text)).toContain("wrote 4");
  await watch.stop();
});

it("timers stumble by what the switch says, drift comes on top", async () => {
  const page = `Page({ build() { const from = Date.now(); setTimeout(() => console.log("late", Date.now() - from), 1000); } })`;
  const watch = await startFixture({ pages: { "page/home": page } });
  watch.device.hardware.timerLateMs = () => 300;
  watch.device.hardware.timerDrift = -0.05;
  await watch.kill();
  await watch.boot();
  await watch.clock.advance(2_000);
  expect(watch.events.map(({ text }) => text)).toContain("late 1250");
  await watch.stop();
});

it("alarms ring late by what the switch says", async () => {
  const page = `Page({ build() { require('@zos/alarm').set({ url: "service", delay: 10 }); } })`;
  const service = "AppService({ onInit() { console.log('rings'); } })";
  const options = { pages: { "page/home": page }, services: { service }, permissions: ["device:os.alarm"] };
  const watch = await startFixture(options);
  watch.device.hardware.alarms.lateMs = () => 2_500;
  await watch.kill();
  const from = watch.clock.now();
  await watch.boot();
  await watch.clock.advance(20_000);
  const rings = watch.events.filter(({ text }) => text === "rings").map(({ at }) => at - from);
  expect(rings).toEqual([10_000, 12_500]);
  await watch.stop();
});

it("a low battery is seen by the program", async () => {
  const page = `Page({ build() { setTimeout(() => {
    const { Battery } = require('@zos/sensor'); console.log("charge", new Battery().getCurrent()); }, 100); } })`;
  const watch = await startFixture({ pages: { "page/home": page } });
  watch.device.hardware.batteryPct = 7;
  await watch.clock.advance(200);
  expect(watch.events.map(({ text }) => text)).toContain("charge 7");
  await watch.stop();
});
