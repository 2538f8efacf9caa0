// Node 20 cannot run TypeScript, so an entry is bundled (our code only, packages stay external) and imported.
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Bundles a TypeScript entry of this repository and imports it.
 * @param {string} entry path from the repository root, for example `bin/cdk.ts`
 * @returns {Promise<any>} the module's namespace
 */
export async function load(entry) {
  // The whole path is in the name: two entries called main.ts would be one module to whoever loads both.
  const outfile = join(root, "dist", "bin", `${entry.replace(/\.ts$/, "").replace(/[\\/]/g, "-")}.mjs`);
  await mkdir(dirname(outfile), { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    outfile,
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  // Two processes may load the same entry at the same moment: a rename shows the other a whole file or none.
  const half = `${outfile}.${process.pid}`;
  await writeFile(half, outputFiles[0].contents);
  await rename(half, outfile);
  return import(pathToFileURL(outfile).href);
}
