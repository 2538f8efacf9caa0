import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { EN } from "./en/index.ts";

const src = resolve(import.meta.dirname, "..");
const code = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter(
    ({ name, parentPath }) => /\.tsx?$/.test(name) && !name.includes(".test.") && !/i18n[\\/]\w\w$/.test(parentPath),
  )
  .map(({ name, parentPath }) => readFileSync(join(parentPath, name), "utf8"))
  .join("\n");
/** Keys that are put together from a name: `surface.${surface}`. */
const beginnings = [...code.matchAll(/`([a-z]+\.(?:[a-z]+\.)?)\$\{/gi)].map(([, begin]) => String(begin));
/** `http.ts` makes these from the code and the field of a refusal. */
const MADE = "error.";

it("every text is asked for somewhere: what nobody shows, nobody downloads", () => {
  const asked = (key: string) =>
    code.includes(`"${key}"`) || key.startsWith(MADE) || beginnings.some((begin) => key.startsWith(begin));
  expect(Object.keys(EN).filter((key) => !asked(key))).toEqual([]);
});
