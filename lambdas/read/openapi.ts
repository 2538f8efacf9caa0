import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { Problem } from "../../core/contract/api.ts";
import { OPERATIONS, type Operation } from "../../core/contract/operations.ts";
import { ROUTES, type Route } from "../../core/contract/routes.ts";

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. A check that JSON Schema cannot say is left out: it only makes us stricter. */
const schemaOf = (schema: v.GenericSchema) => {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: "draft-2020-12",
    errorMode: "ignore",
    typeMode: "input",
  });
  return rest;
};

const content = (schema: v.GenericSchema, type = "application/json") => ({ [type]: { schema: schemaOf(schema) } });

/** The description of this API (OpenAPI 3.1), made from the same route table and schemas that the code runs on. */
export function openapi(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of ROUTES) {
    const methods = paths[route.path] ?? {};
    methods[route.method.toLowerCase()] = describe(route);
    paths[route.path] = methods;
  }
  return {
    openapi: "3.1.0",
    info: { title: "Backstride", version, license: { name: "MIT", identifier: "MIT" } },
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      responses: { Problem: { description: "What is wrong", content: content(Problem, "application/problem+json") } },
    },
  };
}

function describe(route: Route) {
  const operation = OPERATIONS[`${route.method} ${route.path}`];
  if (operation === undefined) throw new Error(`core/contract/operations.ts lacks ${route.method} ${route.path}`);
  const parameters = [...pathParameters(route.path), ...queryParameters(operation)];
  return {
    summary: route.summary,
    operationId: `${route.method.toLowerCase()} ${route.path}`.replace(
      /\W+(\w)?/g,
      (_, letter: string | undefined) => letter?.toUpperCase() ?? "",
    ),
    security: route.scope === null ? [] : [{ token: [route.scope] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(operation.body === undefined ? {} : { requestBody: { required: true, content: content(operation.body) } }),
    responses: {
      [operation.status]: {
        description: operation.answer === null ? "Done" : "The answer",
        ...(operation.answer === null ? {} : { content: content(operation.answer) }),
      },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

function queryParameters({ query }: Operation) {
  if (query === undefined) return [];
  return Object.entries(schemaOf(query).properties ?? {}).map(([name, schema]) => ({ name, in: "query", schema }));
}
