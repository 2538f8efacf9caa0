import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const KEY = /"([\w.-]+)"/g;
/** The first part of keys that are put together of a name: `surface.${surface}`. */
const FAMILY = /`([\w.]+\.)\$\{/g;

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** "a" to "z", "aa", "ab" and so on. */
const letters = (at: number): string => (at < 26 ? "" : letters(Math.floor(at / 26) - 1)) + LETTERS[at % 26];
/** One sign that no other short key begins with. */
const SIGNS = `${LETTERS.toUpperCase()}0123456789`;

/** The modules of the pages as one text each: those that ask, and English. */
function sourcesIn(src: string): { readonly asking: string; readonly english: string } {
  const modules = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  );
  const textOf = (wanted: (path: string) => boolean) =>
    modules
      .filter(wanted)
      .map((path) => readFileSync(join(src, path), "utf8"))
      .join("\n");
  return {
    asking: textOf((path) => !/i18n[\\/]\w\w[\\/]/.test(path)),
    english: textOf((path) => /i18n[\\/]en[\\/]/.test(path)),
  };
}

/** What stands for each key: letters, or the sign of its family and the name. */
function shortened(src: string): ReadonlyMap<string, string> {
  const { asking, english } = sourcesIn(src);
  const keys = [...english.matchAll(/^ {2}"([\w.-]+)":/gm)].map(([, key = ""]) => key);
  const begun = [...asking.matchAll(FAMILY)].map(([, family = ""]) => family);
  // The longest first: `add.why.` before `add.`.
  const families = [...new Set(begun)]
    .filter((family) => keys.some((key) => key.startsWith(family)))
    .sort()
    .reverse();
  const short = new Map(families.map((family, at) => [family, SIGNS[at] ?? family]));
  let whole = 0;
  for (const key of keys) {
    const family = families.find((each) => key.startsWith(each));
    short.set(key, family === undefined ? letters(whole) : key.replace(family, String(short.get(family))));
    if (family === undefined) whole += 1;
  }
  return short;
}

/** The key of a text is there for who reads the source; who fetches the pages fetches a letter or two in its place, in the texts and where they are asked for. */
export function shortKeys(src: string): Plugin {
  const short = shortened(src);
  const said = (code: string) =>
    code
      .replace(KEY, (literal, key) => (short.has(key) ? `"${short.get(key)}"` : literal))
      .replace(FAMILY, (begin, family) => begin.replace(family, short.get(family) ?? family));
  return {
    name: "short-keys",
    apply: "build",
    enforce: "pre",
    transform: (code, id) => (id.includes("dashboard/src/") ? { code: said(code), map: null } : null),
  };
}
