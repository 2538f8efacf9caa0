import { withoutFloor } from "../../core/blocks/steps.ts";
import type { PlanAnswer, WatchProfile } from "../../core/contract/api.ts";
import type { Plan } from "../../core/contract/plan.ts";
import type { PlannedStep } from "../../core/contract/session.ts";

/** What the watch keeps of the cloud's answer. */
export type WatchPlan = PlanAnswer;

type Loose = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const KINDS: readonly string[] = ["warmup-walk", "run", "walk", "cooldown-walk", "stretch", "strength"];

function isStep(value: unknown): value is PlannedStep {
  if (!isObject(value) || typeof value.kind !== "string" || !KINDS.includes(value.kind)) return false;
  return typeof value.plannedS === "number" && value.plannedS >= 0 && value.plannedS <= 21_600;
}

/** Looks only at what the watch uses: a newer server may send more, and a plan is not refused for that. */
function isPlan(value: unknown): value is Plan {
  if (!isObject(value) || typeof value.planId !== "string" || typeof value.rev !== "number") return false;
  if (!Array.isArray(value.steps) || !value.steps.every(isStep)) return false;
  const level = value.level;
  const levelFits = level === null || (typeof level === "number" && level >= 0 && level <= 25);
  return (
    levelFits && typeof value.sentence === "string" && typeof value.state === "string" && Array.isArray(value.rules)
  );
}

const NO_PROFILE: WatchProfile = { heartRate: null, cues: {}, language: "en", units: "metric", emergencyNumber: null };

function profileOf(value: unknown): WatchProfile {
  if (!isObject(value)) return NO_PROFILE;
  return { ...NO_PROFILE, ...(value as Partial<WatchProfile>) };
}

/** The answer of `GET /v1/plan`, or null when it is none that can be followed. */
export function readPlanAnswer(value: unknown): WatchPlan | null {
  if (!isObject(value) || !("plan" in value)) return null;
  if (value.plan !== null && !isPlan(value.plan)) return null;
  return { plan: value.plan, profile: profileOf(value.profile) };
}

/** Planned time in whole minutes, rounded up; without the floor exercises, which come later or not at all. */
export const minutesOf = (steps: readonly PlannedStep[]): number =>
  Math.ceil(withoutFloor(steps).reduce((sum, step) => sum + step.plannedS, 0) / 60);

/**
 * What the fold says of today: BASE (plan-rules §2), the level of the ladder (null: not known), whether a run may be today (12.12),
 * and the minute of the day from which the 48 hours after a RED are over (invariant 5).
 */
export type Outlook = {
  readonly base: number;
  readonly level: number | null;
  readonly mayRun: boolean;
  readonly runFrom: number;
};

/**
 * Local dates, when this watch last recorded a run, whether one may be today as far as is known, the minute of the day that it still
 * has to wait for (null: it need not), and whether a warning sign locks it.
 */
export type Days = {
  readonly today: string;
  readonly yesterday: string;
  readonly tomorrow: string;
  readonly lastRun: string | null;
  readonly mayRun: boolean;
  readonly runFrom: number | null;
  readonly flagged: boolean;
};

/**
 * What home offers. `between`: a run today or yesterday, so only a walk (invariant 3: no runs on consecutive days); the cloud
 * knows that too, but its next plan may not have come yet. `walk`: the run is planned for later and may not be today or not yet
 * (48 hours after a RED, a full week), so only a walk. `stale`: the pause since the plan is so long that the level may
 * have changed (plan-rules G), which only a new plan can tell. `flag`: the last session was stopped for a warning sign.
 */
export type Offer = "flag" | "none" | "setup" | "rest" | "stale" | "between" | "walk" | "today" | "early" | "late";

const GAP_DAYS = 10;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export function offerOf(plan: Plan | null, days: Days): Offer {
  if (days.flagged) return "flag";
  if (plan === null) return "none";
  if (plan.state === "setup") return "setup";
  if (plan.level === null || plan.steps.length === 0) return "rest";
  const date = plan.date ?? days.today;
  if (daysBetween(date, days.today) > GAP_DAYS) return "stale";
  const ran = days.lastRun === days.today || days.lastRun === days.yesterday;
  const runs = plan.steps.some(({ kind }) => kind === "run");
  if (ran && runs) return "between";
  if (runs && days.runFrom !== null) return "walk";
  if (date === days.today) return "today";
  if (date < days.today) return "late";
  return runs && !days.mayRun ? "walk" : "early";
}
