import { spawn } from "node:child_process";

/** A step failed in a way the person can act on: `message` is the whole story, no stack is shown. */
export class PlainError extends Error {}

/**
 * Runs one named step and shows that it is under way and how long it took.
 * @param {string} name
 * @param {() => Promise<void>} work
 */
export async function step(name, work) {
  const started = Date.now();
  console.log(`  … ${name}`);
  await work();
  console.log(`  ✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/**
 * Runs a command quietly; its output is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<void>}
 */
export function quietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => reject(new PlainError(`${command} could not be started: ${error.message}`)));
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new PlainError(`${[command, ...args].join(" ")} failed:\n${output.trim()}`));
    });
  });
}
