import { beforeEach, describe, expect, it } from "vitest";
import { DEVICE, PERSON } from "../../test/pipeline/events.ts";
import { retryAtOf } from "../adapters/too-many.ts";
import { pacing } from "./pace.ts";

const NOW = Date.parse("2026-11-22T12:00:10Z");
const WATCH = { person: PERSON, deviceId: DEVICE, scopes: [] };
const BROWSER = { person: PERSON, deviceId: null, scopes: [] };

/** What the table counts, and how often it was asked. */
const counts = new Map<string, number>();
let asked = 0;
beforeEach(() => {
  counts.clear();
  asked = 0;
});
const count = async (pk: string, sk: string, max: number): Promise<boolean> => {
  asked += 1;
  const before = counts.get(`${pk} ${sk}`) ?? 0;
  if (before >= max) return false;
  counts.set(`${pk} ${sk}`, before + 1);
  return true;
};

/** How many of so many requests were let through. */
async function through(pace: ReturnType<typeof pacing>, caller: typeof WATCH | typeof BROWSER, many: number, at = NOW) {
  let passed = 0;
  for (let request = 0; request < many; request += 1) {
    passed += await pace(caller, at).then(
      () => 1,
      () => 0,
    );
  }
  return passed;
}

describe("a device in a loop", () => {
  it("is held up after 120 requests of a minute, and costs nothing from then on", async () => {
    const pace = pacing(count);
    expect(await through(pace, WATCH, 1000)).toBe(120);
    const before = asked;
    await through(pace, WATCH, 100);
    expect(asked).toBe(before);
  });

  it("is told the second at which the next minute begins, and may go on then", async () => {
    const pace = pacing(count);
    await through(pace, WATCH, 200);
    const error = await pace(WATCH, NOW).catch((caught) => caught);
    expect(retryAtOf(error)).toBe("2026-11-22T12:01:00.000Z");
    expect(await through(pace, WATCH, 1, Date.parse("2026-11-22T12:01:00Z"))).toBe(1);
  });

  it("is held up by the table's count in another process too", async () => {
    await through(pacing(count), WATCH, 200);
    expect(await through(pacing(count), WATCH, 200)).toBe(20);
  });

  it("does not hold up the person's browser", async () => {
    const pace = pacing(count);
    await through(pace, WATCH, 1000);
    expect(await through(pace, BROWSER, 50)).toBe(50);
  });
});

it("an account is held up after 320 requests of a minute, whatever they come from", async () => {
  const pace = pacing(count);
  await through(pace, WATCH, 1000);
  expect(await through(pace, BROWSER, 1000)).toBe(200);
});

it("who sends a session or two costs no write", async () => {
  await through(pacing(count), WATCH, 20);
  expect(asked).toBe(0);
});
