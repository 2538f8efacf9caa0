import * as v from "valibot";
import { BackstrideError } from "../error.ts";

/**
 * Parses `input` against a schema at a border.
 * @throws BackstrideError `invalid`: the first problem, with `field` as a JSON path (`data.scores.rpe`) and a message that says what to send.
 */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = v.getDotPath(issue) ?? "";
  throw new BackstrideError("invalid", `${field || "The body"} ${plain(issue)}`, { field });
}

function plain(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  if (issue.expected === "never") return "is not a field we know; leave it out";
  if (issue.received === "undefined") return "is missing";
  return `must be ${issue.expected ?? "valid"}, not ${issue.received}`;
}
