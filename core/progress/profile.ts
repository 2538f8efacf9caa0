import type { LogEvent } from "../contract/event.ts";
import type { LocalDate } from "../contract/primitives.ts";
import type { Profile } from "../contract/profile.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { unpackedProfile } from "./cue-code.ts";
import { inOrder } from "./order.ts";
import { eventsAfter } from "./window.ts";

/** A pause without an end lasts until it is ended. */
export const NO_END: LocalDate = "9999-12-31";

/** Folds what was said over a profile, member by member; pausing and resuming a plan moves `pausedUntil`. */
export function foldProfile(profile: Profile, ordered: readonly LogEvent[]): Profile {
  let folded = profile;
  for (const event of ordered) {
    if (event.type === "profile.changed.v1") folded = { ...folded, ...event.data };
    if (event.type !== "plan.chosen.v1") continue;
    const { choice, date } = event.data;
    if (choice === "pause") folded = { ...folded, pausedUntil: date === undefined ? NO_END : date };
    if (choice === "resume") folded = { ...folded, pausedUntil: null };
  }
  return folded;
}

/** The profile as of the end of the tail. */
export function profileOf(checkpoint: Checkpoint, tail: readonly LogEvent[]): Profile {
  return foldProfile(unpackedProfile(checkpoint), inOrder(eventsAfter(checkpoint, tail)));
}
