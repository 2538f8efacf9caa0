import { epochDay } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { Decision } from "../../core/contract/plan.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import type { Profile } from "../../core/contract/profile.ts";
import type { JudgedSession } from "../../core/progress/judged.ts";
import { isFlagged } from "./flags.ts";
import { daysBetween, isPlainRed, type Load, loadAt, type Outing, outingsOf, placementLoad, worse } from "./outings.ts";

/** A plan as it was issued on a date, with all that was known then; `judged` in order, as history shows it. */
export type Issued = {
  readonly today: LocalDate;
  readonly decision: Decision;
  readonly profile: Profile;
  readonly events: readonly LogEvent[];
  readonly judged: readonly JudgedSession[];
};

/** A broken invariant: its number in plan-rules §6, the date it was issued on, and how it is broken. */
export type Violation = { readonly invariant: number; readonly today: LocalDate; readonly what: string };

type Look = Issued & { readonly outings: readonly Outing[]; readonly runs: boolean };
type Check = { readonly invariant: number; readonly wrong: (look: Look) => string | null };

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const most = (values: readonly number[]): number => Math.max(0, ...values);
const plannedRuns = ({ decision }: Look): number[] =>
  decision.steps.filter(({ kind }) => kind === "run").map(({ plannedS }) => plannedS);

/** The loads of the 30 dates before the planned one. */
function window({ decision, outings, judged, events }: Look): Load[] {
  const date = decision.date ?? "";
  const inside = (day: LocalDate) => daysBetween(day, date) >= 1 && daysBetween(day, date) <= 30;
  const placed = placementLoad(events, outings);
  const loads = placed !== null && inside(placed.date) ? [placed.load] : [];
  for (const session of judged) {
    if (!inside(session.localDate)) continue;
    const outing = outings.find(({ id, date: day }) => id === session.sessionId && day === session.localDate);
    if (outing !== undefined) loads.push(loadAt(outing, Math.min(session.level, session.stateBefore.level)));
  }
  return loads;
}

function tooMuchRunning(look: Look): string | null {
  const max = most(window(look).map(({ run }) => run));
  const total = sum(plannedRuns(look));
  const fine = total <= 90 || 10 * total <= 11 * max || total <= max + 90;
  return fine ? null : `${total} s of running after ${max} s at most in 30 days`;
}

function tooLongBout(look: Look): string | null {
  const max = most(window(look).map(({ bout }) => bout));
  const bout = most(plannedRuns(look));
  const fine = bout <= 15 || (max <= 45 ? 2 * bout <= 3 * max : 100 * bout <= 134 * max);
  return fine ? null : `a bout of ${bout} s after ${max} s at most in 30 days`;
}

function tooManyRuns({ decision: { date }, outings }: Look): string | null {
  const planned = epochDay(date ?? "");
  const days = new Set(outings.filter(({ ranS }) => ranS > 0).map((outing) => epochDay(outing.date)));
  if (days.has(planned - 1) || days.has(planned + 1)) return "a run next to another";
  days.add(planned);
  for (let first = planned - 6; first <= planned; first += 1) {
    const within = [...days].filter((day) => day >= first && day <= first + 6).length;
    if (within > 4) return `${within} runs in 7 days`;
  }
  return null;
}

function unsafe({ today, decision, outings, judged, events }: Look): string | null {
  if (decision.lock !== null) return "a run while locked";
  if (isFlagged(events)) return "a run with an open flag";
  const start = epochDay(decision.date ?? "") * 1440 + minutes(decision.startLocal ?? "00:00");
  const reds = judged.filter(({ colour }) => colour === "RED").map(({ sessionId }) => sessionId);
  const red = outings.filter((outing) => reds.includes(outing.id) || isPlainRed(outing));
  if (red.some(({ endMinute }) => start - endMinute < 48 * 60)) return "a run within 48 hours of a RED";
  if (decision.date !== today) return null;
  if (events.some((event) => event.type === "checkin.reported.v1" && event.data.forDate === today && event.data.unwell))
    return "a run while unwell";
  return beforeToday(events, outings, today) >= 6 ? "a run with PRE of 6 or more" : null;
}

function beforeToday(events: readonly LogEvent[], outings: readonly Outing[], today: LocalDate): number {
  const asked = events.flatMap((event) =>
    event.type === "checkin.reported.v1" && event.data.kind !== "morning" && event.data.forDate === today
      ? [event.data]
      : [],
  );
  const played = outings.filter(({ date }) => date === today).map(({ data }) => data.scores.before);
  return most([...asked, ...played].map((pain) => worse(pain) ?? 0));
}

/** Downward changes apply at once; and nothing between two sessions raises a plan above the ladder. */
function notLowered({ decision, judged, outings }: Look): string | null {
  const last = judged.at(-1);
  if (last === undefined || decision.level === null) return null;
  if (decision.level > last.stateAfter.level)
    return `level ${decision.level} above the ladder's ${last.stateAfter.level}`;
  const sameDate = outings.filter(({ date }) => date === last.localDate);
  const [only] = sameDate;
  if (sameDate.length !== 1 || only === undefined || !isPlainRed(only)) return null;
  const highest = Math.max(0, last.stateBefore.level - 2);
  return decision.level <= highest ? null : `level ${decision.level} right after a RED at ${last.stateBefore.level}`;
}

function noWarmup({ decision: { steps, startLocal }, profile }: Look): string | null {
  const first = steps.find(isWalkOrRun);
  const wakeUp = profile.wakeUp;
  const awake = wakeUp === undefined ? 60 : (minutes(startLocal ?? wakeUp) - minutes(wakeUp) + 1440) % 1440;
  const least = awake < 60 ? 480 : 300;
  const warm = first?.kind === "warmup-walk" ? first.plannedS : 0;
  return warm >= least ? null : `${warm} s of warm-up, ${awake} min after waking`;
}

function unexplained({ decision: { rules, sentence } }: Look): string | null {
  if (rules.length === 0) return "no rule";
  return sentence === "" || /undefined|null|NaN/.test(sentence) ? `the sentence "${sentence}"` : null;
}

/** Invariants 8 and 10 are about the outing: exercises come before and after it. */
const isWalkOrRun = ({ kind }: { readonly kind: string }): boolean => kind !== "stretch" && kind !== "strength";
const total = ({ decision }: Look): number => sum(decision.steps.filter(isWalkOrRun).map(({ plannedS }) => plannedS));

/** Invariants that a plan with running can break, and those that any plan can. */
const RUNNING: readonly Check[] = [
  { invariant: 1, wrong: tooMuchRunning },
  { invariant: 2, wrong: tooLongBout },
  { invariant: 3, wrong: tooManyRuns },
  { invariant: 5, wrong: unsafe },
  { invariant: 8, wrong: noWarmup },
];
const ALWAYS: readonly Check[] = [
  { invariant: 7, wrong: notLowered },
  { invariant: 9, wrong: unexplained },
  { invariant: 10, wrong: (look) => (total(look) > 2400 ? `${total(look)} s` : null) },
];

/** Checks one issued plan against plan-rules §6, apart from what only the whole ladder (4) or a what-if (6, 9, 11) shows. */
export function violationsOf(issued: Issued): Violation[] {
  const runs = issued.decision.steps.some(({ kind }) => kind === "run");
  const look: Look = { ...issued, runs, outings: outingsOf(issued.events) };
  const checks = runs && issued.decision.date !== null ? [...RUNNING, ...ALWAYS] : ALWAYS;
  return checks.flatMap(({ invariant, wrong }) => {
    const what = wrong(look);
    return what === null ? [] : [{ invariant, today: issued.today, what }];
  });
}
