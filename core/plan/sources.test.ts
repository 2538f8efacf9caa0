import { expect, it } from "vitest";
import { CHANGING, LEADING } from "../text/catalogue.ts";
import { SOURCES } from "./sources.ts";

it("gives every rule a section of the specification and its evidence, under an id that fits the contract", () => {
  for (const [id, { section, evidence }] of Object.entries(SOURCES)) {
    expect(id.length).toBeLessThanOrEqual(24);
    expect(section).toMatch(/^§\d/);
    expect(evidence).not.toBe("");
  }
});

it("knows every rule that leads or says what would change", () => {
  for (const id of [...LEADING, ...CHANGING]) expect(SOURCES).toHaveProperty([id]);
});
