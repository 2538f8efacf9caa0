import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Assets are never inlined: the page must run under `default-src 'self'`, which allows no data: addresses.
export default defineConfig({
  root: here("page"),
  base: "/watch/",
  publicDir: false,
  build: {
    outDir: here("../dist/simulator"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
