import { expect, it } from "vitest";
import { faultOf } from "./error.ts";

it("a log line says an error's class, code and place, and none of its words", () => {
  const spoken = Object.assign(new RangeError("a pinprick\nin two lines"), { code: "ENOSPC" });
  const said = faultOf(spoken);
  expect(said).toEqual({ error: "RangeError", code: "ENOSPC", at: expect.stringMatching(/^error\.test\.ts:\d+:\d+$/) });
  expect(JSON.stringify(faultOf(new SyntaxError('"pinprick:1:2" is not JSON')))).not.toContain("pinprick");
  expect(faultOf("pinprick")).toEqual({ error: "unknown" });
});
