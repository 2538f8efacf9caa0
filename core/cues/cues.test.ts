import fc from "fast-check";
import { expect, test } from "vitest";
import type { StepKind } from "../contract/session.ts";
import { apply, replay } from "../session/session.ts";
import type { SessionState } from "../session/state.ts";
import { LEVEL_5, startEntry, steps, T0 } from "../session/testing.ts";
import { advance, nextChange, nextDueAt } from "./advance.ts";
import { type Cue, cuesOf, type Preferences, SPACING_MS, settingOf } from "./schedule.ts";
import { offsetsMs, scriptOf } from "./script.ts";

const state = (part: Parameters<typeof startEntry>[0] = {}): SessionState => apply(null, startEntry(part));
const at = (seconds: number): number => T0 + seconds * 1000;
const secondsOf = (cues: readonly Cue[], kind: string): number[] =>
  cues.filter((cue) => cue.kind === kind).map((cue) => (cue.dueAt - T0) / 1000);

/** Plays a session by looking at it at the given instants, as the page does. */
function deliver(session: SessionState, instants: readonly number[]): { given: [string, number][]; dropped: string[] } {
  const cues = cuesOf(session);
  const known: Record<string, boolean> = {};
  const given: [string, number][] = [];
  const dropped: string[] = [];
  for (const now of instants) {
    const step = advance(cues, now, known);
    for (const cue of step.dropped) {
      known[cue.id] = true;
      dropped.push(cue.id);
    }
    if (step.due === null) continue;
    known[step.due.id] = true;
    given.push([step.due.id, now]);
  }
  return { given, dropped };
}

test("level 5 calls every change, warns before runs and the end, checks the core, marks the half", () => {
  const cues = cuesOf(state());
  expect(secondsOf(cues, "run")).toEqual([300, 435, 570, 705, 840, 975]);
  expect(secondsOf(cues, "walk")).toEqual([0, 315, 450, 585, 720, 855, 990, 1110]);
  expect(secondsOf(cues, "warning")).toEqual([290, 425, 560, 695, 830, 965, 1400]);
  expect(secondsOf(cues, "core")).toEqual([150, 442.5, 712.5]);
  expect(secondsOf(cues, "posture")).toEqual([307.5, 577.5, 847.5]);
  expect(secondsOf(cues, "halfway")).toEqual([725]);
  expect(secondsOf(cues, "done")).toEqual([1410]);
});

test("a walking plan has a check in the warm-up and one in the walk, and no run cue", () => {
  const cues = cuesOf(state({ steps: steps(["warmup-walk", 120], ["walk", 360], ["cooldown-walk", 120]) }));
  expect(secondsOf(cues, "core")).toEqual([60]);
  expect(secondsOf(cues, "posture")).toEqual([240]);
  expect(secondsOf(cues, "halfway")).toEqual([300]);
  expect(secondsOf(cues, "run")).toEqual([]);
  expect(secondsOf(cues, "done")).toEqual([600]);
});

const plans = fc
  .tuple(
    fc.integer({ min: 60, max: 480 }),
    fc.integer({ min: 15, max: 300 }),
    fc.integer({ min: 15, max: 180 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 30, max: 300 }),
  )
  .map(([warmup, run, walk, reps, cooldown]) =>
    steps(
      ["warmup-walk", warmup],
      ...Array.from({ length: reps }, () => [
        ["run", run] as [StepKind, number],
        ["walk", walk] as [StepKind, number],
      ]).flat(),
      ["cooldown-walk", cooldown],
    ),
  );
const preference = fc.record({
  muted: fc.boolean(),
  strength: fc.constantFrom("light" as const, "normal" as const, "strong" as const),
  leadS: fc.integer({ min: 0, max: 10 }),
});
const preferences: fc.Arbitrary<Preferences> = fc.dictionary(
  fc.constantFrom("run", "walk", "warning", "core", "posture", "halfway", "done"),
  preference,
);

test("whatever the plan and the preferences, cues are sorted, unique, 4 s apart, and end with done", () => {
  fc.assert(
    fc.property(plans, preferences, (plan, wishes) => {
      const cues = cuesOf(state({ steps: plan }), wishes);
      for (const [index, cue] of cues.entries()) {
        const before = cues[index - 1];
        if (before !== undefined) expect(cue.dueAt - before.dueAt).toBeGreaterThanOrEqual(SPACING_MS);
      }
      expect(new Set(cues.map((cue) => cue.id)).size).toBe(cues.length);
      expect(cues[cues.length - 1]?.kind).toBe("done");
      for (const cue of cues) expect(wishes[settingOf(cue.kind)]?.muted === true && cue.kind !== "done").toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("checks: one in the warm-up, at most one per bout, 60 s apart, none in the last third", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { starts, total } = offsetsMs(plan);
      const checks = scriptOf(plan).filter((cue) => cue.kind === "core" || cue.kind === "posture");
      const times = checks.map((cue) => (starts[cue.step] ?? 0) + cue.offsetMs);
      expect(new Set(checks.map((cue) => cue.step)).size).toBe(checks.length);
      for (const [index, time] of times.entries()) {
        expect(time * 3).toBeLessThan(total * 2);
        if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(60_000);
      }
      if (total >= 3 * (plan[0]?.plannedS ?? 0) * 500) expect(checks[0]).toMatchObject({ kind: "core", step: 0 });
    }),
    { numRuns: 200 },
  );
});

test("steps shorter than 30 s have no warning", () => {
  expect(
    scriptOf(steps(["warmup-walk", 60], ["run", 29], ["walk", 29])).filter((cue) => cue.kind === "warning"),
  ).toEqual([expect.objectContaining({ step: 0 })]);
});

test("every cue is given at most once, however the clock is looked at", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 90_000 }), { maxLength: 400 }), (waits) => {
      let now = T0;
      const instants = waits.map((wait) => (now += wait));
      const { given, dropped } = deliver(state(), instants);
      const all = [...given.map(([id]) => id), ...dropped];
      expect(new Set(all).size).toBe(all.length);
      for (const [index, [, time]] of given.entries()) expect(time).toBeGreaterThan(given[index - 1]?.[1] ?? 0);
    }),
    { numRuns: 200 },
  );
});

