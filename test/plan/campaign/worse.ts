import fc from "fast-check";
import { addDays } from "../../../core/calendar/calendar.ts";
import type { LogEvent, LogEventOf } from "../../../core/contract/event.ts";
import { lifeOf, lived } from "../../../core/plan/life.arbitrary.ts";
import { EMPTY_CHECKPOINT } from "../../../core/progress/checkpoint.ts";
import { anyLog } from "../../../core/progress/history.arbitrary.ts";
import { checkin } from "../../../core/progress/testing.ts";
import { type Law, lastDate, planned } from "./law.ts";

type Worse = {
  readonly dur: number;
  readonly post: number;
  readonly rpe: number;
  readonly am: number;
  readonly leg: boolean;
};
type Twin = { readonly events: readonly LogEvent[]; readonly am: number; readonly by: Worse; readonly later: number };
type Recorded = LogEventOf<"session.recorded.v1">;

const points = fc.constantFrom(0, 0, 1, 2, 3, 6);
const by: fc.Arbitrary<Worse> = fc.record({ dur: points, post: points, rpe: points, am: points, leg: fc.boolean() });

/** The same history twice, its latest session worse in one: that one's next plan is never more. */
export const WORSE: Law<Twin> = {
  name: "worse",
  histories: fc.record({
    events: fc.oneof(
      anyLog,
      lifeOf(50).map((life) => lived(life).events),
    ),
    am: fc.nat({ max: 5 }),
    by,
    later: fc.nat({ max: 12 }),
  }),
  broken: (twin) => {
    const [good, bad] = twins(twin);
    if (good === undefined || bad === undefined) return null;
    const today = addDays(lastDate(good), twin.later);
    const [best, worst] = [planned(EMPTY_CHECKPOINT, good, today), planned(EMPTY_CHECKPOINT, bad, today)];
    const [high, low] = [best.level ?? -1, worst.level ?? -1];
    if (low > high) return `on ${today} level ${low} after the worse one, ${high} after the better`;
    const sooner = low >= 0 && high >= 0 && best.date !== null && worst.date !== null && worst.date < best.date;
    return sooner ? `on ${today} a plan for ${worst.date} after the worse one, ${best.date} after the better` : null;
  },
  log: (twin) => twins(twin)[1] ?? twin.events,
};

/**
 * Up to the latest session, with its morning after. Left out are histories whose latest session is not alone on its date: only
 * the first RED of a date moves the level (12.2), so two sessions there have no order of better and worse.
 */
function twins({ events, am, by: more }: Twin): (readonly LogEvent[])[] {
  const latest = events.findLast((event): event is Recorded => event.type === "session.recorded.v1");
  if (latest === undefined) return [];
  const sameDate = events.filter(
    (event) => event.type === "session.recorded.v1" && event.localDate === latest.localDate,
  );
  if (sameDate.length > 1) return [];
  const past = events.filter((event) => event.localDate <= latest.localDate && !corrects(event, latest));
  const morning = addDays(latest.localDate, 1);
  const good = [...past, checkin("morning", morning, am)];
  const bad = past.map((event) => (event === latest ? worsened(latest, more) : event));
  return [good, [...bad, checkin("morning", morning, Math.min(10, am + more.am))]];
}

const corrects = (event: LogEvent, { data }: Recorded): boolean =>
  (event.type === "session.edited.v1" || event.type === "session.deleted.v1") &&
  event.data.sessionId === data.sessionId;

function worsened(event: Recorded, { dur, post, rpe, leg }: Worse): Recorded {
  const { scores } = event.data;
  const raised = (pain: typeof scores.worst, more: number) =>
    pain === null ? null : { back: Math.min(10, pain.back + more), leg: pain.leg };
  const worse = {
    ...scores,
    worst: raised(scores.worst, dur),
    after: raised(scores.after, post),
    rpe: scores.rpe === null ? null : Math.min(10, scores.rpe + rpe),
    legSymptoms: leg ? true : scores.legSymptoms,
  };
  return { ...event, data: { ...event.data, scores: worse } };
}
