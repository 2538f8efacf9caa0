import { expect, it } from "vitest";
import { SOURCES } from "../../../../core/plan/sources.ts";
import { backingOf, studyIn } from "./backing.ts";

it("a study is named by its year, expert judgement is owned up to", () => {
  expect(backingOf(SOURCES["C.red.worst"].evidence)).toBe("study");
  expect(studyIn(SOURCES["I.load"].evidence)).toBe("Schuster Brandt Frandsen 2025");
  expect(studyIn(SOURCES["I.ceiling"].evidence)).toBe("Neason 2024");
  expect(backingOf(SOURCES["U.amber"].evidence)).toBe("judgement");
  expect(backingOf(SOURCES["S.lock"].evidence)).toBe("care");
  expect(backingOf(SOURCES["H.ceiling"].evidence)).toBe("person");
});
