import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error plain JavaScript without declarations
import { buildStack as buildFunctions } from "../../bin/build.mjs";
import { synthesize } from "../../bin/cdk.ts";
import { ROOT } from "../../local/root.ts";

export type Properties = Record<string, unknown>;
export type Resource = { Type: string; Properties: Properties; DeletionPolicy?: string; UpdateReplacePolicy?: string };
export type Template = { Resources: Record<string, Resource>; Outputs: Record<string, { Value: unknown }> };
export type Built = {
  readonly template: Template;
  readonly of: (type: string) => [string, Resource][];
  /** The folder with one bundle and one metafile per function. */
  readonly bundles: string;
  readonly remove: () => void;
};

/** Builds the real functions and synthesizes the real stack into a folder of its own. */
export async function buildStack(
  options: { checks?: boolean; stage?: string; context?: Record<string, string> } = {},
): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "backstride-cdk-"));
  const bundles: string = await buildFunctions();
  const context = { ...options.context, ...(options.stage === undefined ? {} : { stage: options.stage }) };
  synthesize({ root: ROOT, outdir: join(folder, "cdk.out"), bundles, checks: options.checks === true, context });
  const template: Template = JSON.parse(readFileSync(join(folder, "cdk.out", "Backstride.template.json"), "utf8"));
  return {
    template,
    bundles,
    of: (type) => Object.entries(template.Resources).filter(([, resource]) => resource.Type === type),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The logical ids that a value refers to. */
export function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "Ref") return [String(inner)];
    if (key === "Fn::GetAtt") return [String((inner as string[])[0])];
    return references(inner);
  });
}
