import { expect, test } from "vitest";
import { LogEvent } from "../../core/contract/event.ts";
import { parse } from "../../core/contract/parse.ts";
import type { Plan } from "../../core/contract/plan.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { replay } from "../../core/session/session.ts";
import { settle } from "../../core/session/settle.ts";
import { LEVEL_5, startEntry, T0 } from "../../core/session/testing.ts";
import { cadenceOf, withReading } from "./cadence.ts";
import { checkinEvent, sessionEvent } from "./events.ts";
import { stepsAt, todayAfter } from "./gate.ts";
import { homeTexts, syncLine, syncText } from "./home.ts";
import { minutesOf, offerOf, readPlanAnswer } from "./plan.ts";
import { AFTER, BEFORE, mustStop, nextQuestion, withoutLast } from "./questions.ts";
import { clock, dayName, fill, messageText } from "./words.ts";

const plan = (part: Partial<Plan> = {}): Plan => ({
  planId: "01930000-0000-7000-8000-000000000009",
  rev: 1,
  date: "2026-11-22",
  startLocal: null,
  level: 5,
  steps: [...LEVEL_5],
  state: "hold",
  rules: [],
  sentence: "",
  wouldChange: [],
  basis: [],
  lock: null,
  provisional: false,
  ...part,
});

const days = (lastRun: string | null = null) => ({
  today: "2026-11-22",
  yesterday: "2026-11-21",
  tomorrow: "2026-11-23",
  lastRun,
  mayRun: true,
  runFrom: null,
  flagged: false,
});
const usual = { base: 3, level: null, mayRun: true, runFrom: 0 };
const told = (back: number) => ({ before: { back, leg: 0 }, unwell: false });
const walking = { level: 2, steps: LEVEL_5.filter(({ kind }) => kind !== "run") };

test.each([
  [plan(), null, "today"],
  [plan({ date: null }), null, "today"],
  [plan({ date: "2026-11-24" }), null, "early"],
  [plan({ date: "2026-11-20" }), null, "late"],
  [plan({ date: "2026-11-12" }), null, "late"],
  [plan({ date: "2026-11-11" }), null, "stale"],
  [plan({ level: null, steps: [] }), null, "rest"],
  [plan({ state: "setup", level: null, steps: [] }), null, "setup"],
  [plan(), "2026-11-22", "between"],
  [plan(), "2026-11-21", "between"],
  [plan(), "2026-11-20", "today"],
  [plan(walking), "2026-11-22", "today"],
  [null, null, "none"],
] as const)("home offers what the plan says (%#)", (given, lastRun, offer) => {
  expect(offerOf(given, days(lastRun))).toBe(offer);
});

test("a run that is planned for later, and may not be today, is only a walk today; a walk may come early", () => {
  const full = { ...days(), mayRun: false };
  expect(offerOf(plan({ date: "2026-11-24" }), full)).toBe("walk");
  expect(offerOf(plan({ ...walking, date: "2026-11-24" }), full)).toBe("early");
  expect(offerOf(plan(), full)).toBe("today");
});

test("a run that is begun before 48 hours after a RED are over is only a walk, and home says from when it is more", () => {
  const early = { ...days(), runFrom: 481 };
  expect(offerOf(plan(), early)).toBe("walk");
  expect(offerOf(plan({ date: "2026-11-24" }), early)).toBe("walk");
  expect(offerOf(plan(walking), early)).toBe("today");
  const say = (key: string) => (key === "home.runFrom" ? "{time}" : key);
  const profile = readPlanAnswer({ plan: null })?.profile ?? fail();
  const texts = homeTexts({ plan: plan(), profile }, early, say);
  expect(texts).toMatchObject({ title: "day.today", sentence: "08:01", start: "home.startWalk" });
  expect(texts.why).toContain("08:01");
  const later = homeTexts({ plan: plan({ date: "2026-11-24" }), profile }, { ...early, runFrom: 1800 }, say);
  expect(later).toMatchObject({ sentence: plan().sentence, start: "home.startWalk" });
});

