import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "../calendar/calendar.ts";
import type { LogEvent } from "../contract/event.ts";
import type { Decision } from "../contract/plan.ts";
import type { SessionRecorded } from "../contract/session.ts";
import { EMPTY_CHECKPOINT } from "../progress/checkpoint.ts";
import { profileOf } from "../progress/profile.ts";
import { checkin } from "../progress/testing.ts";
import { decide } from "./decide.ts";
import { lifeOf, lived } from "./life.arbitrary.ts";

const worsening = fc.record({
  dur: fc.nat({ max: 5 }),
  post: fc.nat({ max: 5 }),
  rpe: fc.nat({ max: 5 }),
  am: fc.nat({ max: 5 }),
  leg: fc.boolean(),
});
type Worsening = typeof worsening extends fc.Arbitrary<infer W> ? W : never;

function worse(data: SessionRecorded, by: Worsening): SessionRecorded {
  const { worst, after, rpe, legSymptoms } = data.scores;
  const raise = (score: number, more: number) => Math.min(10, score + more);
  const scores = {
    ...data.scores,
    worst: worst === null ? null : { ...worst, back: raise(worst.back, by.dur) },
    after: after === null ? null : { ...after, back: raise(after.back, by.post) },
    rpe: rpe === null ? null : raise(rpe, by.rpe),
    legSymptoms: by.leg ? true : legSymptoms,
  };
  return { ...data, scores };
}

const levelOf = (decision: Decision) => (decision.level === null ? -1 : decision.level);

it("never plans more after a worse session or a worse morning", () => {
  fc.assert(
    fc.property(
      lifeOf(40).map(lived),
      worsening,
      fc.nat({ max: 4 }),
      fc.nat({ max: 10 }),
      ({ events }, by, am, later) => {
        const last = [...events].reverse().find((event) => event.type === "session.recorded.v1");
        if (last === undefined || last.type !== "session.recorded.v1") return;
        // Two REDs on a date move the level once, an AMBER step back and a RED twice (12.2): no order holds between those.
        const sameDay = events.filter((e) => e.type === "session.recorded.v1" && e.localDate === last.localDate);
        if (sameDay.length > 1) return;
        const past = events.filter((event) => event.localDate <= last.localDate && event.type !== "session.edited.v1");
        const morning = addDays(last.localDate, 1);
        const good: LogEvent[] = [...past, checkin("morning", morning, am)];
        const rest = past.filter((event) => event !== last);
        const bad = [
          ...rest,
          { ...last, data: worse(last.data, by) },
          checkin("morning", morning, Math.min(10, am + by.am)),
        ];
        const today = addDays(morning, later);
        const best = decide(EMPTY_CHECKPOINT, good, profileOf(EMPTY_CHECKPOINT, good), today);
        const worst = decide(EMPTY_CHECKPOINT, bad, profileOf(EMPTY_CHECKPOINT, bad), today);
        expect(levelOf(worst)).toBeLessThanOrEqual(levelOf(best));
        if (best.date !== null && worst.date !== null && worst.level !== null)
          expect(worst.date >= best.date).toBe(true);
      },
    ),
    { numRuns: 150, interruptAfterTimeLimit: 25_000 },
  );
});
