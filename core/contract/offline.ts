import * as v from "valibot";
import { Checkpoint } from "../progress/checkpoint.ts";
import { LogEvent } from "./event.ts";
import { whole } from "./primitives.ts";
import { ProfileChange } from "./profile.ts";

/**
 * `GET /v1/checkpoint`: the arguments of `decide`, so that a watch or a browser without a network plans as the cloud would.
 * `tail` holds every event since the checkpoint, sessions without trace and cues. `planRev` is that of the current plan, or 0.
 */
export const CheckpointAnswer = v.strictObject({
  checkpoint: Checkpoint,
  tail: v.array(LogEvent),
  profile: ProfileChange,
  planRev: whole(0, 1_000_000),
});

export type CheckpointAnswer = v.InferOutput<typeof CheckpointAnswer>;
