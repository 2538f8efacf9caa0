import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { backstride } from "../../bin/backstride.ts";
import type { Host } from "../../local/host.ts";
import { fixtureAssembly, ownAssembly, post, row, startFixture, temporaryFolder } from "./assembly.ts";

let assembly: string;
let data: ReturnType<typeof temporaryFolder>;
let host: Host;

beforeAll(async () => {
  assembly = await fixtureAssembly();
});
async function begin(): Promise<void> {
  data = temporaryFolder();
  host = await startFixture(assembly, data.path);
}
async function end(): Promise<void> {
  await host.stop();
  data.remove();
}

describe("an event on the bus", () => {
  beforeAll(begin);
  afterAll(end);

  it("reaches the function of the rule for its type, and what that puts on the bus reaches the next", async () => {
    const soon = "2030-01-01T00:00:00";
    expect((await post(host, { id: "a", quiet: false, remindAt: soon })).status).toBe(202);
    await host.whenIdle();
    expect(await row(host, "done", "a")).not.toBeNull();
    expect(host.scheduler.list().map((schedule) => schedule.Name)).toEqual(["r-a"]);
  });

  it("of a type that no rule names goes nowhere", async () => {
    await post(host, { id: "unknown", type: "unknown.v1" });
    await host.whenIdle();
    expect(await row(host, "seen", "unknown")).toBeNull();
  });

  it("arrives twice when duplicates are switched on, and again when an acknowledgement is lost", async () => {
    host.faults.duplicateDeliveries = true;
    await post(host, { id: "twice" });
    await host.whenIdle();
    expect(await row(host, "seen", "twice")).toMatchObject({ seen: 2 });
    host.faults.duplicateDeliveries = false;
    host.faults.dropAcks = 1;
    await post(host, { id: "unacked" });
    await host.whenIdle();
    expect(await row(host, "seen", "unacked")).toMatchObject({ seen: 2 });
  });
});

