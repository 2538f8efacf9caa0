// Node 20 cannot run TypeScript, so an entry is bundled (our code only, packages stay external) and imported.
import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Bundles a TypeScript entry of this repository and imports it.
 * @param {string} entry path from the repository root, for example `bin/cdk.ts`
 * @returns {Promise<any>} the module's namespace
 */
export async function load(entry) {
  const outfile = join(root, "dist", "bin", basename(entry).replace(/\.ts$/, ".mjs"));
  await mkdir(dirname(outfile), { recursive: true });
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}
