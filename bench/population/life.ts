import { addDays, weekday, weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { Decision } from "../../core/contract/plan.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { decide } from "../../core/plan/decide.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { Body } from "./body.ts";
import { Log } from "./log.ts";
import type { Person } from "./person.ts";
import type { Random } from "./random.ts";
import { Telling } from "./telling.ts";
import type { Witness } from "./witness.ts";

const SESSION_HOUR = 8;

/** One simulated person against the real core: asks for a plan, behaves as they do, tells what happened, day after day. */
export class Life {
  readonly #person: Person;
  readonly #random: Random;
  readonly #body: Body;
  readonly #telling: Telling;
  readonly #witness: Witness;
  readonly log = new Log();
  #away = false;
  #lockedFor = 0;
  #late: LocalDate | null = null;

  constructor(person: Person, random: Random, witness: Witness) {
    this.#person = person;
    this.#random = random;
    this.#witness = witness;
    this.#body = new Body(person.traits, random);
    this.#telling = new Telling(random);
  }

  signUp(date: LocalDate): void {
    this.log.add(this.#telling.event("profile.changed.v1", date, 5, this.#person.first));
    const yes = this.#random.chance(0.04) ? [this.#random.whole(1, 15)] : [];
    this.log.add(this.#telling.screening(date, 16, yes));
  }

  day(date: LocalDate): void {
    this.#body.sleep();
    if (weekday(date) === 1) this.#away = this.#random.chance(this.#person.traits.away);
    if (this.#away) {
      this.#late = null;
      this.#plan(date);
      return;
    }
    this.#morning(date);
    const plan = this.#plan(date);
    this.#answer(date, plan);
    if (plan.date === date && plan.level !== null) this.#planned(date);
    else this.#unplanned(date, plan);
    this.#choose(date);
  }

  #plan(today: LocalDate): Decision {
    const known = this.log.before(weekOf(today));
    const decision = decide(known.checkpoint, known.tail, profileOf(known.checkpoint, known.tail), today);
    this.#witness.issued(today, decision, known, this.log);
    return decision;
  }

  #tell(event: LogEvent): void {
    this.log.add(event);
  }

  /** The morning score; now and then it comes a day late. */
  #morning(date: LocalDate): void {
    const { answers, late } = this.#person.traits;
    if (this.#late !== null) this.#tell(this.#telling.morning(date, this.#late, this.#body.pain()));
    this.#late = null;
    if (!this.#random.chance(answers)) return;
    if (this.#random.chance(late)) this.#late = date;
    else this.#tell(this.#telling.morning(date, date, this.#body.pain()));
  }

  /** Does what the plan asks for besides sessions: safety questions, usual pain, a word after a lock. */
  #answer(date: LocalDate, { rules, lock }: Decision): void {
    const asked = (id: string) => rules.some((rule) => rule.id === id);
    if (asked("S.anew") && this.#random.chance(0.5)) this.#tell(this.#telling.screening(date, 16, []));
    else if ((asked("U.red-hold") || asked("S.repeat")) && this.#random.chance(0.6)) {
      this.#tell(this.#telling.screening(date, 8, this.#random.chance(0.01) ? [this.#random.whole(1, 8)] : []));
    }
    if (asked("T.usual-pain") && this.#random.chance(0.3)) {
      this.#tell(
        this.#telling.event("profile.changed.v1", date, 9, { usualPain: Math.min(5, this.#body.pain().back) }),
      );
    }
    this.#lockedFor = lock === null ? 0 : this.#lockedFor + 1;
    if (this.#lockedFor < 4 || !this.#random.chance(0.15)) return;
    const usualPain = this.#body.pain().back;
    this.#tell(
      this.#telling.event("clearance.confirmed.v1", date, 20, { assessed: this.#random.chance(0.8), usualPain }),
    );
  }

  /** A session for today: the score before it may still change the plan. */
  #planned(date: LocalDate): void {
    if (!this.#random.chance(this.#person.traits.shows)) return;
    const before = this.#body.pain();
    this.#tell(this.#telling.before(date, before, this.#body.unwell));
    const plan = this.#plan(date);
    if (plan.date !== date || plan.level === null) return;
    const extraS = this.#random.chance(this.#person.traits.overrun) ? this.#random.whole(20, 600) : 0;
    this.#play(date, plan.level, plan.steps, extraS, before);
  }

  /** Runs although nothing is planned: the level of the plan or above it. */
  #unplanned(date: LocalDate, plan: Decision): void {
    if (plan.lock !== null || this.#body.unwell || !this.#random.chance(this.#person.traits.extra)) return;
    const level = Math.min(25, Math.max(5, plan.level ?? 5) + this.#random.whole(0, 3));
    this.#play(date, level, ladderSteps(level), 0, this.#body.pain());
  }

  #play(
    date: LocalDate,
    level: number,
    steps: Decision["steps"],
    extraS: number,
    before: { back: number; leg: number },
  ): void {
    const runS = steps.filter(({ kind }) => kind === "run").reduce((sum, { plannedS }) => sum + plannedS, extraS);
    const felt = this.#body.exercise(runS, before);
    this.#tell(this.#telling.session(date, { level, steps, before, felt, extraS, hour: SESSION_HOUR }));
    this.#plan(date);
  }

  #choose(date: LocalDate): void {
    if (!this.#random.chance(0.01)) return;
    const choice = this.#random.pick(["easier", "decline", "move", "pause", "resume"] as const);
    const back = addDays(date, this.#random.whole(1, 9));
    this.#tell(this.#telling.event("plan.chosen.v1", date, 21, { planId: null, choice, date: back }));
  }
}
