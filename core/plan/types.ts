import type { LogEvent } from "../contract/event.ts";
import type { Decision } from "../contract/plan.ts";
import type { LocalDate } from "../contract/primitives.ts";
import type { Profile } from "../contract/profile.ts";
import type { Checkpoint } from "../progress/checkpoint.ts";

/**
 * Decides the next outing. Total and pure: the same inputs give the same decision.
 * @param checkpoint the fold at the end of an earlier week
 * @param tail the events of later weeks, in any order; events of weeks already in the checkpoint are ignored
 * @param profile `profileOf(checkpoint, tail)`
 * @param today the person's local date
 */
export type Decide = (
  checkpoint: Checkpoint,
  tail: readonly LogEvent[],
  profile: Profile,
  today: LocalDate,
) => Decision;
