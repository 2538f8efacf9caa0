import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");

/** The built package once more, as the next version of it: a higher version code, the same appId. */
export function updatedPackage(): { readonly folder: string; readonly code: number; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "backstride-update-"));
  cpSync(join(ROOT, "dist/watch/unpacked"), folder, { recursive: true });
  const path = join(folder, "round-480/device/app.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { app: { version: { code: number; name: string } } };
  const code = manifest.app.version.code + 1;
  manifest.app.version = { code, name: "99.0.0" };
  writeFileSync(path, JSON.stringify(manifest));
  return { folder, code, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
