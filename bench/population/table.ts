import type { Result } from "./result.ts";

const COLUMNS = "person,kind,start,week,level,locked,sessions,run_s,green,neutral,amber,red";

/** One line for each person and week. */
export function csvOf(results: readonly Result[]): string {
  const lines = results.flatMap(({ number, kind, start, weeks }) =>
    weeks.map(({ level, locked, sessions, runS, green, neutral, amber, red }, week) =>
      [number, kind, start, week + 1, level, locked ? 1 : 0, sessions, runS, green, neutral, amber, red].join(","),
    ),
  );
  return `${[COLUMNS, ...lines].join("\n")}\n`;
}
