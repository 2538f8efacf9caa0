import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dashboard, inPage } from "../../bench/sizes.ts";
import { EARLY_SCRIPT } from "../../core/contract/site.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "backstride-sizes-"));

const html = () => readFileSync(join(folder, "index.html"), "utf8");

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
  const there = scripts.filter((name) => /^(ground|index)-/.test(name));
  expect([...new Set(imports)].sort()).toEqual(there);
  for (const name of there) expect(html()).toContain(`"/assets/${name}"`);
});

it("the worker and the early script stand alone: they import nothing", () => {
  for (const script of [readFileSync(join(folder, "sw.js"), "utf8"), inPage(html())])
    expect(script).not.toMatch(/(^|[;}])import[^.\w]/);
});

it("the early script stands in the page before whatever is fetched, and is the one that the security policy names", () => {
  const page = html();
  const hash = createHash("sha256").update(inPage(page)).digest("base64");
  expect(`sha256-${hash}`).toBe(EARLY_SCRIPT);
  expect(page.indexOf(inPage(page))).toBeLessThan(page.indexOf("/assets/index-"));
  expect(readdirSync(join(folder, "assets")).filter((name) => name.startsWith("early"))).toEqual([]);
});

it("the early script finds the files that it asks for by name", () => {
  const files: Record<string, string> = JSON.parse(/<meta name="files" content='([^']+)'/.exec(html())?.[1] ?? "{}");
  const languages = ["de", "en", "es", "fr", "zh"].flatMap((tag) => [`lang-${tag}`, `lang-${tag}-rest`]);
  const pages = ["more", "past", "session", "settings", "start", "today"];
  expect(Object.keys(files).sort()).toEqual([...languages, ...pages].sort());
  const built = readdirSync(join(folder, "assets")).map((name) => `/assets/${name}`);
  expect(built).toEqual(expect.arrayContaining(Object.values(files)));
});
