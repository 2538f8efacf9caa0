import { expect, it } from "vitest";
import { addressOf, isFiltered, wantedIn } from "./wanted.ts";

it("asks the service for what the address of the page says", () => {
  expect(addressOf("/v1/history", wantedIn({}))).toBe("/v1/history");
  const wanted = wantedIn({ from: "2026-11-01", pain: "3", view: "list" });
  expect(addressOf("/history", wanted)).toBe("/history?from=2026-11-01&pain=3");
  expect(addressOf("/v1/history", wanted, "x+y")).toBe("/v1/history?from=2026-11-01&pain=3&cursor=x%2By");
});

it("knows whether anything is left out", () => {
  expect(isFiltered(wantedIn({ view: "list" }))).toBe(false);
  expect(isFiltered(wantedIn({ how: "RED" }))).toBe(true);
});
