import { expect, it } from "vitest";
import { activitiesFrom, answerOf } from "./activities.ts";

it("three lines are open at first; later the same activities are asked again", () => {
  expect(activitiesFrom([])).toHaveLength(3);
  expect(activitiesFrom(["Gardening"])).toEqual([{ name: "Gardening", score: null }]);
});

it("lines left empty are left out, and a named one needs its number, 0 included", () => {
  const open = { name: " ", score: null };
  expect(answerOf([{ name: " Gardening ", score: 0 }, open])).toEqual({ items: [0], activities: ["Gardening"] });
  expect(answerOf([{ name: "Gardening", score: null }])).toBe(null);
  expect(answerOf([open, open])).toBe(null);
});
