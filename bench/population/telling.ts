import type { LogEvent, LogEventOf, LogEventType } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import type { DoneStep, Pain, PlannedStep } from "../../core/contract/session.ts";
import { uuidV7 } from "../../core/uuid.ts";
import type { Felt } from "./body.ts";
import type { Random } from "./random.ts";

const OFFSET_MIN = 60;

type Outing = {
  readonly level: number;
  readonly steps: readonly PlannedStep[];
  readonly before: Pain;
  readonly felt: Felt;
  /** Run on top of the last run. */
  readonly extraS: number;
  readonly hour: number;
};

/** Puts what a simulated person does into events of the log. */
export class Telling {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  event<T extends LogEventType>(type: T, date: LocalDate, hour: number, data: LogEventOf<T>["data"]): LogEvent {
    const at = instant(date, hour * 60);
    const id = uuidV7(Date.parse(at), this.#random.bytes());
    return { id, at, localDate: date, utcOffsetMin: OFFSET_MIN, source: "simulator", type, data } as LogEvent;
  }

  /** Answers safety questions 1 to `last`, "no" but for those in `yes`. */
  screening(date: LocalDate, last: number, yes: readonly number[]): LogEvent {
    const ids = Array.from({ length: last }, (_, index) => index + 1);
    const answers = Object.fromEntries(ids.map((id) => [String(id), yes.includes(id)]));
    return this.event("screening.answered.v1", date, 7, { answers, version: 1 });
  }

  morning(date: LocalDate, about: LocalDate, pain: Pain): LogEvent {
    return this.event("checkin.reported.v1", date, 7, { kind: "morning", ...pain, forDate: about });
  }

  before(date: LocalDate, pain: Pain, unwell: boolean): LogEvent {
    return this.event("checkin.reported.v1", date, 8, { kind: "before", ...pain, unwell, forDate: date });
  }

  session(date: LocalDate, outing: Outing): LogEvent {
    const { level, before, felt, hour } = outing;
    const steps = doneSteps(outing);
    const lastedMin = Math.ceil(steps.reduce((sum, { doneS }) => sum + doneS, 0) / 60);
    const [startedAt, endedAt] = [instant(date, hour * 60), instant(date, hour * 60 + lastedMin)];
    const heart = this.#random.chance(0.5)
      ? { aboveHrr85Pct: this.#random.whole(0, felt.rpe >= 6 ? 30 : 12), reliable: true }
      : null;
    const flat = (back: number): Pain => ({ back, leg: Math.max(0, back - 2) });
    return this.event("session.recorded.v1", date, hour + 1, {
      ...{
        sessionId: uuidV7(Date.parse(startedAt), this.#random.bytes()),
        planId: null,
        level,
        startedAt,
        endedAt,
        steps,
      },
      ...(felt.share < 1
        ? ({ outcome: "stopped", reason: "pain" } as const)
        : ({ outcome: "completed", reason: null } as const)),
      scores: { before, worst: flat(felt.dur), after: flat(felt.post), rpe: felt.rpe, legSymptoms: felt.leg },
      ...{ surface: null, effortHr: heart, trace: null, cues: [], app: "simulated", device: "simulated" },
    });
  }
}

/** Steps are done in order until the share of the whole is used up. */
function doneSteps({ steps, felt, extraS }: Outing): DoneStep[] {
  let left = felt.share * steps.reduce((sum, { plannedS }) => sum + plannedS, 0);
  const lastRun = steps.map(({ kind }) => kind).lastIndexOf("run");
  return steps.map((step, index) => {
    const doneS = Math.max(0, Math.min(step.plannedS, Math.round(left)));
    left -= step.plannedS;
    return { ...step, doneS: index === lastRun && doneS === step.plannedS ? doneS + extraS : doneS };
  });
}

function instant(date: LocalDate, localMinute: number): string {
  const ms = Date.parse(`${date}T00:00:00Z`) + (localMinute - OFFSET_MIN) * 60_000;
  return new Date(ms).toISOString().replace(".000Z", "Z");
}
