import type { PlanAnswer, WatchProfile } from "../../core/contract/api.ts";
import type { CheckpointAnswer } from "../../core/contract/offline.ts";
import type { Plan } from "../../core/contract/plan.ts";
import type { Profile } from "../../core/contract/profile.ts";
import { decide } from "../../core/plan/decide.ts";
import { catalogueOf } from "../../core/text/languages.ts";
import { type PlanRow, planWith, publishedPlan } from "../adapters/people.ts";
import { type Standing, standingAt } from "../adapters/standing.ts";
import type { Reader } from "../adapters/store.ts";

/** The plan as it holds today: nothing has to run for a missed day, and the plan keeps its name. */
export function planToday(published: PlanRow | null, { checkpoint, tail, profile, today }: Standing): Plan | null {
  if (published === null) return null;
  return planWith(published, decide(checkpoint, tail, profile, today, catalogueOf(profile.language)));
}

export async function planAnswer(store: Reader, person: string, nowMs: number): Promise<PlanAnswer> {
  const [published, standing] = await Promise.all([publishedPlan(store, person), standingAt(store, person, nowMs)]);
  return { plan: planToday(published, standing), profile: watchProfile(standing.profile) };
}

export async function checkpointAnswer(store: Reader, person: string, nowMs: number): Promise<CheckpointAnswer> {
  const [published, standing] = await Promise.all([publishedPlan(store, person), standingAt(store, person, nowMs)]);
  const { checkpoint, tail, profile } = standing;
  return { checkpoint, tail: [...tail], profile, planRev: published?.rev ?? 0 };
}

/** The parts of a profile that a watch obeys by itself. */
function watchProfile({ heartRate, cues, language, units, emergencyNumber, wakeUp }: Profile): WatchProfile {
  return {
    heartRate: heartRate ?? null,
    cues: cues ?? {},
    language: language ?? "en",
    units: units ?? "metric",
    emergencyNumber: emergencyNumber ?? null,
    wakeUp: wakeUp ?? null,
  };
}
