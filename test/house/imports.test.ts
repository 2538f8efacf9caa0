import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Which rooms a room may import from, as docs/architecture.md draws it. Tests may look into every room. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  "watch-app": ["core"],
  lambdas: ["core"],
  dashboard: ["core"],
  simulator: [],
  lib: ["core"],
  local: ["core"],
  bin: ["lambdas", "lib", "local", "core"],
  demo: ["bench", "bin", "local", "core"],
};

/** Packages that core may use: it runs on the watch, so nothing with a platform behind it. */
const CORE_PACKAGES = ["valibot"];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !/\.(test|arbitrary)\.tsx?$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Static imports and re-exports, and `import(…)` of a literal. */
const IMPORT = /^\s*(?:import|export)\b[^;"']*?\bfrom\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

function importsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? "");
}

const roomOf = (file: string): string => relative(root, file).split(sep)[0] ?? "";

describe("imports point one way", () => {
  it.each(Object.entries(MAY_IMPORT))("%s imports only from its own room and %j", (room, allowed) => {
    const wrong = sources(room).flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith("."))
        .map((target) => ({ file: relative(root, file), into: roomOf(resolve(dirname(file), target)) }))
        .filter(({ into }) => into !== room && !allowed.includes(into)),
    );
    expect(wrong).toEqual([]);
  });

  it("core uses no package with a platform behind it", () => {
    const foreign = sources("core").flatMap((file) =>
      importsOf(file)
        .filter((target) => !target.startsWith(".") && !CORE_PACKAGES.includes(target))
        .map((target) => `${relative(root, file)} imports ${target}`),
    );
    expect(foreign).toEqual([]);
  });
});

describe("core is pure", () => {
  it("has no clock, no randomness, no Intl and no timers", () => {
    const impure = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bIntl\b\.|\bset(?:Timeout|Interval)\(/;
    const offenders = sources("core").filter((file) => impure.test(readFileSync(file, "utf8")));
    expect(offenders.map((file) => relative(root, file))).toEqual([]);
  });
});
