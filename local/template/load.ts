import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HostError } from "../error.ts";
import { refuseUnknown, type Template } from "./resources.ts";

const STACK = "aws:cloudformation:stack";

/**
 * The synthesized template of the one stack in a cloud assembly.
 * @throws HostError when nothing was synthesized, or the stack has a resource that is on neither list
 */
export function loadTemplate(assembly: string): Template {
  const manifest = read(join(assembly, "manifest.json")) as {
    artifacts?: Record<string, { type: string; properties?: { templateFile?: string } }>;
  };
  const stacks = Object.values(manifest.artifacts ?? {}).filter((artifact) => artifact.type === STACK);
  const file = stacks[0]?.properties?.templateFile;
  if (stacks.length !== 1 || file === undefined) {
    throw new HostError(`${assembly} holds ${stacks.length} stacks; this computer runs exactly one.`);
  }
  const template = read(join(assembly, file)) as Template;
  refuseUnknown(template);
  return template;
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new HostError(`The synthesized stack is missing or broken (${path}). Run: node bin/synth.mjs`, cause);
  }
}
