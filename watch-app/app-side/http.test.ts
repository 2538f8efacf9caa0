import { expect, test } from "vitest";
import { adaptFetch } from "./http.ts";
import { addressOf, type FetchInit } from "./phone.ts";

test.each([
  [null, "http://localhost:7878"],
  ["", "http://localhost:7878"],
  ['"http://10.0.0.5:7878/"', "http://10.0.0.5:7878"],
  [" https://my.example/ ", "https://my.example"],
  ["my.example", "https://my.example"],
])("the address %s is read as %s", (stored, address) => {
  expect(addressOf({ get: () => stored })).toBe(address);
});

test("both fetch shapes and every body shape are understood, and the shape that works is kept", async () => {
  const wait = () => new Promise<void>(() => undefined);
  const init: FetchInit = { method: "GET", headers: {} };
  const objectOnly: unknown[] = [];
  const first = adaptFetch(async (request, more) => {
    objectOnly.push(request);
    if (more !== undefined) throw new Error("one object, please");
    return { status: 200, body: '{"a":1}' };
  }, wait);
  expect(await first("http://x/", init)).toEqual({ status: 200, body: { a: 1 } });
  expect(objectOnly).toEqual([{ url: "http://x/", ...init }]);
  let calls = 0;
  const second = adaptFetch(async (request) => {
    calls += 1;
    if (typeof request !== "string") throw new TypeError("Failed to parse URL");
    return { status: 200, body: { getReader: () => null }, text: async () => '{"b":2}' };
  }, wait);
  expect(await second("http://x/", init)).toEqual({ status: 200, body: { b: 2 } });
  await second("http://x/", init);
  expect(calls).toBe(3);
  const third = adaptFetch(async () => ({ status: 200, body: { c: 3 } }), wait);
  expect((await third("http://x/", init)).body).toEqual({ c: 3 });
  const html = adaptFetch(async () => ({ status: 200, body: "<html>" }), wait);
  expect((await html("http://x/", init)).body).toBeNull();
});

test("a server that never answers is given up", async () => {
  const fetch = adaptFetch(
    () => new Promise(() => undefined),
    async () => undefined,
  );
  await expect(fetch("http://x/", { method: "GET", headers: {} })).rejects.toThrow("timeout");
});