test("home says what to do, why, and offers to start only what may be started", () => {
  const say = (key: string) => key;
  const stored = (given: Plan | null) => ({ plan: given, profile: readPlanAnswer({ plan: null })?.profile ?? fail() });
  expect(homeTexts(null, days(), say)).toMatchObject({ sentence: "home.noPlan", start: null });
  expect(homeTexts(stored(null), days(), say).start).toBeNull();
  expect(homeTexts(stored(plan({ sentence: "Same again." })), days(), say)).toMatchObject({
    sentence: "Same again.",
    start: "home.start",
  });
  expect(homeTexts(stored(plan({ date: "2026-11-24" })), days(), say).start).toBe("home.startEarly");
  const waits = homeTexts(stored(plan({ date: "2026-11-24" })), { ...days(), mayRun: false }, say);
  expect(waits).toMatchObject({ details: "home.minutes · home.runs", start: "home.startWalk" });
  expect(homeTexts(stored(plan()), days("2026-11-21"), say).start).toBe("home.startWalk");
  expect(homeTexts(stored(plan({ date: "2026-11-01" })), days(), say).start).toBeNull();
  const lock = { kind: "E" as const, since: "2026-11-20", text: "Get help." };
  const locked = plan({ level: null, steps: [], sentence: "Rest.", lock });
  const told = homeTexts(stored(locked), days(), say);
  expect(told.start).toBeNull();
  expect(told.why).toMatch(/^Please get emergency care now.* Rest\.$/);
});

test("the line about the sync puts first what needs somebody", () => {
  const say = (key: string) => key;
  expect(syncText({ code: null, left: 0, refused: 0 }, say)).toBe("sync.never");
  expect(syncText({ code: "ok", left: 0, refused: 0 }, say)).toBe("sync.ok");
  expect(syncText({ code: "phone", left: 2, refused: 0 }, say)).toBe("sync.phone · sync.left");
  expect(syncText({ code: "ok", left: 2, refused: 0 }, say)).toBe("sync.left");
  expect(syncLine({ code: "phone", left: 2, refused: 0 }, say)).toBe("sync.phone");
  expect(syncLine({ code: "ok", left: 2, refused: 0 }, say)).toBe("sync.left");
  expect(syncText({ code: "ok", left: 2, refused: 1 }, say)).toBe("sync.refused");
  expect(syncText({ code: "unpaired", left: 2, refused: 1 }, say)).toBe("sync.unpaired");
});

function fail(): never {
  throw new Error("unreachable");
}

test("a day between runs is eased to a walk, a bad day still rests", () => {
  expect(todayAfter(plan(), told(1), usual, true)).toMatchObject({ gate: "ease", level: 3 });
  expect(todayAfter(plan(), told(8), usual, true).level).toBeNull();
});

test.each([
  [{ back: 3, leg: 0 }, false, "go", 5],
  [{ back: 4, leg: 0 }, false, "go", 5],
  [{ back: 5, leg: 0 }, false, "ease", 3],
  [{ back: 0, leg: 6 }, false, "walk", 1],
  [{ back: 8, leg: 0 }, false, "rest", null],
  [{ back: 0, leg: 0 }, true, "rest", null],
] as const)("before %o, unwell %s: %s", (before, unwell, gate, level) => {
  expect(todayAfter(plan(), { before, unwell }, usual)).toMatchObject({ gate, level });
});

test("the gate never makes a plan harder, and eases from the level of the ladder, so none twice", () => {
  const walk = plan({ level: 0, steps: LEVEL_5.slice(0, 1) });
  expect(todayAfter(walk, told(6), usual)).toMatchObject({ level: 0, steps: LEVEL_5.slice(0, 1) });
  const eased = plan({ level: 3, steps: [...ladderSteps(3)], state: "eased" });
  expect(todayAfter(eased, told(5), { ...usual, level: 10 })).toMatchObject({ gate: "ease", level: 3 });
  expect(todayAfter(eased, told(5), { ...usual, level: 3 })).toMatchObject({ gate: "ease", level: 2 });
  expect(todayAfter(eased, told(5), usual)).toMatchObject({ gate: "ease", level: 2 });
  expect(todayAfter(eased, told(6), { ...usual, level: 10 })).toMatchObject({ gate: "walk", level: 1 });
  expect(todayAfter(plan({ level: null, steps: [] }), told(0), usual).level).toBeNull();
});

