import { describe, expect, it } from "vitest";
import { catalogue, readBtxt } from "./btxt.ts";

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe("the compiled texts of a package", () => {
  // Both as zpm 3.4.1 wrote them for two messages.
  const tid = hex("000000020000000c0000000e676f68656c6c6f");
  const german = hex("000000020000000c0000000f4c6f7348616c6c6f");

  it("are read back to keys and texts", () => {
    expect([...catalogue(readBtxt(tid), readBtxt(german))]).toEqual([
      ["go", "Los"],
      ["hello", "Hallo"],
    ]);
  });

  it("show the key where a text is missing", () => {
    expect(catalogue(["go", "stop"], ["Los"]).get("stop")).toBe("stop");
  });
});
