import { expect, describe as group, it, vi } from "vitest";
import { ladderSteps } from "../../../core/ladder/ladder.ts";
import { speak } from "../i18n/languages.ts";
import { ago, clockTime, localeFor, longDay, monthOf, nearDay, span, wallTime, weekdayLong } from "./dates.ts";
import { duration, figure, lateness, stopwatch } from "./durations.ts";
import "../i18n/testing.ts";
import { painBand } from "./pain.ts";
import { describe, howLong, plannedPhases, totalSeconds } from "./steps.ts";

group("dates", () => {
  it("are calendar days, whatever zone the viewer is in", () => {
    for (const zone of ["Pacific/Auckland", "America/Los_Angeles", "UTC"]) {
      vi.stubEnv("TZ", zone);
      expect(longDay("2026-11-24")).toMatch(/Tuesday/);
      expect(longDay("2026-11-24")).toMatch(/24/);
    }
    vi.unstubAllEnvs();
  });

  it("are told by their distance when they are near", () => {
    const near = ["2026-11-21", "2026-11-22", "2026-11-23"].map((date) => nearDay(date, "2026-11-22"));
    expect(near).toEqual(["Yesterday", "Today", "Tomorrow"]);
    expect(nearDay("2026-11-29", "2026-11-22")).toMatch(/Sunday/);
  });

  it("name months and weekdays", () => {
    expect(monthOf("2026-02-01")).toBe("February 2026");
    expect([1, 7].map(weekdayLong)).toEqual(["Monday", "Sunday"]);
  });

  it("tell from when to when, as finely as is asked", () => {
    const told = (["weeks", "months", "years"] as const).map((by) => span("2025-11-23", "2026-02-01", by));
    expect(told.map((text) => text.match(/\d+/g))).toEqual([
      ["23", "2025", "1", "2026"],
      ["2025", "2026"],
      ["2025", "2026"],
    ]);
    expect(span("2026-11-23", "2026-11-23", "years")).toBe("2026");
  });

  it("show the clock of the place where it happened", () => {
    expect(clockTime(Date.parse("2026-11-22T23:30:00Z"), 120)).toMatch(/0?1:30/);
    expect(wallTime("07:05")).toMatch(/7:05/);
  });

  it("say how long ago in the largest unit", () => {
    const now = Date.parse("2026-11-22T12:00:00Z");
    const told = [20_000, 5 * 60_000, 3 * 3_600_000, 50 * 3_600_000, -5000].map((ms) => ago(now - ms, now));
    expect(told).toEqual(["just now", "5 minutes ago", "3 hours ago", "2 days ago", "just now"]);
  });

  it("follow the region that the browser prefers for the language shown", () => {
    expect(localeFor("en", ["de-DE", "en-GB", "en-US"])).toBe("en-GB");
    expect(localeFor("en", ["de-DE"])).toBe("en");
  });
});

/** A number and its unit stay on one line, which a test need not spell out. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

it.each([
  [0, "0 s"],
  [45, "45 s"],
  [60, "1 min"],
  [90, "1 min 30 s"],
  [1500, "25 min"],
])("a duration of %d s reads %s", (seconds, text) => {
  expect(plain(duration(seconds))).toBe(text);
});

it("shows places in a session and lateness", () => {
  expect([stopwatch(0), stopwatch(65.9), stopwatch(3600)]).toEqual(["0:00", "1:05", "60:00"]);
  expect([lateness(40), lateness(1260), lateness(12_400), lateness(-300)].map(plain)).toEqual([
    "0.0 s",
    "1.3 s",
    "12 s",
    "−0.3 s",
  ]);
});

it("writes lateness with the decimal sign of the language shown", async () => {
  await speak("de");
  expect([lateness(300), lateness(-1260), lateness(12_400)].map(plain)).toEqual(["0,3 s", "−1,3 s", "12 s"]);
  expect([figure(3.5), figure(4)]).toEqual(["3,5", "4"]);
  await speak("en");
});

it("puts scores into the bands of the pain-monitoring model", () => {
  expect([0, 2, 3, 5, 6, 10].map(painBand)).toEqual(["low", "low", "middle", "middle", "high", "high"]);
});

group("a plan in words", () => {
  const words = (level: number) => describe(plannedPhases(ladderSteps(level))).map(({ text }) => plain(text));

  it("counts equal runs and walks", () => {
    expect(words(5)).toEqual(["5 min warm-up", "6 × 15 s run, 2 min walk", "5 min cool-down"]);
  });

  it("is a walk below level 5", () => {
    expect(words(0)).toEqual(["1 min warm-up", "3 min walk", "1 min cool-down"]);
  });

  it("sums up what was done unevenly", () => {
    const phases = [
      { kind: "run", seconds: 60 },
      { kind: "walk", seconds: 90 },
      { kind: "run", seconds: 20 },
      { kind: "stretch", seconds: 30 },
    ] as const;
    expect(describe(phases).map(({ text }) => plain(text))).toEqual([
      "1 min 20 s of running",
      "1 min 30 s walk",
      "30 s floor exercises",
    ]);
    expect(totalSeconds(phases)).toBe(200);
  });

  it("tells moving and exercises apart, before and after", () => {
    const walk = [{ kind: "walk", seconds: 1860 }] as const;
    const stretch = (seconds: number) => ({ kind: "stretch", seconds }) as const;
    expect(plain(howLong(walk))).toBe("31 min moving");
    expect(plain(howLong([stretch(126), ...walk, stretch(636)]))).toBe("31 min moving, 12 min 42 s of exercises");
  });
});
