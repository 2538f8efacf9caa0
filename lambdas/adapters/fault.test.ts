import { expect, it } from "vitest";
import { BackstrideError } from "../../core/error.ts";
import { faultOf, withoutWords } from "./fault.ts";

const SECRET = "shot-through-since-Tuesday";

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
const all = (error: Error) => [JSON.stringify(error), error.message, error.stack, String(error.cause)].join();

it("JSON.parse quotes what it cannot read; a log line says where it was, and no more", () => {
  const error = caught(() => JSON.parse(SECRET));
  expect(String(error)).toContain("shot-thr");
  const fault = faultOf(error);
  expect(fault).toEqual({
    error: "SyntaxError",
    code: null,
    at: expect.stringMatching(/^([\w.-]+:\d+:\d+ ?){1,3}$/),
  });
  expect(JSON.stringify(fault)).not.toContain("shot");
  const bare = withoutWords(error);
  expect(bare).toMatchObject({ name: "SyntaxError", code: "internal", retryable: false });
  expect(all(bare)).not.toContain("shot");
});

it("a message that looks like a stack says nothing either", () => {
  const error = new Error(`one\n    at ${SECRET}\n    at /home/${SECRET}.ts:1:2)`);
  error.stack = String(error);
  expect(JSON.stringify(faultOf(error))).not.toContain(`/home/${SECRET}`);
});

it("our own errors keep their code, and whether it helps to try again", () => {
  const error = new BackstrideError("unavailable", SECRET, {
    retryable: true,
    field: SECRET,
    cause: new Error(SECRET),
  });
  expect(faultOf(error)).toEqual({ error: "BackstrideError", code: "unavailable" });
  expect(withoutWords(error)).toMatchObject({ name: "BackstrideError", code: "unavailable", retryable: true });
  expect(all(withoutWords(error))).not.toContain(SECRET);
});

it("the code of a system's error is kept, a sentence in its place is not", () => {
  expect(faultOf(Object.assign(new Error(), { code: "ECONNREFUSED" }))).toMatchObject({ code: "ECONNREFUSED" });
  expect(faultOf(Object.assign(new Error(), { code: `no ${SECRET}` }))).toMatchObject({ code: null });
  expect(faultOf(SECRET)).toEqual({ error: "unknown", code: null, at: "" });
});
