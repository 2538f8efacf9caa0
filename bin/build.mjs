import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { quietly, step } from "./progress.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const stamps = join(root, "dist", ".stamps");
const vite = (config) => ["node_modules/vite/bin/vite.js", "build", "--config", config, "--logLevel", "warn"];

/** What is built from what. A step runs again only when a byte of its inputs changed or its output is gone. */
const WATCH = {
  name: "Watch package",
  inputs: ["core", "watch-app", "bin/build-watch.mjs", "bin/watch-stage.mjs", "bin/watch-unpack.mjs"],
  output: "dist/watch/unpacked/manifest.json",
  args: ["bin/build-watch.mjs"],
};
const SYNTH = {
  name: "Cloud functions and stack",
  inputs: ["core", "lambdas", "lib", "bin/cdk.ts", "bin/synth.mjs", "bin/build-functions.mjs"],
  output: "cdk.out/manifest.json",
  args: ["bin/synth.mjs"],
};
const DASHBOARD = {
  name: "Dashboard",
  inputs: ["core", "dashboard"],
  output: "dist/dashboard/index.html",
  args: vite("dashboard/vite.config.ts"),
};
const SIMULATOR = {
  name: "Simulated watch",
  inputs: ["simulator", ...["tokens", "base", "buttons"].map((name) => `dashboard/src/styles/${name}.css`)],
  output: "dist/simulator/index.html",
  args: vite("simulator/vite.config.ts"),
};

/** The stack with what stands in for the functions where the local host itself is tested. */
const STAND_INS = {
  name: "Stand-in functions",
  inputs: ["test/host/fixtures/functions", ...SYNTH.inputs],
  output: "dist/stand-ins/cdk.out/manifest.json",
  args: ["bin/synth.mjs", "test/host/fixtures/functions", "dist/stand-ins"],
};

/** Two lanes side by side: the watch package takes about as long as all the rest. */
const LANES = [[WATCH], [SYNTH, DASHBOARD, SIMULATOR]];

/** Builds whatever is out of date. */
export async function buildAll() {
  mkdirSync(stamps, { recursive: true });
  await Promise.all(LANES.map(runLane));
}

/** The functions and the stack, which are all that a host without pages needs. @returns where the bundles and the assembly are */
export async function buildStack() {
  mkdirSync(stamps, { recursive: true });
  await buildOne(SYNTH);
  return { bundles: join(root, "dist", "functions"), assembly: join(root, "cdk.out") };
}

/** Built once for all tests of the host. @returns the folder of their assembly */
export async function buildStandIns() {
  mkdirSync(stamps, { recursive: true });
  await buildOne(STAND_INS);
  return join(root, "dist", "stand-ins", "cdk.out");
}

async function runLane(lane) {
  for (const target of lane) await buildOne(target);
}

async function buildOne({ name, inputs, output, args }) {
  const stamp = join(stamps, `${name.replace(/ /g, "-").toLowerCase()}.sha256`);
  const wanted = fingerprint([...inputs, "package-lock.json"]);
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await step(name, () => quietly(process.execPath, args, { cwd: root }));
  writeFileSync(stamp, wanted);
}

function fingerprint(inputs) {
  const hash = createHash("sha256").update(process.version);
  for (const file of inputs.flatMap((input) => filesIn(join(root, input)))) {
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
    .filter((file) => !file.endsWith(".test.ts"));
}
