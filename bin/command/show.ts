import { withoutExercises, withoutFloor } from "../../core/blocks/steps.ts";
import { weekday } from "../../core/calendar/calendar.ts";
import type { Decision } from "../../core/contract/plan.ts";
import type { PlannedStep } from "../../core/contract/session.ts";
import { SOURCES, type Source } from "../../core/plan/sources.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A decision for a person to read. */
export function show(decision: Decision, explain: boolean): string[] {
  const { sentence, lock, steps } = decision;
  return [
    headline(decision),
    ...(steps.length === 0 ? [] : [stepsLine(steps)]),
    sentence,
    ...(lock === null ? [] : [lock.text]),
    ...(explain ? explained(decision) : []),
  ];
}

function headline({ date, startLocal, level, state }: Decision): string {
  if (date === null) return `No session is planned · ${state}`;
  const day = `${WEEKDAYS[weekday(date) - 1]} ${date}`;
  return level === null ? `${day} · rest · ${state}` : `${day} at ${startLocal} · level ${level} · ${state}`;
}

/** "walk 5 min · 8 × (run 15 s, walk 1 min 45 s) · walk 5 min = 26 min, 2 min of them running; exercises 2 min before, 10 min after" */
function stepsLine(steps: readonly PlannedStep[]): string {
  const outing = withoutExercises(steps);
  const before = sum(withoutFloor(steps)) - sum(outing);
  const after = sum(steps) - sum(outing) - before;
  const exercises = before + after === 0 ? "" : `; exercises ${time(before)} before, ${time(after)} after`;
  return `${outingLine(outing)}${exercises}`;
}

function outingLine(steps: readonly PlannedStep[]): string {
  const [first, ...others] = steps.map(stepText);
  const last = others.pop();
  const parts = [first, ...(others.length === 0 ? [] : [repeated(others)]), last].filter((part) => part !== undefined);
  const total = sum(steps);
  const run = sum(steps.filter(({ kind }) => kind === "run"));
  return `${parts.join(" · ")} = ${time(total)}${run === 0 ? "" : `, ${time(run)} of them running`}`;
}

/** The shortest part that, repeated, makes up the whole. */
function repeated(texts: readonly string[]): string {
  let period = 1;
  while (texts.length % period !== 0 || texts.some((text, index) => text !== texts[index % period])) period += 1;
  const part = texts.slice(0, period).join(", ");
  const times = texts.length / period;
  return times === 1 ? part : `${times} × (${part})`;
}

const stepText = ({ kind, plannedS }: PlannedStep): string =>
  `${kind.endsWith("walk") ? "walk" : kind} ${time(plannedS)}`;

function time(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 ? `${minutes} min` : "", rest > 0 || minutes === 0 ? `${rest} s` : ""].filter(Boolean).join(" ");
}

const sum = (steps: readonly PlannedStep[]): number => steps.reduce((total, { plannedS }) => total + plannedS, 0);

function explained({ rules, wouldChange, basis }: Decision): string[] {
  const sources: Readonly<Record<string, Source>> = SOURCES;
  const lines = rules.map(({ id, inputs }) => {
    const looked = Object.entries(inputs).map(([name, value]) => `${name} ${value ?? "unknown"}`);
    const source = sources[id];
    const from = source === undefined ? "" : `  [${source.section}; ${source.evidence}]`;
    return `  ${id.padEnd(18)} ${looked.join(", ") || "–"}${from}`;
  });
  const changes = wouldChange.map((text) => `  ${text}`);
  const judged = `From ${basis.length} ${basis.length === 1 ? "session" : "sessions"}.`;
  return [
    "",
    "Rules that fired:",
    ...lines,
    ...(changes.length === 0 ? [] : ["", "What would change it:", ...changes]),
    "",
    judged,
  ];
}
