import * as fc from "fast-check";
import * as v from "valibot";
import { Problem } from "../../core/contract/api.ts";
import { OPERATIONS } from "../../core/contract/operations.ts";
import { ROUTES, type Route } from "../../core/contract/routes.ts";
import { nearly, wire } from "./hostile.ts";
import type { RealHost } from "./real-host.ts";

/** With these a signed-in person ends their own sign-in; they are tried with the watch's token, which they refuse. */
const LAST = ["DELETE /v1/account", "POST /v1/auth/logout-everywhere"];
/** Takes some 320 requests of a person a minute. What comes after them has to be judged for itself, not for its pace. */
const PACED = "POST /v1/events";
const MAX_ADDRESS = 2_000;

export type People = { readonly person: string; readonly device: string };
/** Somebody signed in, and their watch, which was seen just now, so that no refused request of it writes that down. */
export async function signIn(host: RealHost): Promise<People> {
  const { access_token: person } = await host.register("Ann", host.host.setupCode ?? "");
  const device = (await host.pair(person)).access_token;
  await host.ask("GET /v1/plan", { token: device });
  return { person, device };
}

export const fuzzed = ROUTES.map((route) => `${route.method} ${route.path}`);

const tail = fc.oneof(
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.constantFrom("..", "%00", "%", "null", "0".repeat(64), "x".repeat(MAX_ADDRESS)),
);

const date = fc.constantFrom("0000-01-01", "1999-12-31", "2026-11-22", "9999-12-30", "9999-12-31");

function pathOf(route: Route): fc.Arbitrary<string> {
  const query = OPERATIONS[`${route.method} ${route.path}`]?.query;
  const names = Object.keys(query?.entries ?? { none: null });
  const pair = fc
    .constantFrom(...names, "cursor", "__proto__")
    .chain((name) => fc.tuple(fc.constant(name), name === "from" || name === "to" ? fc.oneof(date, tail) : tail));
  return fc.tuple(tail, fc.array(pair, { maxLength: 3 })).map(([id, pairs]) => {
    const path = route.path.replace(/\{\w+\}/, encodeURIComponent(id));
    const search = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();
    return route.method === "GET" && search !== "" ? `${path}?${search}` : path;
  });
}

const HEADERS = [{}, {}, {}, { "content-type": "text/plain" }, { "content-type": "application/json; charset=latin1" }];

/**
 * Tries one route with requests made from its own schema and then spoilt: the answer is never a 5xx, every refusal is a problem, and
 * nothing in the table has changed by a refused request.
 */
export async function fuzz(host: RealHost, people: People, key: string, runs: number, seed: number): Promise<void> {
  const route = ROUTES.find(({ method, path }) => `${method} ${path}` === key);
  if (route === undefined) throw new Error(`There is no route ${key}.`);
  const body = OPERATIONS[key]?.body ?? v.strictObject({});
  const request = fc.tuple(pathOf(route), wire(nearly(body)), fc.constantFrom(...HEADERS));
  const token = LAST.includes(key) ? people.device : people.person;
  let before = await host.rows();
  await fc.assert(
    fc.asyncProperty(request, async ([path, sent, headers]) => {
      const ask = () => host.ask(`${route.method} ${path}`, { token, headers, body: sent });
      let answer = await ask();
      if (key === PACED && answer.status === 429) {
        before = await aMinuteOn(host);
        answer = await ask();
      }
      const text = await answer.text();
      if (answer.status >= 500) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
      await host.host.whenIdle();
      const after = await host.rows();
      if (answer.status >= 400) {
        refuseNoProblem(answer, text);
        if (after !== before) throw new Error(`${answer.status}, and yet something changed`);
      }
      before = after;
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
}

/** @returns the rows afterwards */
async function aMinuteOn(real: RealHost): Promise<string> {
  await real.host.clock.advance(60_000);
  return real.rows();
}

function refuseNoProblem(answer: Response, text: string): void {
  const type = answer.headers.get("content-type") ?? "";
  const problem = type.startsWith("application/problem+json") && v.is(Problem, JSON.parse(text));
  if (!problem) throw new Error(`${answer.status} without a problem: ${type} ${text.slice(0, 200)}`);
}
