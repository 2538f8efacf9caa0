import { expect, it } from "vitest";
import { nameAmong } from "./names.ts";

it("two of a name are told apart by what else is known of each; a name alone stays as it is", () => {
  const names = ["Balance", "T-Rex", "Balance"];
  expect(nameAmong(names, "Balance", "paired 2 Nov")).toBe("Balance (paired 2 Nov)");
  expect(nameAmong(names, "T-Rex", "paired 3 Nov")).toBe("T-Rex");
});
