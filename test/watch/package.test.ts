import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import devices from "../../watch-app/devices.json" with { type: "json" };
import { ROOT } from "./build.ts";

/** What `npm test` and `npm start` have built. */
const BUILT = join(ROOT, "dist/watch");

type Zip = ReturnType<typeof unzipSync>;
type Variant = { zpk: Uint8Array; device: Zip; phone: Zip };
type AppJson = {
  permissions: string[];
  runtime: { apiVersion: { minVersion: string } };
  platforms: { deviceSource: number }[];
};

let outer: Zip;
const variants: Variant[] = [];
const work = mkdtempSync(join(tmpdir(), "backstride-qjsc-"));

const entry = (zip: Zip, name: string): Uint8Array => {
  const bytes = zip[name];
  if (bytes === undefined) throw new Error(`${name} is missing`);
  return bytes;
};
const appJson = ({ device }: Variant): AppJson => JSON.parse(strFromU8(entry(device, "app.json"))) as AppJson;
const scripts = (zip: Zip): [string, string][] =>
  Object.entries(zip).flatMap(([name, bytes]) => (name.endsWith(".js") ? [[name, strFromU8(bytes)]] : []));

beforeAll(() => {
  outer = unzipSync(readFileSync(join(BUILT, "backstride.zab")));
  for (const [name, zpk] of Object.entries(outer)) {
    if (!name.endsWith(".zpk")) continue;
    const parts = unzipSync(zpk);
    variants.push({
      zpk,
      device: unzipSync(entry(parts, "device.zip")),
      phone: unzipSync(entry(parts, "app-side.zip")),
    });
  }
}, 120_000);

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

test("there is one package for each screen of the catalogue, and every model is in one of them", () => {
  const screens = new Set(devices.map(({ shape, width, height }) => `${shape} ${width}x${height}`));
  expect(variants).toHaveLength(screens.size);
  const sources = variants.flatMap((variant) => appJson(variant).platforms.map(({ deviceSource }) => deviceSource));
  expect([...sources].sort()).toEqual(devices.flatMap((device) => device.sources).sort());
});

test("the archive holds packages and their manifest, no source folder and no source map", () => {
  expect(Object.keys(outer).filter((name) => !name.endsWith(".zpk"))).toEqual(["manifest.json"]);
  for (const { device, phone } of variants) {
    for (const name of [...Object.keys(device), ...Object.keys(phone)])
      expect(name).not.toMatch(/\.(ts|map)$|node_modules/);
  }
});

test("each package has the app, its pages, the stand-in service, the side service, the settings page and an icon", () => {
  for (const { device, phone } of variants) {
    const pages = ["home", "before", "session", "after", "summary", "morning", "more", "cues"].map(
      (page) => `page/${page}.js`,
    );
    for (const name of [
      "app.js",
      ...pages,
      "app-service/cue.js",
      "app-service/morning.js",
      "app-service/remind.js",
      "assets/icon.png",
      "assets/raw/locale/en-US.btxt",
    ]) {
      expect(entry(device, name).length, name).toBeGreaterThan(0);
    }
    for (const name of ["app-side.js", "setting.js"]) expect(entry(phone, name).length, name).toBeGreaterThan(0);
  }
});

