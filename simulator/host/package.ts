import { catalogue, readBtxt } from "./btxt.ts";
import { SimulatorError } from "./errors.ts";
import type { Platform } from "./platform.ts";

/** `dist/watch/unpacked/manifest.json`: what the build took out of the `.zab`. */
export type PackageManifest = {
  app: { appId?: number; appName?: string; name?: string; version?: unknown };
  variants: Variant[];
};

export type Variant = {
  id: string;
  shape: "round" | "square";
  width: number;
  height: number;
  models: string[];
  base: string;
  device: { appJson: string; files: string[] };
  phone: { side: string; setting: string };
};

/** The parts of the package's own `app.json` that the system acts on. */
export type AppJson = {
  app: { appId: number; appName: string; version: { name: string } };
  permissions: string[];
  designWidth: number;
  defaultLanguage: string;
  i18n: Record<string, { appName: string }>;
  module: {
    page: { pages: string[] };
    "app-service"?: { services: string[] };
    "app-widget"?: { widgets: { path: string }[] };
  };
};

export type LoadedPackage = {
  appJson: AppJson;
  /** Texts by language (`en-US`), then by key. */
  texts: Map<string, Map<string, string>>;
};

export async function loadPackage(platform: Platform, variant: Variant): Promise<LoadedPackage> {
  const appJson = JSON.parse(await platform.readText(variant.device.appJson)) as AppJson;
  if (!Array.isArray(appJson.permissions)) throw new SimulatorError("package", "app.json lists no permissions.");
  const texts = new Map<string, Map<string, string>>();
  const files = variant.device.files
    .filter((file) => file.endsWith(".btxt"))
    .map((file) => file.replace(/^device\//, ""));
  const tid = files.find((file) => file.endsWith("/TID.btxt"));
  if (tid === undefined) return { appJson, texts };
  const keys = readBtxt(await platform.readBytes(`device/${tid}`));
  for (const file of files.filter((name) => name !== tid)) {
    const language = file.replace(/^.*\//, "").replace(/\.btxt$/, "");
    texts.set(language, catalogue(keys, readBtxt(await platform.readBytes(`device/${file}`))));
  }
  return { appJson, texts };
}

/** The package's text for a key: in `language`, else in the default language, else the key itself. */
export function textOf(loaded: LoadedPackage, language: string, key: string): string {
  const found = loaded.texts.get(language)?.get(key) ?? loaded.texts.get(loaded.appJson.defaultLanguage)?.get(key);
  return found ?? key;
}
