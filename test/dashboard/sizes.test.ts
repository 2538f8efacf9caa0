import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dashboard } from "../../bench/sizes.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "backstride-sizes-"));

beforeAll(() => {
  const vite = ["node_modules/vite/bin/vite.js", "build", "--config", "dashboard/vite.config.ts", "--outDir", folder];
  // As it is built for people: vitest's own environment would keep the aids for developers.
  execFileSync(process.execPath, vite, { cwd: root, env: { ...process.env, NODE_ENV: "production" }, stdio: "pipe" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("what a browser downloads stays within its budgets", () => {
  const figures = dashboard(folder).filter(({ budget }) => budget !== null);
  expect(figures).toHaveLength(4);
  expect(figures.filter(({ ok }) => !ok)).toEqual([]);
});

it("no page waits for a chain of imports: a file imports only what is there already", () => {
  const assets = join(folder, "assets");
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const imports = scripts.flatMap((name) =>
    [...readFileSync(join(assets, name), "utf8").matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map(
      ([, target]) => target,
    ),
  );
  expect(scripts.length).toBeGreaterThan(5);
  expect([...new Set(imports)]).toEqual(scripts.filter((name) => name.startsWith("index-")));
});

it("the worker and the early script stand alone: they import nothing", () => {
  const early = readdirSync(join(folder, "assets")).find((name) => name.startsWith("early-")) ?? "";
  for (const file of ["sw.js", join("assets", early)])
    expect(readFileSync(join(folder, file), "utf8")).not.toMatch(/(^|[;}])import[^.\w]/);
});

it("the early script finds the files that it asks for by name", () => {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const files: Record<string, string> = JSON.parse(/<meta name="files" content='([^']+)'/.exec(html)?.[1] ?? "{}");
  const languages = ["de", "en", "es", "fr", "zh"].map((tag) => `lang-${tag}`);
  const pages = ["more", "past", "session", "settings", "start", "today"];
  expect(Object.keys(files).sort()).toEqual([...languages, ...pages].sort());
  const built = readdirSync(join(folder, "assets")).map((name) => `/assets/${name}`);
  expect(built).toEqual(expect.arrayContaining(Object.values(files)));
  expect(html.indexOf("/assets/early-")).toBeGreaterThan(0);
  expect(html.indexOf("/assets/early-")).toBeLessThan(html.indexOf("/assets/index-"));
});
