import { expect, test } from "vitest";
import { floorBlock } from "../../core/blocks/blocks.ts";
import { begin } from "../../core/session/state.ts";
import { LEVEL_5, startEntry, T0 } from "../../core/session/testing.ts";
import { homeTexts } from "./home.ts";
import { readPlanAnswer } from "./plan.ts";
import { viewOf } from "./view.ts";

const FLOOR = floorBlock({ stage: 0, brittle: false });

const PLAN = {
  planId: "01930000-0000-7000-8000-000000000009",
  rev: 1,
  date: "2026-11-22",
  level: 5,
  steps: [...FLOOR.slice(0, 4), ...LEVEL_5, ...FLOOR],
  state: "hold",
  rules: [],
  sentence: "Same again.",
  lock: null,
};
const DAYS = {
  ...{ today: "2026-11-22", yesterday: "2026-11-21", tomorrow: "2026-11-23" },
  ...{ lastRun: null, mayRun: true, runFrom: null, flagged: false },
};

test("home tells the floor exercises apart from the outing, as the dashboard does", () => {
  const say = (key: string) => ({ "home.minutes": "{n} min", "home.exercises": "{before} + {after}" })[key] ?? key;
  const { details, sentence, why } = homeTexts(readPlanAnswer({ plan: PLAN }), DAYS, say);
  expect(details).toMatch(/^24 min /);
  expect(sentence).toBe("Same again. 2 + 11");
  expect(why).toMatch(/ 2 \+ 11$/);
});

test("what cannot be counted is held for as long: child's pose instead of the cobra", () => {
  const seen = { hr: null, message: null, saved: true, waitMs: 1_000 };
  const cobra = begin(startEntry({ steps: FLOOR.slice(-1) }));
  expect(viewOf(cobra, T0, seen).exercise?.rep).toEqual({ n: 1, of: 6 });
  expect(viewOf({ ...cobra, instead: [0] }, T0, seen).exercise).toMatchObject({ move: "child-pose", rep: null });
});
