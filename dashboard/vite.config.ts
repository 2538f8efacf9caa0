import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, normalizePath, type Plugin, type Rolldown } from "vite";
import { EARLY_SCRIPT } from "../core/contract/site.ts";
import { shortKeys } from "./short-keys.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A language is called by its own name, so that its files can be told apart: by the early script, the worker, and for their sizes (bench/sizes.ts). */
function chunkName(module: string | null | undefined): string {
  const [, tag, part] = /i18n\/(\w\w)\/(everyday|rest)\.ts$/.exec(module ?? "") ?? [];
  if (tag === undefined) return "[name]";
  return part === "rest" ? `lang-${tag}-rest` : `lang-${tag}`;
}

/** What is fetched on its own: each language, the worker. */
const ALONE = /(i18n|core\/text)\/\w\w\/(?!questionnaires)|worker\/sw|src\/early\.ts/;
const SHARED = "index";
/** What `index` stands on, the packages and `core`: as much again, so that both come side by side. */
const GROUND = "ground";
/** Both stand in the page itself. */
const THERE: readonly string[] = [SHARED, GROUND];
const ROOT = normalizePath(here("."));

/** What two files of pages (src/app/files) need is in these two, so that no page waits for a chain of imports; the rest is where it is needed. */
function fileOf(id: string, bundle: Rolldown.ChunkingContext): string | null {
  if (ALONE.test(id)) return null;
  const seen = new Set([id]);
  for (const module of seen) for (const importer of bundle.getModuleInfo(module)?.importers ?? []) seen.add(importer);
  const files = [...seen].filter((module) => bundle.getModuleInfo(module)?.importers.length === 0);
  return files.length === 1 && files[0]?.includes("app/files/") ? null : id.startsWith(ROOT) ? SHARED : GROUND;
}

/** Vite's own helper fetches what a page needs beside its file, which here is nothing. */
function plainImports(): Plugin {
  return {
    name: "plain-imports",
    enforce: "pre",
    load: (id) => (id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : null),
  };
}

/** Brings the names that JSX is turned into; only where there is JSX, for the worker and the early script stand alone. */
function jsxNames(): Plugin {
  const names = 'import { Fragment as JsxGroup, h as jsxNode } from "preact";';
  return {
    name: "jsx-names",
    enforce: "pre",
    transform: (code, id) => (/\.tsx$/.test(id) ? { code: names + code, map: null } : null),
  };
}

/** Writes the early script into the page, before all that has to be fetched, and the names that it goes by. */
function earlyScript(): Plugin {
  return {
    name: "early-script",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") return;
      const named = Object.values(bundle).flatMap(({ fileName }) => {
        const name = /^assets\/(.+)-[\w-]{8}\.js$/.exec(fileName)?.[1];
        return name === undefined || THERE.includes(name) ? [] : [[name, `/${fileName}`] as const];
      });
      const { early = "", ...files } = Object.fromEntries(named);
      const script = takeOut(bundle, early.slice(1));
      const head = `<meta name="files" content='${JSON.stringify(files)}' />\n    <script>${script}</script>`;
      // A function: what stands in the script is no pattern.
      page.source = String(page.source).replace("<script", () => `${head}\n    <script`);
    },
  };
}

/** The icon stands in the page: it takes no request, and no share of the connection, before anything is to be seen. */
function iconInPage(): Plugin {
  const svg = readFileSync(here("public/favicon.svg"), "utf8").trim().replaceAll('"', "'");
  const address = svg.replace(/[#<>]/g, encodeURIComponent);
  return {
    name: "icon-in-page",
    transformIndexHtml: (html) => html.replace('"/favicon.svg"', `"data:image/svg+xml,${address}"`),
  };
}

/** The early script as it stands in the page: alone, so that nothing of it is a name of the page. */
function takeOut(bundle: Rolldown.OutputBundle, fileName: string): string {
  const chunk = bundle[fileName];
  if (chunk?.type !== "chunk") throw new Error("The early script was not built.");
  delete bundle[fileName];
  const script = `(()=>{${chunk.code.trim()}})()`;
  const hash = `sha256-${createHash("sha256").update(script).digest("base64")}`;
  if (hash !== EARLY_SCRIPT) throw new Error(`The early script has changed: core/contract/site.ts has to say ${hash}.`);
  return script;
}

const WORKER = "sw.js";
/** Files beside the bundle that the pages need without a network. */
const PUBLIC = ["/favicon.svg", "/icon-192.png", "/manifest.webmanifest"];

/** Tells the service worker which files this version is made of. Its mark changes with any of them, so a browser notices. */
function shellList(): Plugin {
  return {
    name: "shell-list",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== "chunk") return;
      const built = Object.values(bundle).filter(({ fileName }) => fileName.startsWith("assets/"));
      const paths = built.map(({ fileName }) => `/${fileName}`).sort();
      const languages = paths.filter((path) => path.includes("/lang-"));
      const files = ["/", ...PUBLIC, ...paths.filter((path) => !languages.includes(path))];
      const page = bundle["index.html"];
      const html = page?.type === "asset" ? String(page.source) : "";
      const version = createHash("sha256")
        .update(JSON.stringify([paths, html]))
        .digest("hex")
        .slice(0, 12);
      worker.code = worker.code.replaceAll("__SHELL__", JSON.stringify({ version, files, languages }));
    },
  };
}

// Nothing is inlined but the early script, whose hash the content security policy names, and nothing is injected.
export default defineConfig({
  root: here("."),
  base: "/",
  plugins: [shortKeys(here("src")), plainImports(), jsxNames(), iconInPage(), earlyScript(), shellList()],
  // Calls with the children as arguments are shorter than those with them among the properties.
  oxc: {
    jsx: { runtime: "classic", pragma: "jsxNode", pragmaFrag: "JsxGroup" },
  },
  build: {
    outDir: here("../dist/dashboard"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // The page names what `index` imports; the others need no more than both, which are there already.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, needed, { hostType }) => (hostType === "html" ? needed : []),
    },
    sourcemap: false,
    rollupOptions: {
      input: { index: here("index.html"), early: here("src/early.ts"), sw: here("src/worker/sw.ts") },
      // Valibot's functions only describe: a shape that no page reads is left out.
      treeshake: {
        manualPureFunctions: [
          "v",
          "strictObject",
          "object",
          "pipe",
          "string",
          "optional",
          "nullable",
          "picklist",
          "array",
          "number",
          "boolean",
          "literal",
          "variant",
          "union",
          "record",
          "partial",
          "omit",
          "pick",
          "regex",
          "check",
          "integer",
          "minValue",
          "maxValue",
          "minLength",
          "maxLength",
        ],
        propertyReadSideEffects: false,
      },
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: fileOf, debugName: "pages" }] },
        // A worker lives under one name for ever: browsers look there for the next version.
        entryFileNames: ({ name }) => (name === "sw" ? WORKER : "assets/[name]-[hash].js"),
        chunkFileNames: ({ facadeModuleId }) => `assets/${chunkName(facadeModuleId)}-[hash].js`,
      },
    },
  },
});
