import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { live, lived } from "../../bench/population/live.ts";
import type { Result } from "../../bench/population/result.ts";
import { type Summary, summaryOf } from "../../bench/population/summary.ts";
import { csvOf } from "../../bench/population/table.ts";
import { checkLog } from "../../bin/command/check-log.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "backstride-population-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const simulate = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "bin/simulate.mjs"), ...args], { encoding: "utf8", cwd: folder });

describe("fifty people over twelve weeks", () => {
  let ran: ReturnType<typeof simulate>;
  let report: { summary: Summary; people: Result[] };
  beforeAll(() => {
    ran = simulate("--people", "50", "--weeks", "12", "--seed", "7", "--out", "people.json");
    report = JSON.parse(readFileSync(join(folder, "people.json"), "utf8"));
  }, 240_000);

  it("no plan of theirs breaks an invariant, and thousands were looked at", () => {
    expect(report.people.flatMap(({ violations }) => violations)).toEqual([]);
    expect(report.summary.plans).toBeGreaterThan(4000);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain("invariant violations: 0");
  });

  it("different backs fare differently, as they would", () => {
    const { responder, stubborn, "flare-ups": flares, "once-a-week": once } = report.summary.groups;
    const end = (group: typeof responder) => group?.levels.at(-1) ?? Number.NaN;
    expect(end(responder)).toBeGreaterThan(end(once));
    expect(end(responder)).toBeGreaterThan(end(stubborn));
    expect(flares?.redRate).toBeGreaterThan(responder?.redRate ?? 1);
    expect(report.summary.groups.everybody?.people).toBe(50);
  });

  it("the same seed gives the same people, in whichever worker they live", () => {
    for (const number of [0, 27]) expect(report.people[number]).toEqual(live(7, number, 12));
    expect(live(8, 0, 2)).not.toEqual(live(7, 0, 2));
  });

  it("their checkpoints stay within 3 KB", () => {
    expect(report.summary.checkpointBytes).toBeLessThanOrEqual(3072);
  });
});

it("the log of a person is one that the command line accepts", () => {
  const { events } = lived(7, 4, 4);
  const last =
    events
      .map(({ localDate }) => localDate)
      .sort()
      .pop() ?? "";
  expect(checkLog([...events], "$", last).problems).toEqual([]);
  expect(events.length).toBeGreaterThan(20);
});

it("a CSV line for each person and week", () => {
  const lines = csvOf([live(7, 0, 3), live(7, 1, 3)])
    .trim()
    .split("\n");
  expect(lines).toHaveLength(7);
  expect(lines[0]).toBe("person,kind,start,week,level,locked,sessions,run_s,green,neutral,amber,red");
  for (const line of lines) expect(line.split(",")).toHaveLength(12);
});

it("people who stay on one level, or swing, are counted", () => {
  const base = live(7, 0, 1);
  const summary = summaryOf([
    { ...base, stuck: true, firstRunDay: null },
    { ...base, oscillating: true, firstRunDay: 3 },
  ]);
  expect(summary.groups.everybody).toMatchObject({ stuck: 1, oscillating: 1, neverRan: 1, firstRunDay: 3 });
});

it.each([[[]], [["--people", "5", "--weeks", "2"]], [["--people", "x", "--weeks", "2", "--seed", "1"]]])(
  "a command line that says too little ends with 2 and the usage: %j",
  (args) => {
    const { status, stderr } = simulate(...args);
    expect(status).toBe(2);
    expect(stderr).toContain("npm run simulate");
  },
);