test("looked at every half second, every cue is given, none late by more than that", () => {
  const session = state();
  const instants = Array.from({ length: 2900 }, (_, index) => T0 + index * 500 + 137);
  const { given, dropped } = deliver(session, instants);
  const cues = cuesOf(session);
  expect(dropped).toEqual([]);
  expect(given.map(([id]) => id)).toEqual(cues.map((cue) => cue.id));
  for (const [index, [, time]] of given.entries()) expect(time - (cues[index]?.dueAt ?? 0)).toBeLessThan(500);
});

test("after a gap the change that holds now is caught up once and everything else is dropped", () => {
  const cues = cuesOf(state());
  const { due, lateMs, dropped } = advance(cues, at(500), { "0.walk": true });
  expect(due?.id).toBe("4.walk");
  expect(lateMs).toBe(50_000);
  expect(dropped.map((cue) => cue.kind)).toEqual([
    "core",
    "warning",
    "run",
    "posture",
    "walk",
    "warning",
    "run",
    "core",
  ]);
});

test("checks stay 60 s apart when walks are skipped and runs repeated", () => {
  const skipped = replay([
    startEntry(),
    { do: "skip", at: at(2) },
    { do: "skip", at: at(4) },
    { do: "skip", at: at(6) },
  ]);
  if (skipped === null) throw new Error("no session");
  const checks = (seen: SessionState) => cuesOf(seen).filter(({ kind }) => kind === "core" || kind === "posture");
  const times = checks(skipped).map(({ dueAt }) => dueAt);
  for (const [index, time] of times.entries()) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(60_000);

  const [first] = checks(skipped);
  if (first === undefined) throw new Error("no check");
  const given = apply(skipped, { do: "cue", at: first.dueAt, cue: first, tier: "held" });
  const again = apply(given, { do: "repeat", at: first.dueAt + 1_000 });
  expect(checks(again)[0]?.dueAt).toBeGreaterThanOrEqual(first.dueAt + 60_000);
});

test("a core cue more than 3 s late is dropped without a word", () => {
  const given = { "0.walk": true };
  expect(advance(cuesOf(state()), at(153), given).due?.kind).toBe("core");
  expect(advance(cuesOf(state()), at(153.1), given)).toMatchObject({ due: null, dropped: [{ kind: "core" }] });
});

test("cues keep their ids when the session is paused, so nothing is given twice", () => {
  const session = state();
  const paused = replay([startEntry(), { do: "pause", at: at(200) }, { do: "resume", at: at(260) }]);
  if (paused === null) throw new Error("no session");
  const before = cuesOf(session).filter((cue) => cue.dueAt > at(200));
  const after = cuesOf(paused).filter((cue) => cue.dueAt > at(260));
  expect(after.map((cue) => cue.id)).toEqual(before.map((cue) => cue.id));
  expect(after.map((cue) => cue.dueAt - 60_000)).toEqual(before.map((cue) => cue.dueAt));
  expect(cuesOf(apply(session, { do: "pause", at: at(10) }))).toEqual([]);
});

test("a step that is done again has cues of its own", () => {
  const back = apply(state(), { do: "back", at: at(320) });
  expect(cuesOf(back)[0]).toMatchObject({ id: "3.run", dueAt: at(320) });
});

test("a longer walk moves its warning and everything after it", () => {
  const longer = apply(state(), { do: "extend", at: at(5), s: 15 });
  expect(secondsOf(cuesOf(longer), "warning")[0]).toBe(305);
  expect(secondsOf(cuesOf(longer), "run")[0]).toBe(315);
});

test("a lead brings a cue forward, a mute silences it, done cannot be muted", () => {
  const wishes: Preferences = {
    run: { muted: false, strength: "normal", leadS: 3 },
    core: { muted: true, strength: "normal", leadS: 0 },
    done: { muted: true, strength: "normal", leadS: 0 },
  };
  const cues = cuesOf(state(), wishes);
  expect(secondsOf(cues, "run")[0]).toBe(297);
  expect(secondsOf(cues, "core")).toEqual([]);
  expect(secondsOf(cues, "done")).toEqual([1410]);
});

test("the next cue and the next change are known ahead", () => {
  const cues = cuesOf(state());
  expect(nextDueAt(cues, at(1), { "0.walk": true })).toBe(at(150));
  expect(nextChange(cues, at(1), { "0.walk": true })?.id).toBe("1.run");
  expect(nextDueAt(cues, at(1410), {})).toBeNull();
  expect(nextChange(cues, at(1410), {})).toBeNull();
});

test("every step of level 5 is announced as what it is", () => {
  const changes = cuesOf(state()).filter((cue) => cue.phase && cue.kind !== "done");
  expect(changes.map((cue) => cue.kind)).toEqual(LEVEL_5.map((step) => (step.kind === "run" ? "run" : "walk")));
});
