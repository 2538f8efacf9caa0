import { boutSeconds, FIRST_RUN_LEVEL, runSeconds, walkSeconds } from "../ladder/ladder.ts";
import { dayGate, type Gate, gatedLevel } from "./day-gate.ts";
import type { SessionFacts } from "./facts.ts";
import type { State } from "./state.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** A session beside the state it is judged at: everything that the colour rules look at. */
export type Seen = {
  readonly pre: number | null;
  readonly dur: number | null;
  readonly post: number | null;
  readonly am: number | null;
  readonly rpe: number | null;
  readonly leg: boolean;
  readonly stop: boolean;
  readonly flag: boolean;
  readonly reason: string | null;
  readonly hro: number | null;
  /** % of the prescribed time that was done, rounded down. */
  readonly comp: number;
  readonly base: number;
  /** The level whose prescription counts: the played one, at most the state's. */
  readonly level: number;
  readonly stateLevel: number;
  readonly below: boolean;
  readonly ran: number;
  readonly prescribed: number;
  readonly over: boolean;
  /** Played eased by the day gate, or while a RED still holds running back. */
  readonly eased: boolean;
};

/** `gatePre`: the highest PRE of the date, which the day gate looks at. */
export type Moment = { readonly base: number; readonly am: number | null; readonly gatePre: number | null };

/** Sets a session beside the state after gap and clip. */
export function seenAt(state: State, facts: SessionFacts, { base, am, gatePre }: Moment): Seen {
  const level = Math.min(facts.level, state.level);
  const { ran } = facts;
  const prescribed = runSeconds(level);
  return {
    pre: facts.pre,
    dur: facts.dur,
    post: facts.post,
    am,
    rpe: facts.rpe,
    leg: facts.leg,
    stop: facts.stop,
    flag: facts.flag,
    reason: facts.reason,
    hro: facts.hro,
    comp: completion(facts, level),
    base,
    level,
    stateLevel: state.level,
    ran,
    prescribed,
    below: facts.level < state.level,
    over: 100 * ran > THRESHOLDS.over.pct * prescribed && ran > prescribed + THRESHOLDS.over.s,
    eased: isEased(state, facts.level, dayGate(gatePre, base, false)),
  };
}

/** What the session adds to the windows of invariants 1 and 2: as prescribed when done, else what was run, never more. */
export function loadOf(seen: Seen, facts: SessionFacts): { readonly run: number; readonly bout: number } {
  const bout = boutSeconds(seen.level);
  if (isDone(seen)) return { run: seen.prescribed, bout };
  return { run: Math.min(facts.ran, seen.prescribed), bout: Math.min(facts.bout, bout) };
}

export function isDone(seen: Seen): boolean {
  return seen.comp >= THRESHOLDS.done.pct;
}

function completion(facts: SessionFacts, level: number): number {
  const [done, asked] = level < FIRST_RUN_LEVEL ? [facts.moved, walkSeconds(level)] : [facts.credit, runSeconds(level)];
  return Math.min(100, Math.floor((100 * done) / asked));
}

function isEased(state: State, played: number, gate: Gate): boolean {
  if (state.redHold !== null) return true;
  const level = gatedLevel("ease", state.level);
  return gate === "ease" && level !== null && played <= level;
}
