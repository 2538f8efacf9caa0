import { isDeepStrictEqual } from "node:util";
import { LOG_EVENT_TYPES, LogEvent } from "../../core/contract/event.ts";
import { parse } from "../../core/contract/parse.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { BackstrideError } from "../../core/error.ts";
import { clockProblem } from "./clock.ts";
import { type Problem, pathOf } from "./problem.ts";

export type CheckedLog = { readonly events: readonly LogEvent[]; readonly problems: readonly Problem[] };

/**
 * Checks every entry of a log on its own, then the entries against each other. A log with a problem is not to be planned from.
 * @param at JSONPath of the list
 * @param latest the later of today and the date planned for; nothing may be far after it
 */
export function checkLog(entries: readonly unknown[], at: string, latest: LocalDate): CheckedLog {
  const events: LogEvent[] = [];
  const paths: string[] = [];
  const problems: Problem[] = [];
  entries.forEach((entry, index) => {
    const path = `${at}[${index}]`;
    const checked = checkEntry(entry, path, latest);
    if ("code" in checked) problems.push(checked);
    else {
      events.push(checked);
      paths.push(path);
    }
  });
  return { events, problems: [...problems, ...conflicts(events, paths)] };
}

function checkEntry(entry: unknown, path: string, latest: LocalDate): LogEvent | Problem {
  const problem = typeProblem(entry, path);
  if (problem !== null) return problem;
  try {
    const event = parse(LogEvent, entry);
    return clockProblem(event, path, latest) ?? event;
  } catch (error) {
    if (!(error instanceof BackstrideError)) throw error;
    const field = error.field ?? "";
    const message = field === "" ? error.message.replace(/^The body /, "") : error.message.slice(field.length + 1);
    return { code: error.code, path: pathOf(entry, path, field), message };
  }
}

/** A type that is not of the contract, told apart: one that nobody knows, and a version of one that is known. */
function typeProblem(entry: unknown, path: string): Problem | null {
  if (typeof entry !== "object" || entry === null || !("type" in entry)) return null;
  const { type } = entry;
  if (typeof type !== "string" || LOG_EVENT_TYPES.some((known) => known === type)) return null;
  const name = type.replace(/\.v\d+$/, "");
  const versions = LOG_EVENT_TYPES.filter((known) => known.startsWith(`${name}.v`));
  if (versions.length > 0) {
    return {
      code: "unknown_version",
      path: `${path}.type`,
      message: `is "${type}"; known here: ${versions.join(", ")}`,
    };
  }
  return { code: "unknown_type", path: `${path}.type`, message: `"${type}" is not a type of the log` };
}

/** The same id with different content: nobody can say which is true. The same twice is fine. */
function conflicts(events: readonly LogEvent[], paths: readonly string[]): Problem[] {
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  events.forEach((event, index) => {
    const keys = [`id ${event.id}`];
    if (event.type === "session.recorded.v1") keys.push(`sessionId ${event.data.sessionId}`);
    for (const key of keys) {
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, index);
        continue;
      }
      if (isDeepStrictEqual(contentOf(events[before]), contentOf(event))) continue;
      const path = `${paths[before]} and ${paths[index]}`;
      problems.push({ code: "conflict", path, message: `have the same ${key} but different content` });
      break;
    }
  });
  return problems;
}

/** What an event says, without what may differ between two sendings of it. */
function contentOf(event: LogEvent | undefined): unknown {
  if (event === undefined) return null;
  const { type, at, localDate, utcOffsetMin, data } = event;
  return { type, at, localDate, utcOffsetMin, data };
}
