// Builds the Zepp OS package offline: TypeScript → staged project → zpm → backstride.zab → unpacked for the simulated watch.
import { spawn } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stageProject, zpmCatalogue } from "./watch-stage.mjs";
import { unpackPackage } from "./watch-unpack.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "dist", "watch");
const stage = join(out, "stage");
const home = join(out, "home");

/** Runs zpm with a home of its own, so that the user's home is never read or written. */
function runZpm() {
  const cli = join(dirname(createRequire(import.meta.url).resolve("@zeppos/zpm/package.json")), "bin", "index.js");
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, "build", "-p", stage, "--ip", "false"], {
      env: { ...process.env, HOME: home, USERPROFILE: home },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (text) => (said += text));
    child.stderr.on("data", (text) => (said += text));
    child.on("error", failed);
    child.on("close", (code) => (code === 0 ? done(said) : failed(new Error(`zpm ended with ${code}:\n${said}`))));
  });
}

async function main() {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const devices = JSON.parse(await readFile(join(root, "watch-app", "devices.json"), "utf8"));
  await rm(out, { recursive: true, force: true });
  await mkdir(join(home, ".zepp"), { recursive: true });
  await writeFile(join(home, ".zepp", ".zeus_devices"), JSON.stringify(zpmCatalogue(devices)));
  await stageProject(join(root, "watch-app"), stage, version);
  const said = await runZpm();
  const built = (await readdir(join(stage, "dist")).catch(() => [])).find((name) => name.endsWith(".zab"));
  if (built === undefined) throw new Error(`zpm built no package:\n${said}`);
  const zab = join(out, "backstride.zab");
  await copyFile(join(stage, "dist", built), zab);
  await rm(join(stage, "dist"), { recursive: true, force: true });
  const variants = await unpackPackage(await readFile(zab), join(out, "unpacked"), devices);
  console.log(`Built dist/watch/backstride.zab for ${variants.map(({ id }) => id).join(", ")}.`);
}

main().catch((error) => {
  console.error(`The watch package could not be built. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
