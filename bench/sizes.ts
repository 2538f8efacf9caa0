import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { Language } from "../core/contract/primitives.ts";
import { type Figure, figure, percentile } from "./figure.ts";

const LOADS = 11;
const gz = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The watch package: the whole bundle and the largest single package that a watch would download. */
export function watchPackage(): Figure[] {
  const zab = readFileSync("dist/watch/backstride.zab");
  const zpks = Object.entries(unzipSync(zab)).filter(([name]) => name.endsWith(".zpk"));
  const largest = Math.max(...zpks.map(([, bytes]) => bytes.length));
  return [figure("watch package, .zab (bytes)", zab.length), figure("watch package, largest .zpk (bytes)", largest)];
}

/** Each function's bundle and the median time a fresh Node takes to load it. */
export function functions(): Figure[] {
  const bundles = files("dist/functions").filter((file) => basename(file) === "index.mjs");
  const rows = bundles.flatMap((file) => {
    const name = file.split(/[\\/]/).at(-2);
    return [
      figure(`function ${name} (bytes)`, statSync(file).size),
      figure(`function ${name}, load (ms)`, loadTime(file)),
    ];
  });
  return [...rows, figure("function bundle, largest (bytes)", Math.max(...bundles.map((file) => statSync(file).size)))];
}

function loadTime(file: string): number {
  const script = `const t=performance.now();await import(${JSON.stringify(`file://${process.cwd()}/${file}`)});console.log(performance.now()-t)`;
  const env = {
    ...process.env,
    NODE_NO_WARNINGS: "1",
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "x",
    AWS_SECRET_ACCESS_KEY: "x",
  };
  const once = () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", script], { env, encoding: "utf8" }));
  return percentile(Array.from({ length: LOADS }, once), 0.5);
}

/** Scripts with all that they import before they run. */
function closureOf(scripts: readonly string[], from: readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const file of reached) {
    const imported = [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    for (const script of scripts) if (imported.includes(basename(script))) reached.add(script);
  }
  return reached;
}

/** The script that stands in the page itself. */
export const inPage = (html: string): string => /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? "";

/** What a browser downloads: everything, and what the first page asks for. */
export function dashboard(folder = "dist/dashboard"): Figure[] {
  const all = files(folder);
  const ofKind = (end: string) => all.filter((file) => file.endsWith(end));
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const asked = [...html.matchAll(/(?:src|href)="[^"]*\/([^"]+)"/g)].map(([, name]) => name);
  const first = all.filter((file) => asked.includes(basename(file)) || file.endsWith("index.html"));
  const isLanguage = (file: string) => basename(file).startsWith("lang-");
  const code = ofKind(".js").filter((file) => !isLanguage(file));
  const languages = Language.options.map((tag) =>
    ofKind(".js").filter((file) => basename(file).startsWith(`lang-${tag}-`)),
  );
  const language = Math.max(...languages.map((parts) => sum(parts.map(gz))));
  const entry = code.filter((file) => first.includes(file));
  const early = gzipSync(inPage(html), { level: 9 }).length;
  const route = early + Math.max(...code.map((file) => sum([...closureOf(code, [...entry, file])].map(gz))));
  const shell = sum(first.filter((file) => !file.endsWith(".js")).map(gz));
  return [
    figure("dashboard, largest route (bytes, gzip)", route),
    figure("dashboard, first load (bytes, gzip)", shell + route - early + language),
    figure("dashboard, largest language (bytes, gzip)", language),
    figure("dashboard, all scripts and a language (bytes, gzip)", sum(code.map(gz)) + early + language),
    figure("dashboard, styles (bytes, gzip)", sum(ofKind(".css").map(gz))),
  ];
}
