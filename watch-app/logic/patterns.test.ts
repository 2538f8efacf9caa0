import { expect, test } from "vitest";
import { CueKind } from "../../core/contract/session.ts";
import { lengthOf, type Pulse, patternOf, sceneOf } from "./patterns.ts";

/** What can be felt with eyes shut: how many buzzes, which are long, where the longer pauses are. */
const rhythm = (pattern: readonly Pulse[]): string =>
  pattern
    .map(({ type, ms }) => (type === "PAUSE" ? (ms >= 400 ? "  " : " ") : ms >= 900 ? "=" : ms >= 400 ? "-" : "."))
    .join("");

test.each(["light", "normal", "strong"] as const)("at strength %s every cue has a rhythm of its own", (strength) => {
  const rhythms = CueKind.options.map((kind) => rhythm(patternOf(kind, strength)));
  expect(new Set(rhythms).size).toBe(CueKind.options.length);
});

test("no cue is longer than the 4 s that lie between two", () => {
  for (const kind of CueKind.options) expect(lengthOf(patternOf(kind))).toBeLessThan(4_000);
});

test("where nothing can stop it again no scene is one that goes on until it is stopped", () => {
  const loops = ["VIBRATOR_SCENE_CALL", "VIBRATOR_SCENE_TIMER"];
  expect(CueKind.options.filter((kind) => loops.includes(sceneOf(kind, true)))).toEqual(["done", "stop"]);
  expect(CueKind.options.filter((kind) => loops.includes(sceneOf(kind, false)))).toEqual([]);
});
