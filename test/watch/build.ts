import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");

/** Builds the watch package into a folder of its own, so that tests never touch the one that is being served. */
export function buildPackage(name: string): { readonly folder: string; remove(): void } {
  const folder = join(ROOT, "dist", `watch-test-${name}-${process.pid}`);
  execFileSync(process.execPath, [join(ROOT, "bin/build-watch.mjs"), folder], { cwd: ROOT });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
