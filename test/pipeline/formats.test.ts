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
  const { paths, components } = openapi("1");
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  const date = { $ref: "#/components/schemas/LocalDate" };
  expect(paths["/v1/history"]?.get).toMatchObject({
    operationId: "getV1History",
    security: [{ token: ["history:read"] }],
    parameters: expect.arrayContaining([
      { name: "from", in: "query", schema: date },
      { name: "cursor", in: "query", schema: { type: "string", maxLength: 200 } },
    ]),
    responses: { 200: { content: { "application/json": { schema: { $ref: "#/components/schemas/HistoryPage" } } } } },
  });
  expect(components.schemas.HistoryPage).toMatchObject({ type: "object", required: ["items", "cursor"] });
  expect(paths["/v1/sessions/{id}"]?.get).toMatchObject({ parameters: [{ name: "id", in: "path", required: true }] });
  expect(paths["/v1/auth/status"]?.get).toMatchObject({ security: [] });
});

it("OpenAPI refers to nothing that it does not define", () => {
  const text = JSON.stringify(openapi("1"));
  const known = Object.keys(openapi("1").components.schemas);
  const named = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? "");
  const wrong = named.filter((ref) => !known.includes(ref.replace("#/components/schemas/", "")));
  expect(new Set(wrong)).toEqual(new Set(["Problem", "TooMany"].map((name) => `#/components/responses/${name}`)));
  expect(text).not.toMatch(/"\$(schema|defs)"/);
});
