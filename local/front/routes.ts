import { HostError } from "../error.ts";
import type { RouteSpec } from "../template/model.ts";

export type Match = { readonly route: RouteSpec; readonly parameters: Readonly<Record<string, string>> };
/** The matching route; when only other methods exist at this path, those. */
export type Finding = { readonly match: Match } | { readonly allow: readonly string[] };

type Compiled = { readonly route: RouteSpec; readonly method: string; readonly segments: readonly string[] };

const PARAMETER = /^\{(\w+)\}$/;

/** Finds routes as API Gateway does: a literal part goes before a parameter. @throws HostError on `{proxy+}` and `$default` */
export function routeFinder(routes: readonly RouteSpec[]): (method: string, path: string) => Finding {
  const compiled = routes.map(compile).sort((a, b) => parametersIn(a) - parametersIn(b));
  return (method, path) => {
    const segments = path.split("/").map(decoded);
    const here = compiled.flatMap((candidate) => {
      const parameters = match(candidate.segments, segments);
      return parameters === null ? [] : [{ ...candidate, parameters }];
    });
    const found = here.find((candidate) => candidate.method === method);
    if (found === undefined) return { allow: here.map((candidate) => candidate.method) };
    return { match: { route: found.route, parameters: found.parameters } };
  };
}

/** API Gateway hands parameters over decoded; a part that is no valid encoding stays as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function compile(route: RouteSpec): Compiled {
  const [method, path] = route.key.split(" ");
  if (method === undefined || path === undefined || path.includes("+}")) {
    throw new HostError(`The route ${route.key} is of a kind that this computer does not know.`);
  }
  return { route, method, segments: path.split("/") };
}

const parametersIn = (compiled: Compiled): number =>
  compiled.segments.filter((segment) => PARAMETER.test(segment)).length;

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? "";
    const name = PARAMETER.exec(expected)?.[1];
    if (name === undefined ? actual !== expected : actual === "") return null;
    if (name !== undefined) parameters[name] = actual;
  }
  return parameters;
}
