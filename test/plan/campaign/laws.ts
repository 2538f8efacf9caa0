import fc from "fast-check";
import { addDays, weekOf } from "../../../core/calendar/calendar.ts";
import type { LogEvent } from "../../../core/contract/event.ts";
import { type Life, lifeOf, lived } from "../../../core/plan/life.arbitrary.ts";
import { type Checkpoint, EMPTY_CHECKPOINT } from "../../../core/progress/checkpoint.ts";
import { crowded } from "../../../core/progress/crowded.arbitrary.ts";
import { anyLog } from "../../../core/progress/history.arbitrary.ts";
import { judgedSessions } from "../../../core/progress/judged.ts";
import { INVARIANTS } from "./invariants.ts";
import { type Broken, folded, type Law, lastDate, planned, weeksOf } from "./law.ts";
import { WORSE } from "./worse.ts";

const ordinary = fc.oneof(
  anyLog,
  lifeOf(50).map((life: Life) => lived(life).events),
);
const logs = fc.oneof({ weight: 9, arbitrary: ordinary }, { weight: 1, arbitrary: crowded(ordinary) });
const someLog = fc.record({ events: logs, pick: fc.nat(), later: fc.nat({ max: 40 }) });
type SomeLog = { readonly events: LogEvent[]; readonly pick: number; readonly later: number };

function differs(one: unknown, other: unknown, what: string): Broken {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a === b ? null : `${what}:\n${a}\n${b}`;
}

const CHECKPOINT: Law<SomeLog> = {
  name: "checkpoint",
  histories: someLog,
  broken: ({ events, pick, later }) => {
    const today = addDays(lastDate(events), later);
    const weeks = weeksOf(events);
    const checkpoint = folded(events, weeks.slice(0, pick % (weeks.length + 1)));
    const all = judgedSessions(EMPTY_CHECKPOINT, events);
    const tail = judgedSessions(checkpoint, events);
    return (
      differs(
        planned(checkpoint, events, today),
        planned(EMPTY_CHECKPOINT, events, today),
        `plan of ${today} from ${checkpoint.week}`,
      ) ??
      differs(tail, all.slice(all.length - tail.length), `judgements from ${checkpoint.week}`) ??
      tooLarge(checkpoint)
    );
  },
  log: ({ events }) => events,
};

function tooLarge(checkpoint: Checkpoint): Broken {
  const bytes = Buffer.byteLength(JSON.stringify(checkpoint));
  return bytes <= 3072 ? null : `a checkpoint of ${bytes} bytes`;
}

const ARRIVAL: Law<SomeLog & { readonly seed: number }> = {
  name: "arrival",
  histories: fc.record({ events: logs, pick: fc.nat(), later: fc.nat({ max: 40 }), seed: fc.nat() }),
  broken: ({ events: told, pick, later, seed }) => {
    const events = told.map((event) => ({ ...event, id: scrambled(event.id, seed) }));
    const again = events.filter((_, index) => (index + pick) % 7 === 0);
    const arrived = shuffled([...events, ...again], seed);
    const today = addDays(lastDate(events), later);
    const weeks = weeksOf(events)
      .filter((week) => week < weekOf(today))
      .slice(0, pick % 9);
    const [here, there] = [folded(events, weeks), folded(arrived, weeks)];
    return (
      differs(there, here, "checkpoint") ??
      differs(planned(there, arrived, today), planned(here, events, today), "plan")
    );
  },
  log: ({ events, seed }) => events.map((event) => ({ ...event, id: scrambled(event.id, seed) })),
};

/** Another id for each id, in no order of time: of two entries at one instant any may come first. */
function scrambled(id: string, seed: number): string {
  const number = (Number(id.slice(-8)) * 48_271 + seed) % 99_999_989;
  return id.slice(0, -8) + String(number).padStart(8, "0");
}

/** Fisher–Yates with a small generator of its own, so that a failure can be repeated. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const result = [...list];
  let state = seed | 1;
  for (let index = result.length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (index + 1);
    const [a, b] = [result[index], result[other]];
    if (a !== undefined && b !== undefined) [result[index], result[other]] = [b, a];
  }
  return result;
}

export const LAWS = { checkpoint: CHECKPOINT, arrival: ARRIVAL, worse: WORSE, invariants: INVARIANTS } as const;
export type LawName = keyof typeof LAWS;
export const LAW_NAMES = Object.keys(LAWS) as LawName[];
