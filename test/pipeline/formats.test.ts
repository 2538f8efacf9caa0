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

type Described = {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: object;
  security: Record<string, string[]>[];
  responses: Record<string, { description?: string; $ref?: string }>;
};

it("OpenAPI is put together as OpenAPI 3.1 asks", () => {
  const { paths, components } = openapi("1");
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [path, method, operation as Described] as const),
  );
  expect(new Set(operations.map(([, , { operationId }]) => operationId)).size).toBe(operations.length);
  for (const [path, method, { parameters = [], requestBody, security, responses }] of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    expect([path, inPath.map(({ name }) => name)]).toEqual([path, named]);
    expect(inPath.every(({ required }) => required === true)).toBe(true);
    expect(parameters.filter(({ schema }) => typeof schema !== "object")).toEqual([]);
    expect([method, requestBody]).not.toEqual(["get", expect.anything()]);
    expect(security.flatMap(Object.keys).filter((name) => !(name in components.securitySchemes))).toEqual([]);
    const wrong = Object.entries(responses).filter(
      ([status, { description, $ref }]) => !/^([1-5]\d\d|default)$/.test(status) || (description ?? $ref) === undefined,
    );
    expect([path, wrong]).toEqual([path, []]);
  }
});
