// `npm run dev`: `npm start`, again whenever a source file changes. What does not build is said, and waits for the next change.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAll } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { PlainError } from "./progress.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const SOURCES = ["bin", "core", "dashboard", "demo", "lambdas", "lib", "local", "simulator", "watch-app"];
/** An editor writes a file in several steps, and a branch is many files. */
const SETTLE_MS = 200;

/** Waits until files have changed, and then until they are at rest; also when they changed since the last call. */
function changes() {
  let settling;
  let heard = () => {};
  let waiting = new Promise((done) => {
    heard = done;
  });
  for (const folder of SOURCES) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(settling);
      settling = setTimeout(() => heard(), SETTLE_MS);
    });
  }
  return async () => {
    await waiting;
    waiting = new Promise((done) => {
      heard = done;
    });
  };
}

/** Nothing is stopped in the middle of a build: its helpers would go on and write into the next one. */
async function built() {
  try {
    await ensureInstalled();
    await buildAll();
    return true;
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(`\n${error.message}`);
    return false;
  }
}

function start() {
  const child = spawn(process.execPath, [join(root, "bin", "start.mjs"), ...process.argv.slice(2)], {
    stdio: "inherit",
    // Ctrl-C reaches a whole process group, and a host that is told twice to stop does not wait for itself.
    detached: process.platform !== "win32",
  });
  const ended = new Promise((done) => child.once("close", done));
  return async () => {
    child.kill("SIGTERM");
    await ended;
  };
}

let stop = async () => {};
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop().then(() => process.exit(0)));

const changed = changes();
while (true) {
  if (await built()) stop = start();
  await changed();
  console.log("\nA file changed.");
  await stop();
}
