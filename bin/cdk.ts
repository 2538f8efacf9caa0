import { createRequire } from "node:module";
import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { BackstrideStack } from "../lib/backstride-stack.ts";
import type { ProviderProps } from "../lib/constructs/functions.ts";

const recommended: Record<string, unknown> = createRequire(import.meta.url)(
  "aws-cdk-lib/recommended-feature-flags.json",
);

/** It becomes part of the names of functions, bus and schedules. */
const STAGE = /^[a-z][a-z0-9-]{0,15}$/;

/** `-c oidcIssuer=… -c oidcClientId=…`: both or neither. @throws Error saying what is missing */
function providerOf(app: App): ProviderProps | null {
  const [issuer, clientId] = ["oidcIssuer", "oidcClientId"].map((name) => String(app.node.tryGetContext(name) ?? ""));
  if (issuer === undefined || clientId === undefined || issuer + clientId === "") return null;
  if (!issuer.startsWith("https://") || clientId === "") {
    throw new Error("A sign-in provider needs -c oidcIssuer=https://… and -c oidcClientId=…");
  }
  return { issuer, clientId };
}

export type SynthesizeOptions = {
  /** The repository root; bundles are read from `dist/functions` in it unless `bundles` says otherwise. */
  readonly root: string;
  readonly outdir: string;
  readonly bundles?: string;
  readonly context?: Readonly<Record<string, unknown>>;
  /** Without the checks of cdk-nag, a synthesis for a test is quicker. */
  readonly checks?: boolean;
};

/**
 * Writes the cloud assembly. No account, no network, no Docker.
 * @throws Error when a bundle is missing; sets the exit code and prints a report when a check of cdk-nag fails
 */
export function synthesize(options: SynthesizeOptions): void {
  const app = new App({
    outdir: options.outdir,
    analyticsReporting: false,
    // Here rather than in cdk.json, which only the command line reads: plain Node must write the same template.
    context: { ...recommended, ...options.context },
  });
  const stage = String(app.node.tryGetContext("stage") ?? "main");
  if (!STAGE.test(stage)) throw new Error(`The stage "${stage}" must be up to 16 small letters, digits and dashes.`);
  new BackstrideStack(app, "Backstride", {
    stackName: `backstride-${stage}`,
    description: "Backstride: a walk-and-jog coach on the wrist for people with lower back pain",
    stage,
    provider: providerOf(app),
    bundles: options.bundles ?? join(options.root, "dist", "functions"),
  });
  if (options.checks !== false) {
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  }
  app.synth();
}
