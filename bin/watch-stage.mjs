import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { iconPng } from "./watch-icon.mjs";
import { parsePo, writePo } from "./watch-po.mjs";

/** What the watch itself brings, what zpm bundles, and the module that zpm turns into a language table. */
const PLATFORM = ["@zos/*", "@zeppos/zml/*", "i18n"];

/** The entries that app.json names, as paths without extension. */
export function entriesOf(manifest) {
  return Object.values(manifest.targets).flatMap(({ module }) => [
    "app",
    ...module.page.pages,
    ...module["app-widget"].widgets.map(({ path }) => path),
    ...module["app-service"].services,
    module["app-side"].path,
    module.setting.path,
  ]);
}

async function put(path, content) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** zpm takes no TypeScript, so each entry becomes one ES2019 module with our own code in it. */
async function transpile(source, stage, entries, version) {
  await build({
    entryPoints: entries.map((entry) => ({ in: join(source, `${entry}.ts`), out: entry })),
    outdir: stage,
    bundle: true,
    format: "esm",
    target: "es2019",
    platform: "neutral",
    mainFields: ["module", "main"],
    external: PLATFORM,
    legalComments: "none",
    // zpm minifies too, but shortens no name: it wraps all in `with`, where it may not.
    minify: true,
    define: { APP_VERSION: JSON.stringify(version) },
    logLevel: "warning",
  });
}

/** Which texts each part gets: what it does not show would only fill its package. */
const CONTEXTS = {
  page: (key) => !key.startsWith("settings."),
  setting: (key) => /^(settings|cues)\./.test(key),
};

/**
 * `page/` serves the pages and the app-service, `setting/` the phone's settings page; both have their part of one catalogue. What a
 * language leaves out is filled in from the default one, because a watch would show the bare key.
 */
async function languages(source, stage, manifest) {
  const folder = join(source, "i18n");
  const read = async (name) => parsePo(await readFile(join(folder, name), "utf8"));
  const base = await read(`${manifest.defaultLanguage}.po`);
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".po")).sort()) {
    manifest.i18n[name.slice(0, -3)] = { appName: manifest.app.appName };
    const texts = [...base, ...(await read(name))];
    for (const [context, wanted] of Object.entries(CONTEXTS)) {
      const catalogue = writePo(new Map(texts.filter(([key]) => wanted(key))));
      await put(join(stage, context, "i18n", name), catalogue);
    }
  }
}

/**
 * Writes the staged Zepp OS project: app.json, one JavaScript file per entry, languages, icons.
 * @param {string} source the folder of `watch-app`
 * @param {string} stage an empty folder
 * @param {string} version semantic version of the package
 */
export async function stageProject(source, stage, version) {
  const manifest = JSON.parse(await readFile(join(source, "app.json"), "utf8"));
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  manifest.app.version = { code: major * 10_000 + minor * 100 + patch, name: version };
  await transpile(source, stage, entriesOf(manifest), version);
  await languages(source, stage, manifest);
  await put(join(stage, "app.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [target, { platforms }] of Object.entries(manifest.targets)) {
    for (const { st } of platforms) await put(join(stage, "assets", `${target}.${st}`, manifest.app.icon), iconPng());
  }
  return manifest;
}

/** The device catalogue in the form that zpm keeps in the user's home; never expires, so that zpm stays offline. */
export function zpmCatalogue(devices) {
  const entries = devices.flatMap((device) =>
    device.sources.map((deviceSource) => ({
      productName: device.name,
      deviceSource,
      value: {
        code: device.name,
        productId: 0,
        productVersion: 0,
        shape: device.shape,
        screen: { size: `${device.width}*${device.height}`, previewSize: "360*360", iconSize: 248 },
        os: { version: device.api, apiLevel: device.api },
        pixelDensity: "h",
      },
    })),
  );
  return { devices: entries, devices_beta: [], expiredTime: Number.MAX_SAFE_INTEGER, version: "" };
}
