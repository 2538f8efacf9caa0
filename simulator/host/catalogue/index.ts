import { files } from "./files.ts";
import { sensor } from "./sensor.ts";
import { system } from "./system.ts";
import type { ModuleSpec } from "./types.ts";
import { interfaceModules } from "./ui.ts";

export type { ContextKind, Entry, ModuleSpec } from "./types.ts";

/** Every `@zos/*` module we know, by name. What is not in here does not exist for the package. */
export const MODULES: ReadonlyMap<string, ModuleSpec> = new Map(
  [sensor, ...system, ...files, ...interfaceModules].map((spec) => [spec.name, spec]),
);
