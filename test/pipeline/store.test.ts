import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../lambdas/adapters/store.ts";
import { type Aws, startAws } from "./aws.ts";
import { Memory } from "./memory.ts";

let aws: Aws;
let table: Store;
const memory = new Memory().store();

beforeAll(async () => {
  aws = await startAws();
  ({ tableStore: table } = await import("../../lambdas/adapters/store.ts"));
});
afterAll(() => aws.stop());

// The schedules of once.test.ts run on the memory; what they prove holds for the table only because both pass this.
describe.each<[string, () => Store]>([
  ["the table", () => table],
  ["the memory of the tests", () => memory],
])("%s", (_name, store) => {
  it("gives back what was put, without members that are undefined", async () => {
    const row = { pk: "give", sk: "a", n: 1.5, list: [null, { x: "" }], gone: undefined };
    expect(await store().put(row)).toBe(true);
    expect(await store().get("give", "a")).toEqual({ pk: "give", sk: "a", n: 1.5, list: [null, { x: "" }] });
    expect(await store().get("give", "b")).toBeNull();
  });

  it("puts where there is nothing, once", async () => {
    expect(await store().put({ pk: "absent", sk: "a", n: 1 }, { absent: true })).toBe(true);
    expect(await store().put({ pk: "absent", sk: "a", n: 2 }, { absent: true })).toBe(false);
    expect(await store().get("absent", "a")).toMatchObject({ n: 1 });
  });

  it("puts over the rev that was read, and 0 means that there was none", async () => {
    const put = (rev: number, seen: number) => store().put({ pk: "rev", sk: "a", rev }, { rev: seen });
    expect(await put(2, 1)).toBe(false);
    expect(await put(1, 0)).toBe(true);
    expect(await put(1, 0)).toBe(false);
    expect(await put(2, 1)).toBe(true);
    expect(await put(2, 1)).toBe(false);
  });

  it("finds a range or a prefix in order, from either end, of one partition", async () => {
    for (const sk of ["R#2026-W46", "S#2026-W46#1", "S#2026-W47#1", "S#2026-W47#2", "S#2026-W48#1"]) {
      await store().put({ pk: "query", sk });
    }
    await store().put({ pk: "query2", sk: "S#2026-W47#9" });
    const find = async (range: Parameters<Store["query"]>[1]) =>
      (await store().query("query", range)).map(({ sk }) => sk);
    expect(await find({ prefix: "S#2026-W47#" })).toEqual(["S#2026-W47#1", "S#2026-W47#2"]);
    expect(await find({ from: "S#2026-W46~", to: "S#2026-W47~" })).toEqual(["S#2026-W47#1", "S#2026-W47#2"]);
    expect(await find({ from: "S#2026-W46~", to: "S#~", limit: 1 })).toEqual(["S#2026-W47#1"]);
    expect(await find({ from: "S#", to: "S#~", descending: true, limit: 2 })).toEqual(["S#2026-W48#1", "S#2026-W47#2"]);
    expect(await find({ from: "R#", to: "R#2026-W46" })).toEqual(["R#2026-W46"]);
    expect(await find({ prefix: "X#" })).toEqual([]);
  });
});

it("the table reads more than a page of one megabyte", async () => {
  const text = "x".repeat(150_000);
  for (let index = 0; index < 9; index += 1) await table.put({ pk: "large", sk: `S#${index}`, text });
  expect(await table.query("large", { prefix: "S#" })).toHaveLength(9);
});

it("the table takes a row whose time is over for absent", async () => {
  await table.put({ pk: "ttl", sk: "over", ttl: 1 });
  await table.put({ pk: "ttl", sk: "not yet", ttl: 4_102_444_800 });
  expect(await table.get("ttl", "over")).toBeNull();
  expect((await table.query("ttl", {})).map(({ sk }) => sk)).toEqual(["not yet"]);
});
