import { Life } from "../bench/population/life.ts";
import type { Person } from "../bench/population/person.ts";
import { randomFrom } from "../bench/population/random.ts";
import { Telling } from "../bench/population/telling.ts";
import { Witness } from "../bench/population/witness.ts";
import { addDays, weekday } from "../core/calendar/calendar.ts";
import type { LogEvent } from "../core/contract/event.ts";
import type { LocalDate } from "../core/contract/primitives.ts";
import { measured } from "./measured.ts";

/** Of the lives that this back may have, one with a setback in it and a way back from it. */
const SEED = 4;
const QUESTIONS_EVERY_DAYS = 28;

const PERSON: Person = {
  number: 0,
  kind: "responder",
  traits: {
    ...{ pain: 3.2, relief: 0.16, tolerance: 210, growth: 0.11 },
    ...{ flareChance: 0.012, flareHeight: 3, legChance: 0 },
    ...{ shows: 0.93, answers: 0.96, late: 0.03, away: 0, extra: 0, overrun: 0.02 },
  },
  first: {
    placement: { walkMin: 35, jog: { boutS: 30, timesPerWeek: 3, worstPain: 2 } },
    ...{ usualPain: 3, birthYear: 1981, days: [2, 4, 6], weeklyTarget: 3, wakeUp: "06:30" },
    heartRate: { restingBpm: 62, maxBpm: 178, reliable: true },
  },
};

/**
 * What the invented person told from a Monday `weeks` whole weeks ago up to yesterday, in order of time.
 * @param zone IANA, of the clock that `today` was read from
 */
export function invented(weeks: number, today: LocalDate, zone: string): readonly LogEvent[] {
  const first = addDays(today, 1 - weekday(today) - 7 * weeks);
  const random = randomFrom(SEED, 0);
  const life = new Life({ ...PERSON, first: { ...PERSON.first, zone } }, random, new Witness());
  life.signUp(first);
  const telling = new Telling(random);
  for (let day = 0; addDays(first, day) < today; day += 1) {
    if (day % QUESTIONS_EVERY_DAYS === 0)
      for (const event of answers(telling, addDays(first, day), day)) life.log.add(event);
    life.day(addDays(first, day));
  }
  return life.log.events().map((event) => measured(event, random));
}

/** The two questionnaires about daily life: a little less trouble each time. */
function answers(telling: Telling, date: LocalDate, day: number): LogEvent[] {
  const turn = day / QUESTIONS_EVERY_DAYS;
  const rmdq = Array.from({ length: 24 }, (_, index) => (index % 3 === 0 && index >= 6 * turn ? 1 : 0));
  const psfs = [4, 5, 3].map((score) => Math.min(10, score + 2 * turn));
  const activities = ["Sitting through a meeting", "Lifting a shopping bag", "Putting on socks"];
  return [
    telling.event("questionnaire.answered.v1", date, 6, { kind: "rmdq", items: rmdq, version: 1 }),
    telling.event("questionnaire.answered.v1", date, 6, { kind: "psfs", items: psfs, activities, version: 1 }),
  ];
}
