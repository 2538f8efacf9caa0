import fc from "fast-check";
import { climbingViolations } from "../../../bench/population/climbing.ts";
import { type Violation, violationsOf } from "../../../bench/population/invariants.ts";
import { isPlainRed, outingsOf } from "../../../bench/population/outings.ts";
import { whatIfViolations } from "../../../bench/population/what-if.ts";
import { addDays } from "../../../core/calendar/calendar.ts";
import type { LogEvent } from "../../../core/contract/event.ts";
import type { LocalDate } from "../../../core/contract/primitives.ts";
import { decide } from "../../../core/plan/decide.ts";
import { lifeOf, lived } from "../../../core/plan/life.arbitrary.ts";
import { EMPTY_CHECKPOINT } from "../../../core/progress/checkpoint.ts";
import { anyLog } from "../../../core/progress/history.arbitrary.ts";
import { judgedSessions } from "../../../core/progress/judged.ts";
import { profileOf } from "../../../core/progress/profile.ts";
import { testId } from "../../../core/progress/testing.ts";
import { type Law, lastDate } from "./law.ts";
import { type Twist, twist, twisted } from "./twist.ts";

type Checked = {
  readonly events: readonly LogEvent[];
  readonly twist: Twist;
  readonly cuts: readonly number[];
  readonly later: number;
};

/** Every plan of a history keeps the invariants: looked at after a few of its moments, by the independent checker. */
export const INVARIANTS: Law<Checked> = {
  name: "invariants",
  histories: fc.record({
    events: fc.oneof(
      anyLog,
      lifeOf(60).map((life) => lived(life).events),
    ),
    twist,
    cuts: fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
    later: fc.constantFrom(0, 0, 0, 1, 2, 9, 25),
  }),
  broken: ({ events: told, twist: turn, cuts, later }) => {
    const events = twisted(told, turn);
    for (const cut of [...cuts, ...afterReds(events), events.length]) {
      const known = events.slice(0, cut % (events.length + 1));
      const [first] = violationsAt(known, addDays(lastDate(known), later));
      if (first !== undefined) return said(first, known.length);
    }
    const [what] = whatIfsAt(events, addDays(lastDate(events), later));
    if (what !== undefined) return said(what, events.length);
    const [climb] = climbingViolations(events, judgedSessions(EMPTY_CHECKPOINT, events));
    return climb === undefined ? null : said(climb, events.length);
  },
  log: ({ events, twist: turn }) => twisted(events, turn),
};

/** Where two nights after a RED have just passed: the first moment at which running may come back, or not yet. */
function afterReds(events: readonly LogEvent[]): number[] {
  const reds = outingsOf(events).filter(isPlainRed).slice(0, 3);
  return reds.flatMap(({ date }) => {
    const third = addDays(date, 2);
    const morning = events.findIndex((event) => event.type === "checkin.reported.v1" && event.data.forDate === third);
    return morning === -1 ? [] : [morning + 1];
  });
}

function violationsAt(events: readonly LogEvent[], today: LocalDate): Violation[] {
  const profile = profileOf(EMPTY_CHECKPOINT, events);
  const decision = decide(EMPTY_CHECKPOINT, events, profile, today);
  const judged = judgedSessions(EMPTY_CHECKPOINT, events);
  return violationsOf({ today, decision, profile, events, judged });
}

function whatIfsAt(events: readonly LogEvent[], today: LocalDate): Violation[] {
  const decision = decide(EMPTY_CHECKPOINT, events, profileOf(EMPTY_CHECKPOINT, events), today);
  return whatIfViolations({ checkpoint: EMPTY_CHECKPOINT, tail: events }, today, decision, testId());
}

const said = ({ invariant, today, what }: Violation, known: number): string =>
  `invariant ${invariant} after ${known} events, ${today}: ${what}`;