describe("an event on the bus whose delivery goes wrong", () => {
  beforeEach(begin);
  afterEach(end);

  it("is tried three times over three minutes, then kept in the function's on-failure queue", async () => {
    await post(host, { id: "a", fail: true });
    await host.whenIdle();
    expect(await row(host, "seen", "a")).toMatchObject({ seen: 1 });
    await host.clock.advance(60_000);
    expect(await row(host, "seen", "a")).toMatchObject({ seen: 2 });
    expect(host.deadLetters.list()).toEqual([]);
    await host.clock.advance(120_000);
    expect(await row(host, "seen", "a")).toMatchObject({ seen: 3 });
    const [letter] = host.deadLetters.list("Failure");
    expect(letter?.body).toMatchObject({
      requestContext: { condition: "RetriesExhausted", approximateInvokeCount: 3 },
      requestPayload: { detail: { id: "a" } },
      responsePayload: { errorMessage: "failed on purpose: a" },
    });
    expect(host.health()).toMatchObject({ status: "degraded", bus: { backlog: 0, deadLetters: 1 } });
    await host.stop();
    const log = readFileSync(join(data.path, "functions.log"), "utf8");
    const told = [...log.matchAll(/-record (\{.*"delivery".*\})$/gm)].map(([, line]) => JSON.parse(line ?? ""));
    expect(told.map(({ message, attempt, error }) => [message, attempt, error])).toEqual([
      ["delivery failed", 1, "Error"],
      ["delivery failed", 2, "Error"],
      ["dead letter", 3, "Error"],
    ]);
    expect(new Set(told.map(({ delivery }) => delivery)).size).toBe(1);
  });

  async function redrive(said: string[], ...args: string[]): Promise<number> {
    process.env.BACKSTRIDE_DATA = data.path;
    const output = { say: (line: string) => said.push(line), warn: (line: string) => said.push(line) };
    const code = await backstride(["redrive", ...args], output);
    delete process.env.BACKSTRIDE_DATA;
    return code;
  }

  it("is given back by redrive, with all its tries, and leaves its queue", async () => {
    await post(host, { id: "a", fail: true });
    await host.whenIdle();
    await host.clock.advance(60_000);
    await host.clock.advance(120_000);
    const said: string[] = [];
    expect(await redrive(said, "--dry-run")).toBe(1);
    expect(await redrive(said)).toBe(1);
    const waiting = "1 of backstride-main-record (RetriesExhausted: Error)";
    expect(said).toEqual([waiting, waiting, "1 letter given back; 1 failed and will be tried again."]);
    expect(host.deadLetters.list()).toEqual([]);
    expect(await row(host, "seen", "a")).toMatchObject({ seen: 4 });
  });

  it("of a function that this version does not have stays in its queue, and redrive says so", async () => {
    const queue = String(host.environmentOf("remind").SCHEDULE_DLQ_ARN);
    const TARGET_ARN = "arn:aws:lambda:local:000000000000:function:backstride-main-former";
    await host.deadLetters.send(queue, host.clock.now(), { id: "a" }, { TARGET_ARN, ERROR_CODE: "gone" });
    const said: string[] = [];
    expect(await redrive(said)).toBe(1);
    expect(said.at(-1)).toBe("0 letters given back; 1 still waits.");
    expect(host.deadLetters.list()).toMatchObject([{ body: { id: "a" } }]);
  });

  it("that failed together with others is not tried again together with them", async () => {
    await post(host, ...["a", "b", "c", "d"].map((id) => ({ id, fail: true })));
    await host.whenIdle();
    await host.clock.advance(60_000);
    await host.clock.advance(120_000);
    const times = host.deadLetters.list("Failure").map(({ at }) => at);
    expect(new Set(times).size).toBe(4);
  });

  it("that ends the function's process does not keep a later one from being handled", async () => {
    await post(host, { id: "bad", crash: true });
    await host.whenIdle();
    await post(host, { id: "good" });
    await host.whenIdle();
    expect(await row(host, "done", "good")).not.toBeNull();
    expect(host.health()).toMatchObject({ bus: { retrying: 1 } });
  });

  it("that never ends is stopped at the function's timeout, and a later one is handled by a fresh worker", async () => {
    await host.stop();
    const hasty = await ownAssembly(data.path);
    const file = join(hasty, "Backstride.template.json");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('"Timeout": 10', '"Timeout": 1'));
    host = await startFixture(hasty, data.path);
    await post(host, { id: "bad", hang: true });
    await host.whenIdle();
    await post(host, { id: "good" });
    await host.whenIdle();
    expect(await row(host, "done", "good")).not.toBeNull();
    expect(host.health()).toMatchObject({ bus: { retrying: 1 } });
    await host.stop();
    expect(readFileSync(join(data.path, "functions.log"), "utf8")).toContain(
      '-record {"level":"error","message":"invocation failed","error":"Sandbox.Timedout"}',
    );
  });

  it("that is being handled when the host stops is handled again at the next start, not a minute later", async () => {
    let stopping: Promise<void> | undefined;
    host.faults.afterAwsCall = ({ function: name }) => {
      if (!name.endsWith("-record")) return "answer";
      stopping ??= host.stop();
      return "drop";
    };
    await post(host, { id: "a" }).catch(() => undefined);
    await host.whenIdle();
    await stopping;
    host = await startFixture(assembly, data.path);
    await host.whenIdle();
    expect(await row(host, "done", "a")).not.toBeNull();
  });

  it("is tried again when its worker is ended between two writes", async () => {
    let crashes = 0;
    host.faults.afterAwsCall = ({ function: name, operation }) => {
      if (!name.endsWith("-record") || operation !== "UpdateItem" || crashes > 0) return "answer";
      crashes += 1;
      return "crash";
    };
    await post(host, { id: "a" });
    await host.whenIdle();
    expect(await row(host, "seen", "a")).toMatchObject({ seen: 1 });
    expect(await row(host, "done", "a")).toBeNull();
    await host.clock.advance(60_000);
    expect(await row(host, "seen", "a")).toMatchObject({ seen: 2 });
    expect(await row(host, "done", "a")).not.toBeNull();
  });

  it("waits on the disk while its third try is not due, also across a restart", async () => {
    await post(host, { id: "a", fail: true });
    await host.whenIdle();
    await host.stop();
    host = await startFixture(assembly, data.path, { startAt: Date.now() + 60_000 });
    await host.whenIdle();
    expect(await row(host, "seen", "a")).toMatchObject({ seen: 2 });
    expect(host.health()).toMatchObject({ bus: { backlog: 1, retrying: 1 } });
  });
});

describe("PutEvents", () => {
  beforeAll(begin);
  afterAll(end);

  const entries = (count: number, more: Record<string, unknown> = {}) =>
    Array.from({ length: count }, (_, index) => ({ id: `e${index}`, ...more }));

  it("takes ten entries and refuses eleven", async () => {
    expect((await post(host, ...entries(10))).status).toBe(202);
    expect((await post(host, ...entries(11))).status).toBe(500);
  });

  it("refuses a call of a megabyte", async () => {
    expect((await post(host, ...entries(10, { text: "x".repeat(110_000) }))).status).toBe(500);
  });

  it("refuses one bad entry and takes the others", async () => {
    const answers = (await (await post(host, { id: "bad", type: "" }, { id: "good" })).json()) as unknown[];
    expect(answers).toEqual([
      expect.objectContaining({ ErrorCode: "InvalidArgument" }),
      { EventId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);
  });
});
