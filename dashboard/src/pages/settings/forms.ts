import type { HeartRateLimits, Profile, ProfileChange } from "../../../../core/contract/profile.ts";

/** What the form of a week holds: times as typed, `""` for none. */
export type WeekForm = {
  readonly days: readonly number[];
  readonly weeklyTarget: number;
  readonly wakeUp: string;
  readonly preferredStart: string;
};

/** What the plan assumes as long as nothing is told (core/plan). */
const USUAL = { days: [1, 2, 3, 4, 5, 6, 7], weeklyTarget: 3, wakeUp: "07:00" } as const;

export const weekFrom = (profile: Profile): WeekForm => ({
  days: profile.days ?? USUAL.days,
  weeklyTarget: profile.weeklyTarget ?? USUAL.weeklyTarget,
  wakeUp: profile.wakeUp ?? USUAL.wakeUp,
  preferredStart: profile.preferredStart ?? "",
});

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Names of the answers that cannot be saved as they are. */
export function weekErrors({ days, wakeUp, preferredStart }: WeekForm): ReadonlySet<keyof WeekForm> {
  const wrong = new Set<keyof WeekForm>();
  if (days.length === 0) wrong.add("days");
  if (!isTime(wakeUp)) wrong.add("wakeUp");
  if (preferredStart !== "" && !isTime(preferredStart)) wrong.add("preferredStart");
  return wrong;
}

/** The event of a form without errors. */
export const weekChange = ({ days, weeklyTarget, wakeUp, preferredStart }: WeekForm): ProfileChange => ({
  days: [...days].sort((one, other) => one - other),
  weeklyTarget,
  wakeUp,
  preferredStart: preferredStart === "" ? null : preferredStart,
});

export type HeartForm = {
  readonly use: "none" | "limits" | "unreliable";
  readonly restingBpm: string;
  readonly maxBpm: string;
};

export function heartFrom({ heartRate }: Profile): HeartForm {
  if (heartRate === undefined || heartRate === null) return { use: "none", restingBpm: "", maxBpm: "" };
  const { restingBpm, maxBpm, reliable } = heartRate;
  return { use: reliable ? "limits" : "unreliable", restingBpm: String(restingBpm), maxBpm: String(maxBpm) };
}

/** The ranges of the contract, and a maximum that is above rest. */
export function heartErrors({ use, restingBpm, maxBpm }: HeartForm): ReadonlySet<keyof HeartForm> {
  const wrong = new Set<keyof HeartForm>();
  if (use !== "limits") return wrong;
  const [resting, max] = [Number(restingBpm), Number(maxBpm)];
  if (!Number.isInteger(resting) || resting < 30 || resting > 120) wrong.add("restingBpm");
  if (!Number.isInteger(max) || max < 100 || max > 230 || max <= resting) wrong.add("maxBpm");
  return wrong;
}

/** Where heart rate says nothing, the two numbers mean nothing either; the contract wants them all the same. */
const UNUSED: HeartRateLimits = { restingBpm: 60, maxBpm: 180, reliable: false };

/** The limits of a form without errors. */
export function heartChange({ use, restingBpm, maxBpm }: HeartForm): HeartRateLimits | null {
  if (use === "none") return null;
  if (use === "unreliable") return UNUSED;
  return { restingBpm: Number(restingBpm), maxBpm: Number(maxBpm), reliable: true };
}
