import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, it } from "vitest";
import { PAGES as EVERYDAY } from "./en/everyday.ts";
import { PAGES as REST } from "./en/rest.ts";

const src = resolve(import.meta.dirname, "..");
/** `http.ts` makes these from the code and the field of a refusal. */
const MADE = "error.";

/** A module of the pages with all that it imports, but the texts themselves and what is fetched later. */
function reachedFrom(entry: string): string[] {
  const seen = new Set([join(src, entry)]);
  for (const file of seen) {
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/ from "(\.[^"]+)"/g)) {
      const target = resolve(dirname(file), path);
      if (target.startsWith(src) && !/i18n[\\/]\w\w[\\/]/.test(target)) seen.add(target);
    }
  }
  return [...seen];
}

/** Keys of a catalogue that some files ask for; some are put together from a name: `surface.${surface}`. */
function askedIn(files: readonly string[], catalogue: object): string[] {
  const code = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const beginnings = [...code.matchAll(/`([a-z]+\.(?:[a-z]+\.)?)\$\{/gi)].map(([, begin]) => String(begin));
  return Object.keys(catalogue).filter(
    (key) => code.includes(`"${key}"`) || beginnings.some((begin) => key.startsWith(begin)),
  );
}

const pages = readdirSync(join(src, "app/files"));
const start = reachedFrom("main.tsx");

it("every text is asked for somewhere: what nobody shows, nobody downloads", () => {
  const everywhere = [...start, ...pages.flatMap((page) => reachedFrom(`app/files/${page}`))];
  const texts = { ...EVERYDAY, ...REST };
  const asked = askedIn(everywhere, texts);
  expect(Object.keys(texts).filter((key) => !asked.includes(key) && !key.startsWith(MADE))).toEqual([]);
});

it.each(["today.ts", "past.ts", "session.ts"])("the pages of %s say nothing that they have to fetch", (page) => {
  expect(askedIn([...start, ...reachedFrom(`app/files/${page}`)], REST)).toEqual([]);
});
