import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A language is called by its own name, so that the sizes can be told apart (bench/sizes.ts). */
function chunkName(module: string | null | undefined): string {
  const tag = /i18n\/(\w\w)\/index\.ts$/.exec(module ?? "")?.[1];
  return tag === undefined ? "[name]" : `lang-${tag}`;
}

// Nothing is inlined and nothing is injected: the site runs under `script-src 'self'; style-src 'self'`.
export default defineConfig({
  root: here("."),
  base: "/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: here("../dist/dashboard"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rollupOptions: {
      output: { chunkFileNames: ({ facadeModuleId }) => `assets/${chunkName(facadeModuleId)}-[hash].js` },
    },
  },
});
