// Synthesizes the stack with plain Node and offline. It is also the `app` of cdk.json. With two arguments, it is the same stack around
// other functions: their sources, and the folder for what is built.
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildFunctions } from "./build-functions.mjs";
import { load, root } from "./load.mjs";

/**
 * Writes `cdk.out/` from the bundles in `dist/functions` (see buildFunctions).
 * @param {{ outdir?: string, bundles?: string, checks?: boolean }} [options] the CDK command line names its own folder in CDK_OUTDIR
 */
async function synth(options = {}) {
  const { synthesize } = await load("bin/cdk.ts");
  const outdir = options.outdir ?? process.env.CDK_OUTDIR ?? join(root, "cdk.out");
  synthesize({ root, ...options, outdir });
  await removeOldAssets(outdir);
}

/** Each changed bundle leaves its forerunner behind. Those of the last day stay, for a host that may still run from them. */
async function removeOldAssets(outdir) {
  const used = await readFile(join(outdir, "Backstride.assets.json"), "utf8");
  for (const name of await readdir(outdir)) {
    const old = Date.now() - (await stat(join(outdir, name))).mtimeMs > 86_400_000;
    if (name.startsWith("asset.") && old && !used.includes(name)) await rm(join(outdir, name), { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [source, folder] = process.argv.slice(2);
  if (source === undefined) {
    await buildFunctions();
    await synth();
  } else {
    const bundles = join(root, folder, "functions");
    await buildFunctions({ source, outdir: bundles });
    await synth({ outdir: join(root, folder, "cdk.out"), bundles, checks: false });
  }
}
