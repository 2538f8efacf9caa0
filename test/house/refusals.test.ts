import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PAGES as EN } from "../../dashboard/src/i18n/en/everyday.ts";

/** What only a phone that is being paired is told. */
const FOR_PHONES = ["access_denied", "authorization_pending", "invalid_grant", "slow_down"];

const sources = readdirSync("lambdas", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(join("lambdas", file), "utf8"))
  .join("\n");

it("whatever the service refuses with has words in the pages, which speak every language", () => {
  const codes = new Set([...sources.matchAll(/BackstrideError\(\s*"(\w+)"/g)].map(([, code]) => code ?? ""));
  expect(codes.size).toBeGreaterThan(10);
  const silent = [...codes].filter((code) => !(`error.${code}` in EN) && !FOR_PHONES.includes(code));
  expect(silent).toEqual([]);
});
