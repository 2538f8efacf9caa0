import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error plain JavaScript without declarations
import { buildStack } from "../../bin/build.mjs";
import { synthesize } from "../../bin/cdk.ts";
import { ROOT } from "../../local/root.ts";
import { type Built, stackIn } from "./template.ts";

/** The stack with other context than the one that is built, and the checks of cdk-nag: a finding that nobody acknowledged throws. */
export async function synthesizedStack(context: Record<string, string>): Promise<Built> {
  const outdir = mkdtempSync(join(tmpdir(), "backstride-cdk-"));
  try {
    const { bundles } = await buildStack();
    synthesize({ root: ROOT, outdir, bundles, context });
    return stackIn(outdir, bundles);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
