// Synthesizes the stack with plain Node and offline. It is also the `app` of cdk.json.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildFunctions } from "./build-functions.mjs";
import { load, root } from "./load.mjs";

/**
 * Writes `cdk.out/` from the bundles in `dist/functions` (see buildFunctions).
 * @param {{ outdir?: string }} [options] the CDK command line names its own folder in CDK_OUTDIR
 */
export async function synth(options = {}) {
  const { synthesize } = await load("bin/cdk.ts");
  const outdir = options.outdir ?? process.env.CDK_OUTDIR ?? join(root, "cdk.out");
  synthesize({ root, outdir });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildFunctions();
  await synth();
}
