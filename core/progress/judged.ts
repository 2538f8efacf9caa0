import { localDateOf, weekStartDay } from "../calendar/calendar.ts";
import type { Colour } from "../contract/api.ts";
import type { LogEvent } from "../contract/event.ts";
import type { FiredRule } from "../contract/plan.ts";
import type { LocalDate } from "../contract/primitives.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { Verdict } from "./judge.ts";
import type { State } from "./state.ts";
import { walk } from "./walk.ts";

/** Where a session stood on the ladder, before and after it. */
export type Standing = { readonly level: number; readonly streak: number; readonly ambers: number };

/** One session as the rules judged it, for history. `worstPain` is the highest of PRE, DUR and POST, back or leg. */
export type JudgedSession = {
  readonly sessionId: string;
  readonly localDate: LocalDate;
  readonly level: number;
  readonly colour: Colour;
  readonly rules: readonly FiredRule[];
  readonly runS: number;
  readonly worstPain: number | null;
  readonly stateBefore: Standing;
  readonly stateAfter: Standing;
};

/**
 * How the rules judged every session after the checkpoint, in order; also the checkpoint's open Sunday, whose morning after may be
 * among the events. Give the events of the week after, too, where the judgement of a Sunday is to be final.
 */
export function judgedSessions(checkpoint: Checkpoint, events: readonly LogEvent[]): JudgedSession[] {
  const from = checkpoint.week === null ? 0 : weekStartDay(checkpoint.week);
  return walk(checkpoint, events, from).verdicts.map(judgedSession);
}

function judgedSession({ facts, day, colour, rules, before, after }: Verdict): JudgedSession {
  return {
    sessionId: facts.id,
    localDate: localDateOf(day),
    level: facts.level,
    colour,
    rules,
    runS: facts.ran,
    worstPain: facts.worst,
    stateBefore: standing(before),
    stateAfter: standing(after),
  };
}

function standing({ level, streak, ambers }: State): Standing {
  return { level, streak, ambers };
}
