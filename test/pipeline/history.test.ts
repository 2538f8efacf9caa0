import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as api from "../../core/contract/api.ts";
import { session } from "./events.ts";
import { bodyOf, Functions } from "./functions.ts";

let cloud: Functions;
beforeAll(async () => {
  cloud = await Functions.start();
});
afterAll(() => cloud.aws.stop());

describe("history", () => {
  const walker = "0193a1b2-c3d4-7000-8000-00000000eeee";
  const sessions = Array.from({ length: 130 }, (_, day) => {
    const date = new Date(Date.parse("2026-11-21T00:00:00Z") - day * 3 * 86_400_000).toISOString().slice(0, 10);
    return session(date, { level: 2, pain: day % 30 === 0 ? 4 : 2 });
  });

  beforeAll(async () => {
    for (let start = 120; start >= 0; start -= 10)
      await cloud.post(sessions.slice(start, start + 10).reverse(), walker);
  });

  const page = async (query: Record<string, string> = {}): Promise<api.HistoryPage> =>
    v.parse(api.HistoryPage, bodyOf(await cloud.get("/v1/history", { person: walker, query })));
  const ids = (found: api.HistoryPage) => found.items.map(({ id }) => id);

  it("comes newest first, a hundred at a time, without a gap or a repetition", async () => {
    const first = await page();
    const second = await page({ cursor: first.cursor ?? "" });
    expect([ids(first).length, ids(second).length, second.cursor]).toEqual([100, 30, null]);
    expect([...ids(first), ...ids(second)]).toEqual(sessions.map(({ data }) => data.sessionId));
  });

  it("keeps to the dates it is asked for, both included", async () => {
    const found = await page({ from: "2026-03-05", to: "2026-05-02" });
    const wanted = sessions.filter(({ localDate }) => localDate >= "2026-03-05" && localDate <= "2026-05-02");
    expect(wanted.length).toBeGreaterThan(15);
    expect(ids(found)).toEqual(wanted.map(({ data }) => data.sessionId));
    expect(ids(await page({ to: "2020-01-01" }))).toEqual([]);
  });

  it("leaves out what is not wanted, and goes as far back for it as it takes", async () => {
    const worse = sessions.filter((_, day) => day % 30 === 0).map(({ data }) => data.sessionId);
    expect(worse).toHaveLength(5);
    expect(ids(await page({ pain: "3" }))).toEqual(worse);
    expect(ids(await page({ pain: "3", level: "2", kind: "session", how: "completed" }))).toEqual(worse);
    const nothing: Record<string, string>[] = [{ pain: "5" }, { level: "3" }, { kind: "by-hand" }, { how: "stopped" }];
    for (const query of nothing) expect(ids(await page(query)), JSON.stringify(query)).toEqual([]);
  });

  it.each([
    [{ to: "9999-12-31" }, 100],
    [{ from: "9999-12-31" }, 0],
    [{ to: "0000-01-01" }, 0],
    [{ from: "0000-01-01", to: "9999-12-31" }, 100],
    [{ cursor: Buffer.from(`["9999-12-31","9999-12-31T00:00:00Z","${walker}"]`).toString("base64url") }, 100],
  ])("has no trouble with %j, at the ends of the calendar", async (query, items) => {
    expect((await page(query)).items).toHaveLength(items);
  });

  it.each([
    [{ from: "2026-02-30" }, "from"],
    [{ to: "yesterday" }, "to"],
    [{ from: "2026-05-02", to: "2026-03-05" }, "from"],
    [{ cursor: "nonsense" }, "cursor"],
    [{ cursor: Buffer.from('["2026-01-01","x","y"]').toString("base64url") }, "cursor"],
    [{ limit: "5" }, "limit"],
    [{ kind: "swim" }, "kind"],
    [{ how: "well" }, "how"],
    [{ level: "two" }, "level"],
    [{ pain: "-1" }, "pain"],
  ])("%j is refused by name", async (query, field) => {
    const answer = await cloud.get("/v1/history", { query });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers?.["content-type"]).toBe("application/problem+json");
    expect(v.parse(api.Problem, bodyOf(answer))).toMatchObject({ code: "invalid", field });
  });
});
