import type { LogEvent, LogEventOf } from "../../core/contract/event.ts";
import type { Decision } from "../../core/contract/plan.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { decide } from "../../core/plan/decide.ts";
import { profileOf } from "../../core/progress/profile.ts";
import type { Violation } from "./invariants.ts";
import type { Known } from "./log.ts";

const planned = ({ checkpoint, tail }: Known, today: LocalDate): Decision =>
  decide(checkpoint, tail, profileOf(checkpoint, tail), today);
/** Rest is less than any level. */
const levelOf = ({ level }: Decision): number => level ?? -1;

/** Invariants 6, 9 and 11: what would have been planned with other heart data, once more, and after asking for less. */
export function whatIfViolations(known: Known, today: LocalDate, decision: Decision, id: string): Violation[] {
  const wrong: Violation[] = [];
  const note = (invariant: number, what: string) => wrong.push({ invariant, today, what });
  if (JSON.stringify(planned(known, today)) !== JSON.stringify(decision)) note(9, "another plan from the same inputs");
  const calm = planned(withHeart(known, 0), today);
  const hard = planned(withHeart(known, 100), today);
  if (levelOf(hard) > levelOf(calm)) note(6, `a working heart raised ${levelOf(calm)} to ${levelOf(hard)}`);
  const bare = planned(withHeart(known, null), today);
  if (levelOf(calm) > levelOf(bare)) note(6, `a calm heart raised ${levelOf(bare)} to ${levelOf(calm)}`);
  for (const choice of ["easier", "decline", "accept"] as const) {
    const tail = [...known.tail, chosen(choice, today, id)];
    const then = planned({ ...known, tail }, today);
    if (levelOf(then) > levelOf(decision)) note(11, `"${choice}" raised ${levelOf(decision)} to ${levelOf(then)}`);
  }
  return wrong;
}

/** The same with another heart in the latest session; null: none was measured. */
function withHeart({ checkpoint, tail }: Known, aboveHrr85Pct: number | null): Known {
  const last = tail.findLast(
    (event): event is LogEventOf<"session.recorded.v1"> => event.type === "session.recorded.v1",
  );
  if (last === undefined) return { checkpoint, tail };
  const effortHr = aboveHrr85Pct === null ? null : { aboveHrr85Pct, reliable: true };
  const changed: LogEvent = { ...last, data: { ...last.data, effortHr } };
  return { checkpoint, tail: tail.map((event) => (event === last ? changed : event)) };
}

function chosen(choice: "easier" | "decline" | "accept", today: LocalDate, id: string): LogEvent {
  const envelope = { id, at: `${today}T22:30:00Z`, localDate: today, utcOffsetMin: 0, source: "simulator" as const };
  return { ...envelope, type: "plan.chosen.v1", data: { planId: null, choice } };
}
