import { KINDS } from "./person.ts";
import type { Result, Week } from "./result.ts";

/** What a group of people came to. Rates are shares of judged sessions or of people; days are medians. */
export type Group = {
  readonly people: number;
  readonly sessions: number;
  readonly redRate: number;
  readonly lockRate: number;
  readonly firstRunDay: number | null;
  readonly neverRan: number;
  readonly stuck: number;
  readonly oscillating: number;
  /** Median level at the end of each week. */
  readonly levels: readonly number[];
};

export type Summary = {
  readonly groups: Readonly<Record<string, Group>>;
  readonly plans: number;
  readonly checkpointBytes: number;
  readonly violations: number;
};

export function summaryOf(results: readonly Result[]): Summary {
  const kinds = KINDS.map((kind) => [kind, groupOf(results.filter((result) => result.kind === kind))] as const);
  return {
    groups: Object.fromEntries([["everybody", groupOf(results)], ...kinds.filter(([, { people }]) => people > 0)]),
    plans: sum(results.map(({ plans }) => plans)),
    checkpointBytes: Math.max(0, ...results.map(({ checkpointBytes }) => checkpointBytes)),
    violations: sum(results.map(({ violations }) => violations.length)),
  };
}

function groupOf(results: readonly Result[]): Group {
  const weeks = results.flatMap((result) => result.weeks);
  const sessions = total(weeks, "sessions");
  const length = Math.max(0, ...results.map((result) => result.weeks.length));
  const days = results.flatMap(({ firstRunDay }) => (firstRunDay === null ? [] : [firstRunDay]));
  const share = (matching: readonly Result[]) => (results.length === 0 ? 0 : matching.length / results.length);
  return {
    ...{ people: results.length, sessions },
    redRate: sessions === 0 ? 0 : total(weeks, "red") / sessions,
    lockRate: share(results.filter(({ locks }) => locks > 0)),
    firstRunDay: median(days),
    neverRan: results.length - days.length,
    stuck: results.filter(({ stuck }) => stuck).length,
    oscillating: results.filter(({ oscillating }) => oscillating).length,
    levels: Array.from({ length }, (_, week) => median(results.map((result) => result.weeks[week]?.level ?? 0)) ?? 0),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const total = (weeks: readonly Week[], name: "sessions" | "red"): number => sum(weeks.map((week) => week[name]));

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const SHOWN_LEVELS = 12;

/** The summary for a person to read. */
export function summaryText({ groups, plans, checkpointBytes, violations }: Summary): string {
  const head = ["", "people", "RED", "locked", "first run", "stuck", "oscillating", "level over time"];
  const rows = Object.entries(groups).map(([name, group]) => [
    ...[name, String(group.people), percent(group.redRate), percent(group.lockRate)],
    group.firstRunDay === null ? "never" : `day ${group.firstRunDay}`,
    ...[String(group.stuck), String(group.oscillating), thinned(group.levels).join(" ")],
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const facts = `${plans} plans, largest checkpoint ${checkpointBytes} bytes, invariant violations: ${violations}`;
  return [...lines, "", facts].join("\n");
}

/** At most so many values, evenly spread, the last one among them. */
function thinned(levels: readonly number[]): number[] {
  const step = Math.max(1, Math.ceil(levels.length / SHOWN_LEVELS));
  return levels.filter((_, week) => (levels.length - 1 - week) % step === 0);
}
