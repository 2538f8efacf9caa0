import { EMPTY_CHECKPOINT, type Totals } from "../../core/progress/checkpoint.ts";
import { addTotals, foldWeek } from "../../core/progress/fold.ts";
import { canonical } from "../../lambdas/adapters/canonical.ts";
import { foldOf } from "../../lambdas/adapters/folds.ts";
import { key, weeks } from "../../lambdas/adapters/keys.ts";
import { eventOf } from "../../lambdas/adapters/rows.ts";
import type { Row } from "../../lambdas/adapters/table.ts";
import { type Finding, recordAgain } from "./finding.ts";
import { beginning, type Partition } from "./rows.ts";

/** The rows that hold a person's log, by week, in order. */
export function logRows(partition: Partition): Map<string, Row[]> {
  const rows = [...beginning(partition, "S#"), ...beginning(partition, "E#")];
  const names = [...new Set(rows.map(({ sk }) => weeks.of(sk)))].sort();
  return new Map(names.map((week) => [week, rows.filter(({ sk }) => weeks.of(sk) === week)]));
}

/** Weeks whose fold is not the fold of the log from zero, earliest first. */
export function checkFolds(person: string, partition: Partition): Finding[] {
  const findings: Finding[] = [];
  let checkpoint = EMPTY_CHECKPOINT;
  let sum: Totals | undefined;
  for (const [week, rows] of logRows(partition)) {
    const folded = foldWeek(checkpoint, week, rows.map(eventOf));
    checkpoint = folded.checkpoint;
    sum = addTotals(sum, folded.totals);
    const [first] = rows;
    const kept = partition.get(key.week(week));
    const same = kept !== undefined && sameFold(kept, { checkpoint, totals: folded.totals, sum });
    if (same || first === undefined) continue;
    const what = `week ${week} ${kept === undefined ? "was never folded" : "differs from its events"}`;
    findings.push({ person, what, again: recordAgain(person, first, partition) });
  }
  return [...findings, ...foldsOfNothing(person, partition)];
}

function sameFold(row: Row, wanted: { checkpoint: unknown; totals: Totals; sum: Totals }): boolean {
  const { checkpoint, totals, sum } = foldOf(row);
  return canonical({ checkpoint, totals, sum }) === canonical(wanted);
}

function foldsOfNothing(person: string, partition: Partition): Finding[] {
  const log = logRows(partition);
  return beginning(partition, "R#")
    .filter(({ sk }) => !log.has(weeks.of(sk)))
    .map(({ sk }) => ({
      person,
      what: `week ${weeks.of(sk)} was folded from events that are gone`,
      again: null,
      hint: LOST,
    }));
}

const LOST = "put back a backup, or replay the days in question (npx backstride replay --help)";

/** An event is kept when its claims and its entry are all there: it is put in that order, so a crash leaves claims alone. */
export function checkClaims(person: string, partition: Partition): Finding[] {
  const claimed = new Set<string>();
  const findings: Finding[] = [];
  for (const row of [...logRows(partition).values()].flat()) {
    const event = eventOf(row);
    const wanted = [
      key.event(event.id),
      ...(event.type === "session.recorded.v1" ? [key.trace(event.data.sessionId)] : []),
    ];
    for (const sk of wanted) claimed.add(sk);
    const missing = wanted.find((sk) => partition.get(sk)?.hash !== row.hash);
    if (missing === undefined) continue;
    // Without its trace a session is other content, which nobody would take under its id.
    const again = missing.startsWith("X#") ? null : recordAgain(person, row, partition);
    findings.push({ person, what: `${row.sk} is there without its ${missing}`, again, hint: LOST });
  }
  const alone = beginning(partition, "I#").filter(({ sk, refused }) => !claimed.has(sk) && refused !== true);
  return [
    ...findings,
    ...alone.map(({ sk }) => ({ person, what: `${sk} is only half kept`, again: null, hint: LOST })),
  ];
}
