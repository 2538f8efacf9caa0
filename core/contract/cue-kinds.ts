/**
 * What the haptics can say. `here` ("you are here") follows a resume; `ease-off` comes from heart rate. In a block of exercises
 * `hold` begins one, or its other side; `move` lets go and leads to the next. New ones come last: checkpoints count on the order.
 */
export const CUE_KINDS = [
  "run",
  "walk",
  "warning",
  "ease-off",
  "core",
  "posture",
  "halfway",
  "done",
  "stop",
  "here",
  "hold",
  "move",
] as const;

export type CueKind = (typeof CUE_KINDS)[number];
export type CueSetting = Exclude<CueKind, "move">;

/** The cues that have a preference of their own: the two of the exercises share that of `hold`. */
export const CUE_SETTINGS = CUE_KINDS.filter((kind): kind is CueSetting => kind !== "move");
