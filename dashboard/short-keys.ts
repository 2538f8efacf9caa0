import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const LITERAL = /"([\w.-]+)"/g;

/** Two letters for each key that is asked for by its whole name. One that is put together, as in `surface.${surface}`, stays as it is. */
function shortened(src: string): ReadonlyMap<string, string> {
  const modules = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  );
  const textOf = (path: string) => readFileSync(join(src, path), "utf8");
  const asking = modules
    .filter((path) => !/i18n[\\/]\w\w[\\/]/.test(path))
    .map(textOf)
    .join("\n");
  const english = modules
    .filter((path) => /i18n[\\/]en[\\/]/.test(path))
    .map(textOf)
    .join("\n");
  const beginnings = [...asking.matchAll(/`([\w.]+\.)\$\{/g)].map(([, begin = ""]) => begin);
  const keys = [...english.matchAll(/^ {2}"([\w.-]+)":/gm)].map(([, key = ""]) => key);
  const whole = keys.filter((key) => asking.includes(`"${key}"`) && !beginnings.some((begin) => key.startsWith(begin)));
  return new Map(whole.map((key, at) => [key, `${LETTERS[Math.floor(at / 26)]}${LETTERS[at % 26]}`]));
}

/** The key of a text is there for who reads the source; who fetches the pages fetches two letters for it, in the texts and where they are asked for. */
export function shortKeys(src: string): Plugin {
  const short = shortened(src);
  const said = (code: string) =>
    code.replace(LITERAL, (literal, key) => (short.has(key) ? `"${short.get(key)}"` : literal));
  return {
    name: "short-keys",
    apply: "build",
    enforce: "pre",
    transform: (code, id) => (id.includes("dashboard/src/") ? { code: said(code), map: null } : null),
  };
}
