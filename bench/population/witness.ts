import { addDays, weekday, weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { Decision } from "../../core/contract/plan.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { type JudgedSession, judgedSessions } from "../../core/progress/judged.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { climbingViolations } from "./climbing.ts";
import { type Violation, violationsOf } from "./invariants.ts";
import type { Known, Log } from "./log.ts";
import { whatIfViolations } from "./what-if.ts";

const WHAT_IF_WEEKDAYS = [3, 6];

/** Looks at every plan that is issued to one person and remembers how their sessions were judged, latest judgement first. */
export class Witness {
  readonly violations: Violation[] = [];
  readonly #judged = new Map<string, JudgedSession>();
  #seen: readonly LogEvent[] = [];
  #plans = 0;
  #locks = 0;
  #locked = false;

  get plans(): number {
    return this.#plans;
  }

  get locks(): number {
    return this.#locks;
  }

  issued(today: LocalDate, decision: Decision, known: Known, log: Log): void {
    this.#plans += 1;
    if (log.events() !== this.#seen) this.#judge(today, log);
    const profile = profileOf(known.checkpoint, known.tail);
    const judged = this.judged();
    this.violations.push(...violationsOf({ today, decision, profile, events: log.events(), judged }));
    if (WHAT_IF_WEEKDAYS.includes(weekday(today))) {
      const id = `ffffffff-ffff-7fff-bfff-${String(this.#plans).padStart(12, "0")}`;
      this.violations.push(...whatIfViolations(known, today, decision, id));
    }
    if (decision.lock !== null && !this.#locked) this.#locks += 1;
    this.#locked = decision.lock !== null;
  }

  /** An answer that came late may have changed last week's sessions, which this week's checkpoint already holds. */
  #judge(today: LocalDate, log: Log): void {
    const { checkpoint, tail } = log.before(weekOf(addDays(today, -7)));
    for (const session of judgedSessions(checkpoint, tail)) this.#judged.set(session.sessionId, session);
    this.#seen = log.events();
  }

  judged(): JudgedSession[] {
    return [...this.#judged.values()].sort((a, b) =>
      a.localDate < b.localDate ? -1 : a.localDate > b.localDate ? 1 : 0,
    );
  }

  /** At the end: the climb as a whole. */
  closed(log: Log): Violation[] {
    return [...this.violations, ...climbingViolations(log.events(), this.judged())];
  }
}
