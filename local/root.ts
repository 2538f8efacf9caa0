import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository root. Found by walking up, because this module also runs bundled, from `dist/bin`. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The version in package.json. */
export function version(): string {
  return String(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version);
}

function findRoot(folder: string): string {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "backstride") return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("No package.json of Backstride above this file.");
  return findRoot(parent);
}
