import { expect, test } from "vitest";
import { LogEvent } from "../../core/contract/event.ts";
import { parse } from "../../core/contract/parse.ts";
import { CueKind } from "../../core/contract/session.ts";
import { strengthsOf } from "../../core/cues/preferences.ts";
import { cuesOf, type Preferences } from "../../core/cues/schedule.ts";
import { replay } from "../../core/session/session.ts";
import { startEntry } from "../../core/session/testing.ts";
import { cueState, hasStrength, ownCues, REHEARSAL, withNextLead, withNextStrength } from "./cue-settings.ts";
import { cuesEvent } from "./events.ts";
import { patternOf } from "./patterns.ts";

const say = (key: string): string => key;
const MOMENT = { at: Date.UTC(2026, 10, 22, 6, 0), utcOffsetMin: 60 };
const ID = "01930000-0000-7000-8000-000000000003";

test("every cue can be felt", () => {
  expect([...REHEARSAL].sort()).toEqual([...CueKind.options].sort());
});

test("a strength is offered where the pattern feels different with it", () => {
  for (const kind of CueKind.options) {
    const felt = (strength: "light" | "normal" | "strong") => JSON.stringify(patternOf(kind, strength));
    const apart = (["normal", "strong", "light"] as const).filter(
      (each) => each === "normal" || felt(each) !== felt("normal"),
    );
    expect(strengthsOf(kind)).toEqual(apart);
  }
});

test("strength goes around through what a hand can tell apart and off, but done and stop can never be turned off", () => {
  const around = (kind: CueKind): string[] => {
    let preferences: Preferences = {};
    return [1, 2, 3, 4].map(() => {
      preferences = withNextStrength(preferences, kind);
      return cueState(preferences, kind, say);
    });
  };
  expect(around("run")).toEqual(["cues.light", "cues.off", "cues.normal", "cues.light"]);
  expect(around("core")).toEqual(["cues.strong", "cues.off", "cues.normal", "cues.strong"]);
  // The long pulse has one strength: that is said instead of offering what nobody would feel.
  expect(around("walk")).toEqual(["cues.off", "cues.oneStrength", "cues.off", "cues.oneStrength"]);
  expect(around("done")).toEqual(["cues.oneStrength", "cues.oneStrength", "cues.oneStrength", "cues.oneStrength"]);
  expect(around("stop")).toEqual(around("done"));
  expect(["run", "walk", "done", "stop"].map((kind) => hasStrength(kind as CueKind))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("a lead grows to ten seconds and starts again, and keeps the strength", () => {
  let preferences: Preferences = withNextStrength({}, "run");
  const leads = [1, 2, 3, 4, 5, 6].map(() => {
    preferences = withNextLead(preferences, "run");
    return preferences.run?.leadS;
  });
  expect(leads).toEqual([1, 2, 3, 5, 10, 0]);
  expect(preferences.run?.strength).toBe("light");
});

test("the engine obeys: muted cues are not scheduled, a lead moves the cue, done always comes", () => {
  const state = replay([startEntry()]);
  if (state === null) throw new Error("no session");
  const kinds = (preferences: Preferences) => new Set(cuesOf(state, preferences).map(({ kind }) => kind));
  const all = kinds({});
  for (const kind of all) {
    const muted: Preferences = { [kind]: { muted: true, strength: "normal", leadS: 0 } };
    expect(kinds(muted).has(kind), kind).toBe(kind === "done");
  }
  const runs = (preferences: Preferences) => cuesOf(state, preferences).filter(({ kind }) => kind === "run");
  const early = runs({ run: { muted: false, strength: "normal", leadS: 3 } });
  expect(early.map(({ dueAt }) => dueAt)).toEqual(runs({}).map(({ dueAt }) => dueAt - 3_000));
});

test("what is chosen is a valid event, and holds until the profile carries it", () => {
  const first = cuesEvent(ID, MOMENT, withNextStrength({}, "run"));
  expect(parse(LogEvent, { ...first, source: "watch" })).toMatchObject({ type: "profile.changed.v1" });
  const second = cuesEvent(ID, MOMENT, withNextLead({}, "walk"));
  expect(ownCues([first, second])).toEqual({ walk: { muted: false, strength: "normal", leadS: 1 } });
  expect(ownCues([])).toBeNull();
});
