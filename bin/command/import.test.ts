import { expect, it } from "vitest";
import type { PersonApi } from "../place/person.ts";
import { importAll } from "./import.ts";

/** An installation that takes two requests a minute, on a clock of its own. */
function slow() {
  const taken: string[] = [];
  let room = 2;
  const api: PersonApi = async (_route, { body }) => {
    if (room === 0)
      return { status: 429, body: JSON.stringify({ retryAt: new Date(Date.now() + 5_000).toISOString() }) };
    room -= 1;
    const ids = (JSON.parse(body ?? "") as { events: { id: string }[] }).events.map(({ id }) => id);
    taken.push(...ids);
    return { status: 202, body: JSON.stringify({ acked: ids, rejected: [], retry: [], planRev: 0 }) };
  };
  const aMinuteLater = async () => {
    room = 2;
  };
  return { taken, api, aMinuteLater };
}

it("a log of many years is taken whole, with a pause whenever the installation asks for one", async () => {
  const { taken, api, aMinuteLater } = slow();
  const waits: number[] = [];
  const entries = Array.from({ length: 45 }, (_, at) => ({ id: `event ${at}` }));
  const said: string[] = [];
  const output = { say: (line: string) => said.push(line), warn: (line: string) => said.push(line) };
  const wait = async (ms: number) => {
    waits.push(ms);
    await aMinuteLater();
  };
  expect(await importAll(api, entries, output, wait)).toBe(0);
  expect(taken).toEqual(entries.map(({ id }) => id));
  expect(waits).toHaveLength(2);
  for (const ms of waits) expect(ms).toBeLessThanOrEqual(5_000);
  expect(said[0]).toMatch(/^20 events kept so far; it goes on in \d s/);
  expect(said.at(-1)).toBe("45 events kept, 0 refused.");
});
