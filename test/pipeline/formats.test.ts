import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { FORMATS, formats } from "../../bin/formats.ts";
import { OPERATIONS } from "../../core/contract/operations.ts";
import { ROUTES } from "../../core/contract/routes.ts";
import { openapi } from "../../lambdas/read/openapi.ts";

const root = resolve(import.meta.dirname, "../..");

it("docs/formats.md is what the schemas say; `node bin/formats.mjs` writes it anew", async () => {
  expect(readFileSync(join(root, FORMATS), "utf8") === (await formats(root))).toBe(true);
});

it("every route has its shapes written down, and nothing else has", () => {
  expect(Object.keys(OPERATIONS).sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
});

it("OpenAPI describes every route, with its scope and shapes", () => {
  const { paths } = openapi("1");
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  expect(paths["/v1/history"]?.get).toMatchObject({
    operationId: "getV1History",
    security: [{ token: ["history:read"] }],
    parameters: [{ name: "from", in: "query", schema: { type: "string" } }, { name: "to" }, { name: "cursor" }],
    responses: {
      200: { content: { "application/json": { schema: { type: "object", required: ["items", "cursor"] } } } },
    },
  });
  expect(paths["/v1/sessions/{id}"]?.get).toMatchObject({ parameters: [{ name: "id", in: "path", required: true }] });
  expect(paths["/v1/auth/status"]?.get).toMatchObject({ security: [] });
  expect(JSON.stringify(paths)).not.toContain("$schema");
});
