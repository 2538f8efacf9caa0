import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fuzz, fuzzed, type People, signIn } from "./fuzz.ts";
import { RealHost } from "./real-host.ts";

const RUNS = 12;
const SEED = 20261124;

let host: RealHost;
let people: People;
beforeAll(async () => {
  host = await RealHost.start();
  people = await signIn(host);
});
afterAll(() => host.stop());

describe("requests made from a route's own schema and then spoilt are never a 5xx, always a problem, and change nothing:", () => {
  it.each(fuzzed.map((route, index) => [route, SEED + index] as const))("%s", (route, seed) =>
    fuzz(host, people, route, RUNS, seed),
  );

  it("and leave the host well", async () => {
    const { functions } = host.host.health() as { functions: Record<string, { errors: number; restarts: number }> };
    for (const [name, { errors, restarts }] of Object.entries(functions)) {
      expect([name, errors, restarts]).toEqual([name, 0, 0]);
    }
  });
});
