import * as v from "valibot";
import { expect, it, vi } from "vitest";
import { BackstrideError } from "../../../core/error.ts";
import { createCache } from "./cache.ts";
import type { KeptAnswer } from "./kept.ts";
import { memoryShelf } from "./testing.ts";

const Shape = v.string();
type Answer = { data: string; etag: string } | null | BackstrideError;

function setUp(answers: Answer[], shelf = memoryShelf<KeptAnswer>()) {
  const asked: [string, string | null | undefined][] = [];
  const read = async (path: string, _: unknown, etag?: string | null) => {
    asked.push([path, etag]);
    const answer = answers.shift() ?? null;
    if (answer instanceof BackstrideError) throw answer;
    return answer as never;
  };
  return { cache: createCache({ client: { read }, shelf }), asked, shelf };
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

it("shows what was known at the last visit until something newer comes, and asks with its mark", async () => {
  const earlier = setUp([{ data: "one", etag: '"1"' }]);
  await earlier.cache.refresh("/a", Shape);
  const { cache, asked } = setUp([null, { data: "two", etag: '"2"' }], earlier.shelf);
  const entry = cache.entry("/a", Shape);
  await vi.waitFor(() => expect(entry.value.data).toBe("one"));
  await cache.refresh("/a", Shape);
  expect(asked).toEqual([["/a", '"1"']]);
  await cache.refresh("/a", Shape);
  expect(entry.value.data).toBe("two");
});

it("never writes down what is about signing in, nor believes what has another shape now", async () => {
  const { cache, shelf } = setUp([{ data: "codes", etag: "x" }]);
  await cache.refresh("/v1/auth/credentials", Shape);
  expect(shelf.kept.size).toBe(0);
  shelf.kept.set("/a", { data: { of: "yesterday" }, etag: null });
  const entry = cache.entry("/a", Shape);
  await cache.refresh("/b", Shape);
  expect(entry.value.data).toBeUndefined();
});

it("leaves nothing on the shelf when it is cleared", async () => {
  const { cache, shelf } = setUp([{ data: "one", etag: '"1"' }]);
  await cache.refresh("/a", Shape);
  cache.clear();
  await vi.waitFor(() => expect(shelf.kept.size).toBe(0));
});

it("drops an answer that comes after it was cleared, and asks anew for whoever is there next", async () => {
  const shelf = memoryShelf<KeptAnswer>();
  const answers: ((data: string) => void)[] = [];
  const read = () => new Promise<never>((come) => answers.push((data) => come({ data, etag: null } as never)));
  const cache = createCache({ client: { read }, shelf });
  const first = cache.refresh("/a", Shape);
  cache.clear();
  const second = cache.refresh("/a", Shape);
  answers[0]?.("Ada's");
  expect(await first).toBe(false);
  expect([cache.entry("/a", Shape).value.data, shelf.kept.size]).toEqual([undefined, 0]);
  answers[1]?.("Ben's");
  expect(await second).toBe(true);
  expect(cache.entry("/a", Shape).value.data).toBe("Ben's");
});

it("does not ask again for what was dropped, and leaves nothing of it on the shelf", async () => {
  const { cache, asked, shelf } = setUp([{ data: "one", etag: '"1"' }]);
  await cache.refresh("/a/1", Shape);
  cache.drop("/a/1");
  await cache.invalidate("/a/");
  expect(asked).toHaveLength(1);
  expect(await shelf.all()).toEqual([]);
});
