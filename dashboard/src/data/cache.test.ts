import * as v from "valibot";
import { expect, it } from "vitest";
import { BackstrideError } from "../../../core/error.ts";
import { createCache } from "./cache.ts";

const Shape = v.string();
type Answer = { data: string; etag: string } | null | BackstrideError;

function setUp(answers: Answer[]) {
  const asked: [string, string | null | undefined][] = [];
  const read = async (path: string, _: unknown, etag?: string | null) => {
    asked.push([path, etag]);
    const answer = answers.shift() ?? null;
    if (answer instanceof BackstrideError) throw answer;
    return answer as never;
  };
  return { cache: createCache({ read }), asked };
}

it("keeps the data and asks with its mark the next time", async () => {
  const { cache, asked } = setUp([{ data: "one", etag: '"1"' }, null, { data: "two", etag: '"2"' }]);
  expect(await cache.refresh("/a", Shape)).toBe(true);
  expect(await cache.refresh("/a", Shape)).toBe(false);
  expect(cache.entry("/a", Shape).value).toEqual({ data: "one", error: undefined });
  expect(await cache.refresh("/a", Shape)).toBe(true);
  expect(cache.entry("/a", Shape).value.data).toBe("two");
  expect(asked.map(([, etag]) => etag)).toEqual([null, '"1"', '"1"']);
});

it("keeps old data through an error, and drops the error when an answer comes", async () => {
  const offline = new BackstrideError("offline", "no");
  const { cache } = setUp([{ data: "one", etag: '"1"' }, offline, null]);
  await cache.refresh("/a", Shape);
  await cache.refresh("/a", Shape);
  expect(cache.entry("/a", Shape).value).toEqual({ data: "one", error: offline });
  await cache.refresh("/a", Shape);
  expect(cache.entry("/a", Shape).value).toEqual({ data: "one", error: undefined });
});

it("asks once when many ask at the same time", async () => {
  const { cache, asked } = setUp([{ data: "one", etag: '"1"' }]);
  await Promise.all([cache.refresh("/a", Shape), cache.refresh("/a", Shape)]);
  expect(asked).toHaveLength(1);
});

it("asks anew for what begins alike, and only for that", async () => {
  const { cache, asked } = setUp([]);
  for (const path of ["/history", "/history?from=x", "/devices"]) await cache.refresh(path, Shape);
  asked.length = 0;
  await cache.invalidate("/history");
  expect(asked.map(([path]) => path)).toEqual(["/history", "/history?from=x"]);
});

it("holds nothing after it was cleared", async () => {
  const { cache, asked } = setUp([{ data: "one", etag: '"1"' }]);
  await cache.refresh("/a", Shape);
  cache.clear();
  expect(cache.entry("/a", Shape).value.data).toBeUndefined();
  await cache.refresh("/a", Shape);
  expect(asked.at(-1)).toEqual(["/a", null]);
});