/** Which permission an API needs by Zepp's documentation; everything else that we use needs none. */
const NEEDS: readonly [RegExp, string][] = [
  [/\bgetDeviceInfo\b/, "data:os.device.info"],
  [/\.HeartRate\b/, "data:user.hd.heart_rate"],
  [/\.Step\b/, "data:user.hd.step"],
  [/['"]@zos\/alarm['"]/, "device:os.alarm"],
  [/['"]@zos\/storage['"]/, "device:os.local_storage"],
  [/['"]@zos\/notification['"]/, "device:os.notification"],
  [/['"]@zos\/app-service['"]/, "device:os.bg_service"],
  [/\.Distance\b/, "data:user.hd.distance"],
  [/\.Workout\b/, "data:user.hd.workout"],
  [/\.Geolocation\b/, "device:os.geolocation"],
  [/\.Accelerometer\b/, "device:os.accelerometer"],
  [/['"]@zos\/user['"]/, "data:user.info"],
];

test("the permissions asked for are exactly the ones used", () => {
  for (const variant of variants) {
    const text = scripts(variant.device)
      .map(([, script]) => script)
      .join("\n");
    const used = NEEDS.flatMap(([pattern, permission]) => (pattern.test(text) ? [permission] : []));
    expect([...appJson(variant).permissions].sort()).toEqual(used.sort());
    expect(appJson(variant).runtime.apiVersion.minVersion).toBe("3.6");
  }
});

/** The compiler that zpm brings for this machine. */
function qjsc(): string {
  const names: Readonly<Record<string, string>> = {
    "linux-x64": "qjsc",
    "linux-arm64": "qjsc_arm64",
    "darwin-x64": "qjsc_darwin",
    "darwin-arm64": "qjsc_darwin_arm64",
    "win32-x64": "qjsc_win32.exe",
  };
  const name = names[`${process.platform}-${process.arch}`];
  if (name === undefined) throw new Error(`zpm brings no qjsc for ${process.platform} on ${process.arch}`);
  const copy = join(work, name);
  copyFileSync(join(ROOT, "node_modules/@zeppos/zpm/bin", name), copy);
  chmodSync(copy, 0o755);
  return copy;
}

test("every script compiles with the official qjsc", () => {
  const compiler = qjsc();
  const [first] = variants;
  if (first === undefined) throw new Error("no package");
  for (const [name, script] of [...scripts(first.device), ...scripts(first.phone)]) {
    const file = join(work, "script.js");
    writeFileSync(file, script);
    const { status, stderr } = spawnSync(compiler, ["-c", "-o", join(work, "out.c"), file], { encoding: "utf8" });
    expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: "" });
  }
});

test("the scripts of all screens are the same: the layout is worked out on the watch", () => {
  const texts = new Set(variants.map(({ device, phone }) => JSON.stringify([scripts(device), scripts(phone)])));
  expect(texts.size).toBe(1);
});

test("nothing newer than 2020 is called that the watch may not have", () => {
  const newer =
    /(?<!\.\.)\.(at|replaceAll|findLast|findLastIndex|toSorted|toReversed|hasOwn|structuredClone)\(|\bBigInt\b|\bIntl\b|WeakRef/;
  for (const { device } of variants.slice(0, 1)) {
    for (const [name, script] of scripts(device)) expect(newer.exec(script)?.[0] ?? null, name).toBeNull();
  }
});

test("no package is larger than 200 KB", () => {
  for (const { zpk } of variants) expect(zpk.length).toBeLessThanOrEqual(200 * 1024);
});

test("the simulated watch finds every file that the unpacked manifest names", () => {
  const manifest = JSON.parse(readFileSync(join(BUILT, "unpacked/manifest.json"), "utf8")) as {
    app: { name?: string; appName: string };
    variants: {
      id: string;
      base: string;
      models: string[];
      device: { appJson: string; files: string[] };
      phone: { side: string; setting: string };
    }[];
  };
  expect(manifest.variants.map(({ id }) => id)).toContain("round-480");
  expect(manifest.variants.flatMap(({ models }) => models).sort()).toEqual(devices.map(({ name }) => name).sort());
  for (const { base, device, phone } of manifest.variants) {
    for (const file of [device.appJson, ...device.files, phone.side, phone.setting]) {
      expect(statSync(join(BUILT, "unpacked", base, file)).size, file).toBeGreaterThan(0);
    }
  }
});

test("the build keeps zpm's home in its place", () => {
  expect(readdirSync(join(BUILT, "home", ".zepp"))).toEqual([".zeus_devices"]);
});
