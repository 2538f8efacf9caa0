import { randomUUID } from "node:crypto";
import { HostError } from "../error.ts";
import type { FunctionRuntime } from "../functions/runtime.ts";
import type { RouteSpec } from "../template/model.ts";

/** A route called in a person's name, by whoever owns this computer and its data. */
export type Call = {
  readonly route: string;
  readonly person: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type CallAnswer = { readonly status: number; readonly body: string };

/** @throws HostError when there is no such route, or its function failed */
export async function callAs(
  { runtime, routes }: { readonly runtime: FunctionRuntime; readonly routes: readonly RouteSpec[] },
  call: Call,
): Promise<CallAnswer> {
  const route = routes.find(({ key }) => key === call.route);
  const spec = route === undefined ? undefined : runtime.specOf(route.functionArn);
  if (spec === undefined) throw new HostError(`This version has no ${call.route}.`);
  const outcome = await runtime.invoke(spec, JSON.stringify(eventOf(call)));
  if ("error" in outcome) throw new HostError(`${call.route} failed (${outcome.error.errorType}).`);
  const { statusCode, body } = JSON.parse(outcome.payload) as { statusCode: number; body?: string };
  return { status: statusCode, body: body ?? "" };
}

function eventOf({ route, person, query, body }: Call) {
  const [method, path] = route.split(" ");
  const lambda = { person, deviceId: "", scopes: "events:write plan:read history:read" };
  return {
    version: "2.0",
    routeKey: route,
    rawPath: path,
    headers: { "content-type": "application/json" },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: { requestId: randomUUID(), http: { method, path }, routeKey: route, authorizer: { lambda } },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}
