import { floorFrom, isExercise, withoutExercises, withoutFloor } from "../../core/blocks/steps.ts";
import type { Plan } from "../../core/contract/plan.ts";
import type { PlannedStep } from "../../core/contract/session.ts";
import { wallTime } from "../../core/plan/start.ts";
import { type Days, minutesOf, type Offer, offerOf, type WatchPlan } from "./plan.ts";
import { saidBy } from "./plan-words.ts";
import type { SyncCode } from "./sync.ts";
import { clock, dayName, fill, type Translate } from "./words.ts";

/** What home is opened with to tell the whole reason. */
export const WHY = "why";

export type HomeTexts = {
  readonly title: string;
  readonly details: string;
  readonly sentence: string;
  /** Text of the start button; null when there is nothing to start. */
  readonly start: string | null;
  /** The whole reason, for the page behind "More". */
  readonly why: string;
};

/** The runs as `6 × 0:15`, or that it is all walking. */
function workOf(steps: readonly PlannedStep[], say: Translate): string {
  const runs = steps.filter(({ kind }) => kind === "run");
  const [first] = runs;
  return first === undefined
    ? say("home.walkOnly")
    : fill(say("home.runs"), { n: runs.length, time: clock(first.plannedS) });
}

/** How long walking and running take, as the dashboard says it, and how much running. */
export const detailsOf = ({ steps }: Plan, say: Translate): string =>
  `${fill(say("home.minutes"), { n: minutesOf(withoutExercises(steps)) })} · ${workOf(steps, say)}`;

/** The exercises before and after; empty without floor exercises. */
function exercisesOf({ steps }: Plan, say: Translate): string {
  const floor = steps.slice(floorFrom(steps));
  const before = withoutFloor(steps).filter(isExercise);
  return floor.length === 0 ? "" : fill(say("home.exercises"), { before: minutesOf(before), after: minutesOf(floor) });
}

const START: Readonly<Record<Offer, string | null>> = {
  flag: null,
  none: null,
  setup: null,
  rest: null,
  stale: null,
  between: "home.startWalk",
  walk: "home.startWalk",
  today: "home.start",
  late: "home.start",
  early: "home.startEarly",
};

/** A plan that the watch made alone says so. */
const told = ({ provisional }: Plan, sentence: string, say: Translate): string =>
  provisional ? fill(say("home.provisional"), { sentence }) : sentence;

type Words = Pick<HomeTexts, "sentence" | "why">;

/** Today's run comes too soon: from when on it does not stands before the reason. */
function untilRun(plan: Plan, { today, runFrom }: Days, words: Words, say: Translate): Words {
  if (plan.date !== today || runFrom === null) return words;
  const sentence = fill(say("home.runFrom"), { time: wallTime(runFrom) });
  return { sentence, why: `${sentence} ${words.why}` };
}

/** A plan that can be done: when, how long, what. */
function planTexts(plan: Plan, offer: Offer, days: Days, words: Words, say: Translate): HomeTexts {
  const when = plan.date === null || offer === "late" ? days.today : plan.date;
  return {
    title: dayName(when, days.today, days.tomorrow, say),
    details: detailsOf(plan, say),
    sentence: `${told(plan, words.sentence, say)} ${exercisesOf(plan, say)}`.trim(),
    start: say(START[offer] ?? "home.start"),
    why: `${fill(say("home.level"), { n: plan.level ?? 0 })} ${words.why} ${exercisesOf(plan, say)}`.trim(),
  };
}

/** Whether a session can be begun from home. */
export const canStart = (stored: WatchPlan | null, days: Days): boolean =>
  START[offerOf(stored === null ? null : stored.plan, days)] !== null;

/** What home says about the plan. Without one it invites to sync and never makes one up. */
export function homeTexts(stored: WatchPlan | null, days: Days, say: Translate): HomeTexts {
  const plan = stored === null ? null : stored.plan;
  const offer = offerOf(plan, days);
  if (offer === "flag") {
    const number = stored?.profile.emergencyNumber ?? say("end.emergencyNumber");
    return onlyWords("home.rest", fill(say("home.flagWhy"), { number }), say);
  }
  if (stored === null || plan === null) {
    return { ...onlyWords("home.welcome", say("home.noPlan"), say), why: say("home.noPlanWhy") };
  }
  const { sentence, lock } = saidBy(stored, say);
  const why = [lock, sentence].filter((part) => part !== "").join(" ");
  if (offer === "setup" || offer === "rest") return onlyWords(`home.${offer}`, told(plan, why, say), say);
  if (offer === "stale" || offer === "between") return atOdds(offer, why, say);
  const words = { sentence, why };
  return planTexts(plan, offer, days, offer === "walk" ? untilRun(plan, days, words, say) : words, say);
}

/** A plan that cannot be done as it stands. */
function atOdds(offer: "stale" | "between", why: string, say: Translate): HomeTexts {
  const words = say(`home.${offer}Why`);
  const start = START[offer];
  return {
    ...onlyWords(`home.${offer}`, words, say),
    start: start === null ? null : say(start),
    why: `${words} ${why}`,
  };
}

const onlyWords = (title: string, words: string, say: Translate): HomeTexts => ({
  title: say(title),
  details: "",
  sentence: words,
  start: null,
  why: words,
});

export type Standing = { readonly code: SyncCode | null; readonly left: number; readonly refused: number };

/** What the server did not accept, in its own words; empty when it accepted everything. */
export const refusedText = (refused: readonly { readonly message: string }[], say: Translate): string =>
  refused.map(({ message }) => `${say("sync.refusedBecause")} ${message}`).join(" ");

/** What home has room for: what is wrong, else how much waits. How much waits besides is told behind "More". */
export const syncLine = (standing: Standing, say: Translate): string =>
  syncText(standing.code === null || standing.code === "ok" ? standing : { ...standing, left: 0 }, say);

/** About the sync; what needs somebody comes first. */
export function syncText({ code, left, refused }: Standing, say: Translate): string {
  if (code === "unpaired" || code === "revoked") return say(`sync.${code}`);
  if (refused > 0) return fill(say("sync.refused"), { n: refused });
  const trouble = code === null || code === "ok" ? "" : say(`sync.${code}`);
  if (left > 0) return `${trouble === "" ? "" : `${trouble} · `}${fill(say("sync.left"), { n: left })}`;
  return code === null ? say("sync.never") : trouble === "" ? say("sync.ok") : trouble;
}
