import { readFileSync } from "node:fs";
import { join } from "node:path";
// @ts-expect-error plain JavaScript without declarations
import { buildStack } from "../../bin/build.mjs";

export type Properties = Record<string, unknown>;
export type Resource = { Type: string; Properties: Properties; DeletionPolicy?: string; UpdateReplacePolicy?: string };
export type Template = { Resources: Record<string, Resource>; Outputs: Record<string, { Value: unknown }> };
export type Built = {
  readonly template: Template;
  readonly of: (type: string) => [string, Resource][];
  /** The folder with one bundle and one metafile per function. */
  readonly bundles: string;
};

/** The stack as `npm run` commands build it, with the checks of cdk-nag; anew when its sources changed. */
export async function builtStack(): Promise<Built> {
  const { assembly, bundles } = await buildStack();
  return stackIn(assembly, bundles);
}

export function stackIn(assembly: string, bundles: string): Built {
  const template: Template = JSON.parse(readFileSync(join(assembly, "Backstride.template.json"), "utf8"));
  return {
    template,
    bundles,
    of: (type) => Object.entries(template.Resources).filter(([, resource]) => resource.Type === type),
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
