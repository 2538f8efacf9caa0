import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Host } from "../../local/host.ts";
import { fixtureAssembly, post, row, startFixture, temporaryFolder } from "./assembly.ts";

let assembly: string;
let data: ReturnType<typeof temporaryFolder>;
let host: Host;

beforeAll(async () => {
  assembly = await fixtureAssembly();
});
beforeEach(async () => {
  data = temporaryFolder();
  host = await startFixture(assembly, data.path);
});
afterEach(async () => {
  await host.stop();
  data.remove();
});

describe("a schedule", () => {
  const inTwoDays = () => new Date(host.clock.now() + 2 * 86_400_000).toISOString().slice(0, 19);

  it("fires at its time, by the clock that the function sees, and is gone", async () => {
    const at = inTwoDays();
    await post(host, { id: "a", quiet: false, remindAt: at });
    await host.whenIdle();
    await host.clock.advance(86_400_000);
    expect(await row(host, "reminded", "a")).toBeNull();
    await host.clock.advance(86_400_000);
    const reminded = await row(host, "reminded", "a");
    expect(reminded?.at).toBeGreaterThanOrEqual(Date.parse(`${at}Z`));
    expect(host.scheduler.list()).toEqual([]);
  });

  it("that is written again replaces the first", async () => {
    const at = inTwoDays();
    await post(host, { id: "a", quiet: false, remindAt: "2031-01-01T00:00:00" });
    await host.whenIdle();
    await post(host, { id: "a", quiet: false, remindAt: at });
    await host.whenIdle();
    expect(host.scheduler.list().map((schedule) => schedule.ScheduleExpression)).toEqual([`at(${at})`]);
  });

  it("that came due while the host was off fires at the next start", async () => {
    await post(host, { id: "a", quiet: false, remindAt: inTwoDays() });
    await host.whenIdle();
    await host.stop();
    host = await startFixture(assembly, data.path, { startAt: Date.now() + 3 * 86_400_000 });
    await host.clock.advance(0);
    expect(await row(host, "reminded", "a")).not.toBeNull();
  });
});
