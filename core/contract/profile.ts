import * as v from "valibot";
import { CUE_SETTINGS, type CueSetting } from "./cue-kinds.ts";
import { Language, Level, LocalDate, Score, text, WallTime, Weekday, whole, Zone } from "./primitives.ts";

/** Self-report at sign-up. `jog` is null unless the person has jogged in the last 30 days. */
export const Placement = v.strictObject({
  walkMin: whole(0, 600),
  jog: v.nullable(v.strictObject({ boutS: whole(1, 14_400), timesPerWeek: whole(1, 14), worstPain: Score })),
});

/** Heart-rate limits in beats per minute; `reliable` is false with a beta-blocker, a pacemaker or a poor sensor. */
export const HeartRateLimits = v.strictObject({
  restingBpm: whole(30, 120),
  maxBpm: whole(100, 230),
  reliable: v.boolean(),
});

/** How one cue is delivered. `leadS` moves a cue earlier by up to 10 s. */
export const CuePreference = v.strictObject({
  muted: v.boolean(),
  strength: v.picklist(["light", "normal", "strong"]),
  leadS: whole(0, 10),
});

/** Preferences by cue; a cue left out plays as it is by default. */
export const CuePreferences = v.partial(
  v.object(
    Object.fromEntries(CUE_SETTINGS.map((kind) => [kind, CuePreference])) as Record<CueSetting, typeof CuePreference>,
  ),
);

/**
 * What a person tells about themselves. Every member is optional in the event (the last said wins, member by member);
 * the folded profile carries what has been said so far.
 */
export const ProfileChange = v.strictObject({
  placement: v.optional(Placement),
  usualPain: v.optional(Score),
  birthYear: v.optional(whole(1900, 2100)),
  heartRate: v.optional(v.nullable(HeartRateLimits)),
  days: v.optional(v.pipe(v.array(Weekday), v.minLength(1, "choose at least one day"), v.maxLength(7))),
  wakeUp: v.optional(WallTime),
  preferredStart: v.optional(v.nullable(WallTime)),
  weeklyTarget: v.optional(whole(1, 5)),
  ceilingLevel: v.optional(v.nullable(Level)),
  optIn: v.optional(v.boolean()),
  pausedUntil: v.optional(v.nullable(LocalDate)),
  zone: v.optional(Zone),
  units: v.optional(v.picklist(["metric", "imperial"])),
  language: v.optional(Language),
  cues: v.optional(CuePreferences),
  emergencyNumber: v.optional(text(24)),
});

export type ProfileChange = v.InferOutput<typeof ProfileChange>;
/** The folded profile: same members as the change, all optional. */
export type Profile = ProfileChange;
export type Placement = v.InferOutput<typeof Placement>;
export type HeartRateLimits = v.InferOutput<typeof HeartRateLimits>;
export type CuePreference = v.InferOutput<typeof CuePreference>;
