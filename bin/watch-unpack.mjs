import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";

async function writeAll(folder, files) {
  for (const [name, bytes] of Object.entries(files)) {
    if (name.endsWith("/")) continue;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

/** Shape and size of a `.zpk`, from the first device its app.json names. */
function screenOf(appJson, devices) {
  const sources = appJson.platforms.map((platform) => platform.deviceSource);
  const models = devices.filter((device) => device.sources.some((source) => sources.includes(source)));
  const [first] = models;
  if (first === undefined) throw new Error("A package names no device of the catalogue");
  return { shape: first.shape, width: first.width, height: first.height, models: models.map((device) => device.name) };
}

async function unpackVariant(zpk, out, devices) {
  const parts = unzipSync(zpk);
  const device = unzipSync(parts["device.zip"]);
  const phone = unzipSync(parts["app-side.zip"]);
  const screen = screenOf(JSON.parse(strFromU8(device["app.json"])), devices);
  const id = screen.shape === "round" ? `round-${screen.width}` : `square-${screen.width}x${screen.height}`;
  await writeAll(join(out, id, "device"), device);
  await writeAll(join(out, id, "phone"), phone);
  return {
    id,
    ...screen,
    base: `${id}/`,
    device: { appJson: "device/app.json", files: Object.keys(device).map((name) => `device/${name}`) },
    phone: { side: "phone/app-side.js", setting: "phone/setting.js" },
  };
}

/**
 * Unpacks a `.zab` for the simulated watch: one folder per screen and a `manifest.json`.
 * @param {Uint8Array} zab the package as zpm built it
 * @param {string} out an empty folder
 * @param {Array<{ name: string, sources: number[], shape: string, width: number, height: number }>} devices the catalogue
 */
export async function unpackPackage(zab, out, devices) {
  const outer = unzipSync(zab);
  const { zpks } = JSON.parse(strFromU8(outer["manifest.json"]));
  const variants = [];
  for (const { name } of zpks) variants.push(await unpackVariant(outer[name], out, devices));
  variants.sort((a, b) => b.width * b.height - a.width * a.height || (a.id < b.id ? -1 : 1));
  const [first] = variants;
  const app = JSON.parse(strFromU8(unzipSync(unzipSync(outer[zpks[0].name])["device.zip"])["app.json"])).app;
  if (first === undefined || new Set(variants.map(({ id }) => id)).size !== variants.length) {
    throw new Error("The package must hold exactly one variant per screen");
  }
  await mkdir(out, { recursive: true });
  await writeFile(
    join(out, "manifest.json"),
    `${JSON.stringify({ app: { name: app.appName, ...app }, variants }, null, 2)}\n`,
  );
  return variants;
}
