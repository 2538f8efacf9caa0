import { expect, it } from "vitest";
import { SCOPE } from "./scope.ts";

it.each(["/", "/history?from=2026-01-01", "/session/1", "/watches"])("%s is a page of the dashboard", (path) => {
  expect(SCOPE.test(path)).toBe(true);
});

it.each(["/watch", "/watch/", "/watch/?speed=60", "/v1/openapi.json", "/healthz"])(
  "%s is left to the browser",
  (path) => {
    expect(SCOPE.test(path)).toBe(false);
  },
);
