// Builds the Zepp OS package offline: TypeScript → staged project → zpm → backstride.zab → unpacked for the simulated watch.
// Usage: node bin/build-watch.mjs [folder, by default dist/watch]
import { spawn } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stageProject, zpmCatalogue } from "./watch-stage.mjs";
import { unpackPackage } from "./watch-unpack.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs zpm with a home of its own, so that the user's home is never read or written. */
function runZpm(stage, home) {
  const cli = join(dirname(createRequire(import.meta.url).resolve("@zeppos/zpm/package.json")), "bin", "index.js");
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, "build", "-p", stage, "--ip", "false", "--compress", "true"], {
      env: { ...process.env, HOME: home, USERPROFILE: home },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const hear = (text) => {
      said += text;
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", failed);
    child.on("close", (code) => (code === 0 ? done(said) : failed(new Error(`zpm ended with ${code}:\n${said}`))));
  });
}

async function build(folder) {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const devices = JSON.parse(await readFile(join(root, "watch-app", "devices.json"), "utf8"));
  const [stage, home, zab] = ["stage", "home", "backstride.zab"].map((name) => join(folder, name));
  await mkdir(join(home, ".zepp"), { recursive: true });
  await writeFile(join(home, ".zepp", ".zeus_devices"), JSON.stringify(zpmCatalogue(devices)));
  await stageProject(join(root, "watch-app"), stage, version);
  const said = await runZpm(stage, home);
  const built = (await readdir(join(stage, "dist")).catch(() => [])).find((name) => name.endsWith(".zab"));
  if (built === undefined) throw new Error(`zpm built no package:\n${said}`);
  await copyFile(join(stage, "dist", built), zab);
  await rm(join(stage, "dist"), { recursive: true, force: true });
  return unpackPackage(await readFile(zab), join(folder, "unpacked"), devices);
}

/** Built beside its place and moved there whole, so that whoever serves the old package never sees half of the new one. */
async function main() {
  const out = resolve(process.argv[2] ?? join(root, "dist", "watch"));
  const fresh = `${out}.${process.pid}`;
  try {
    await mkdir(fresh, { recursive: true });
    const variants = await build(fresh);
    await rm(out, { recursive: true, force: true });
    await rename(fresh, out);
    console.log(`Built the watch package for ${variants.map(({ id }) => id).join(", ")}.`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(`The watch package could not be built. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
