import { expect, it } from "vitest";
import { createClient } from "../../data/client.ts";
import { problem, service } from "../../data/testing.ts";
import { wholeLog } from "./export.ts";

const signedIn = { bearer: async () => "token", renew: async () => undefined };

it("takes every page in turn, and every event as it is", async () => {
  const pages = [
    { events: [{ id: "a", type: "of.tomorrow.v2" }, { id: "b" }], cursor: "x+y" },
    { events: [{ id: "c" }], cursor: null },
  ];
  const { fetch, calls } = service((_, nth) => ({ status: 200, body: pages[nth - 1] }));
  expect(await wholeLog(createClient(fetch, signedIn))).toEqual({
    events: [{ id: "a", type: "of.tomorrow.v2" }, { id: "b" }, { id: "c" }],
  });
  expect(calls.map(({ path }) => path)).toEqual(["/v1/export", "/v1/export?cursor=x%2By"]);
});

it("gives nothing rather than a part", async () => {
  const { fetch } = service((_, nth) =>
    nth === 1 ? { status: 200, body: { events: [{ id: "a" }], cursor: "next" } } : problem(503, "unavailable", "later"),
  );
  await expect(wholeLog(createClient(fetch, signedIn))).rejects.toMatchObject({ code: "unavailable" });
});
