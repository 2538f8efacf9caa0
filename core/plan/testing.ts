import { addDays } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Decision } from "../contract/plan.ts";
import type { LocalDate } from "../contract/primitives.ts";
import { profileOf } from "../progress/profile.ts";
import type { State } from "../progress/state.ts";
import { personAt } from "../progress/testing.ts";
import { EN } from "../text/en/index.ts";
import { type Context, contextOf } from "./context.ts";
import { decideIn } from "./decide.ts";

/** The last day that a checkpoint of these tests knows; the days that follow count from 1, a Monday. */
export const SATURDAY = "2026-03-07";
export const day = (number: number): LocalDate => addDays(SATURDAY, number + 1);

/** All that is known on a day of somebody of a level; tests only. */
export function contextAt(number: number, events: readonly LogEvent[], level = 10, more: Partial<State> = {}): Context {
  const checkpoint = personAt(level, SATURDAY, 2, more);
  return contextOf(checkpoint, events, profileOf(checkpoint, events), day(number), EN);
}

/** What is decided then; tests only. */
export const planOn = (...who: Parameters<typeof contextAt>): Decision => decideIn(contextAt(...who));
