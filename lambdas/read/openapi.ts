import { type JsonSchema, toJsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import type * as v from "valibot";
import * as api from "../../core/contract/api.ts";
import * as auth from "../../core/contract/auth.ts";
import * as days from "../../core/contract/days.ts";
import * as event from "../../core/contract/event.ts";
import * as offline from "../../core/contract/offline.ts";
import { OPERATIONS, type Operation } from "../../core/contract/operations.ts";
import * as plan from "../../core/contract/plan.ts";
import * as planHistory from "../../core/contract/plan-history.ts";
import * as primitives from "../../core/contract/primitives.ts";
import * as profile from "../../core/contract/profile.ts";
import { RECENT_S, ROUTES, type Route } from "../../core/contract/routes.ts";
import * as session from "../../core/contract/session.ts";

const isSchema = (value: unknown): value is v.GenericSchema =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "schema";

/** Every schema of the contract by its name. */
const NAMED: Record<string, v.GenericSchema> = Object.fromEntries(
  [primitives, session, profile, plan, planHistory, event, api, auth, offline, days]
    .flatMap((exports): [string, unknown][] => Object.entries(exports))
    .filter((entry): entry is [string, v.GenericSchema] => isSchema(entry[1])),
);

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. A check that JSON Schema cannot say is left out: we are only stricter. */
const CONFIG = {
  target: "draft-2020-12",
  errorMode: "ignore",
  typeMode: "input",
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const;

function schemaOf(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, { ...CONFIG, definitions: NAMED });
  return rest;
}

const CRITICAL = `Needs a sign-in of the last ${RECENT_S / 60} minutes; with an older one it is refused as \`reauthenticate\` (403).`;

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
      schemas: toJsonSchemaDefs(NAMED, CONFIG),
      securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      responses: {
        TooMany: {
          description: "Too many requests; try again after so many seconds",
          headers: { "Retry-After": { schema: { type: "integer", minimum: 1 } } },
          content: content(api.Problem, "application/problem+json"),
        },
        Problem: { description: "What is wrong", content: content(api.Problem, "application/problem+json") },
      },
    },
  };
}

function describe(route: Route) {
  const operation = OPERATIONS[`${route.method} ${route.path}`];
  if (operation === undefined) throw new Error(`core/contract/operations.ts lacks ${route.method} ${route.path}`);
  const { status, answer, body } = operation;
  const parameters = [...pathParameters(route.path), ...queryParameters(operation)];
  const answered = answer === null ? { description: "Done" } : { description: "The answer", content: content(answer) };
  return {
    summary: route.summary,
    operationId: operationId(route),
    ...(route.critical ? { description: CRITICAL } : {}),
    security: route.scope === null ? [] : [{ token: [route.scope] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: content(body) } }),
    responses: {
      [status]: answered,
      ...(isPaced(route) ? { 429: { $ref: "#/components/responses/TooMany" } } : {}),
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

/** What comes in by `ingest` is paced; what anybody may try is counted by `identity`. */
const isPaced = ({ method, handler, scope }: Route): boolean =>
  method === "POST" && (handler === "ingest" || (handler === "identity" && scope === null));

/** `GET /v1/sessions/{id}` becomes `getV1SessionsId`. */
const operationId = ({ method, path }: Route): string =>
  `${method.toLowerCase()} ${path}`.replace(
    /\W+(\w)?/g,
    (_, letter: string | undefined) => letter?.toUpperCase() ?? "",
  );

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

function queryParameters({ query }: Operation) {
  return Object.entries(query?.entries ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    schema: schemaOf(schema),
  }));
}
