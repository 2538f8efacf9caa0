import { expect, it } from "vitest";
import { squeezed, textIn } from "./squeeze.ts";

it("a text comes back as it was, whatever it holds", () => {
  for (const text of ["", "{}", "Rückenschmerz 背痛 🌱", JSON.stringify(Array(2000).fill("run"))]) {
    expect(textIn(squeezed(text))).toBe(text);
  }
});

it("what repeats itself takes less than half", () => {
  const text = JSON.stringify(Array.from({ length: 20 }, (_, index) => ({ kind: "run", plannedS: 15, doneS: index })));
  expect(squeezed(text).length).toBeLessThan(text.length / 2);
});

it("a row of an earlier version is read as it stands", () => {
  expect(textIn('{"date":null}')).toBe('{"date":null}');
});
