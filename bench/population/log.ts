import { weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { type Checkpoint, EMPTY_CHECKPOINT } from "../../core/progress/checkpoint.ts";
import { foldWeek, subjectDate } from "../../core/progress/fold.ts";
import { inTime } from "./time.ts";

/** What `decide` needs on a date. */
export type Known = { readonly checkpoint: Checkpoint; readonly tail: readonly LogEvent[] };

/** A person's log with a checkpoint for every finished week, folded anew from the week that a late entry is about. */
export class Log {
  readonly #weeks = new Map<string, LogEvent[]>();
  readonly #folds: Checkpoint[] = [];
  #all: readonly LogEvent[] | null = null;

  add(event: LogEvent): void {
    this.#all = null;
    const week = weekOf(subjectDate(event));
    const entries = this.#weeks.get(week);
    if (entries === undefined) this.#weeks.set(week, [event]);
    else entries.push(event);
    while ((this.#folds.at(-1)?.week ?? "") >= week) this.#folds.pop();
  }

  /** The checkpoint of the weeks before `week`, and everything since. */
  before(week: string): Known {
    const names = [...this.#weeks.keys()].sort();
    for (const name of names) {
      const last = this.#folds.at(-1) ?? EMPTY_CHECKPOINT;
      if (name >= week || (last.week !== null && name <= last.week)) continue;
      this.#folds.push(foldWeek(last, name, this.#weeks.get(name) ?? []).checkpoint);
    }
    const checkpoint = this.#folds.findLast((fold) => fold.week !== null && fold.week < week) ?? EMPTY_CHECKPOINT;
    const open = names.filter((name) => checkpoint.week === null || name > checkpoint.week);
    return { checkpoint, tail: open.flatMap((name) => this.#weeks.get(name) ?? []) };
  }

  /** Everything, in order of time; the same array until something is added. */
  events(): readonly LogEvent[] {
    this.#all ??= inTime([...this.#weeks.values()].flat());
    return this.#all;
  }
}
