import { afterEach, expect, it, vi } from "vitest";
import { fetcher } from "./early.ts";

const answer = (text: string) => Promise.resolve(new Response(text));
const asked = async (path: string) => (await fetcher(path, {})).text();

afterEach(() => {
  vi.unstubAllGlobals();
  globalThis.backstrideEarly = undefined;
});

it("an answer that is on its way already is taken once, and then asked for as ever", async () => {
  vi.stubGlobal("fetch", () => answer("late"));
  globalThis.backstrideEarly = new Map([["/v1/summary", answer("early")]]);
  expect([await asked("/v1/summary"), await asked("/v1/summary"), await asked("/v1/days")]).toEqual([
    "early",
    "late",
    "late",
  ]);
});

it("one that was lost on its way is asked for again, but a token, which may have been used up, is not", async () => {
  vi.stubGlobal("fetch", () => answer("late"));
  const lost = () => Promise.reject(new TypeError("no network"));
  globalThis.backstrideEarly = new Map([
    ["/v1/summary", lost()],
    ["/v1/token", lost()],
  ]);
  expect(await asked("/v1/summary")).toBe("late");
  await expect(fetcher("/v1/token", {})).rejects.toThrow("no network");
});