test.each([
  [415, 480],
  [449, 480],
  [450, 300],
  [389, 480],
  [211, 480],
  [209, 300],
])("started in minute %i of a day that began at 06:30, a run is warmed up for in %i s", (minute, warmupS) => {
  expect(stepsAt(LEVEL_5, minute, "06:30")[0]?.plannedS).toBe(warmupS);
});

test("minutes are rounded up", () => {
  expect(minutesOf(LEVEL_5)).toBe(24);
});

test("questions come one after the other and the last answer can be taken back", () => {
  expect(nextQuestion(BEFORE, {})?.id).toBe("back");
  expect(nextQuestion(BEFORE, { back: 0 })?.id).toBe("leg");
  expect(nextQuestion(BEFORE, { back: 0, leg: 0, unwell: 0 })).toBeNull();
  expect(withoutLast(AFTER, { worstBack: 3, worstLeg: 2 })).toEqual({ worstBack: 3 });
  expect(withoutLast(AFTER, {})).toEqual({});
  expect(BEFORE.length).toBeLessThanOrEqual(3);
});

test.each([
  [{ back: 6, leg: 0 }, { back: 5, leg: 0 }, true],
  [{ back: 4, leg: 0 }, { back: 1, leg: 0 }, true],
  [{ back: 0, leg: 3 }, { back: 5, leg: 0 }, true],
  [{ back: 5, leg: 0 }, { back: 3, leg: 0 }, false],
  [{ back: 5, leg: 5 }, null, false],
])("pain %o after %o ends the running: %s", (now, before, stop) => {
  expect(mustStop(now, before)).toBe(stop);
});

test("both events of a session are valid log events", () => {
  const state = replay([startEntry()]);
  if (state === null) throw new Error("no session");
  const session = sessionEvent(settle(state, T0 + 3_600_000), { app: "0.1.0", device: "Amazfit Balance" });
  const checkin = checkinEvent(
    "01930000-0000-7000-8000-000000000003",
    { at: T0, utcOffsetMin: -600 },
    { back: 2, leg: 1 },
    false,
  );
  for (const event of [session, checkin]) {
    expect(parse(LogEvent, { ...event, source: "watch" })).toMatchObject({ id: event.id });
  }
  expect(checkin.localDate).toBe("2026-11-21");
});

test("cadence is steps a minute over the last 20 s; midnight starts anew", () => {
  let readings = [] as ReturnType<typeof withReading>;
  for (let at = 0; at <= 60_000; at += 5_000)
    readings = withReading(readings, { at, steps: 9_000 + (at / 60_000) * 160 });
  expect(cadenceOf(readings)).toBe(160);
  expect(readings.length).toBeLessThanOrEqual(6);
  expect(cadenceOf(withReading(readings, { at: 65_000, steps: 3 }))).toBe(0);
  expect(cadenceOf([])).toBe(0);
});

test("words", () => {
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
  const say = (key: string) => ({ "day.date": "{weekday} {day} {month}", "day.months": months })[key] ?? key;
  expect(fill("{n} of {n} in {m}", { n: 2, m: "x" })).toBe("2 of 2 in x");
  expect([clock(0), clock(65), clock(600)]).toEqual(["0:00", "1:05", "10:00"]);
  expect(messageText({ kind: "core", nth: 3 }, say)).toBe("cue.core.2");
  expect(messageText({ kind: "run", nth: 0 }, say)).toBe("");
  expect(messageText(null, say)).toBe("");
  expect(dayName("2026-11-22", "2026-11-22", "2026-11-23", say)).toBe("day.today");
  expect(dayName("2026-11-23", "2026-11-22", "2026-11-23", say)).toBe("day.tomorrow");
  expect(dayName("2026-11-24", "2026-11-22", "2026-11-23", say)).toBe("day.2 24 Nov");
});
