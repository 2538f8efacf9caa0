import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { quietly, step } from "./progress.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules", ".backstride-lock");

/** Installs the packages of the lockfile unless exactly these are installed already. Node built-ins only. */
export async function ensureInstalled() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await step("Installing packages (once; a minute or two)", () => npm(["ci", "--no-audit", "--no-fund"]));
  writeFileSync(stamp, wanted);
}

function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return quietly(process.execPath, [script, ...args], { cwd: root });
  return quietly("npm", args, { cwd: root, shell: process.platform === "win32" });
}
