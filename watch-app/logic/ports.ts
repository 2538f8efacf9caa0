import type { CueKind } from "../../core/contract/session.ts";

/** What the runner needs of the watch. */
export type Ports = {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly vibrate: (kind: CueKind) => void;
  /** Beats per minute of the last ten seconds, else null. */
  readonly heartRate: () => number | null;
  /** Steps counted today, null without a sensor. */
  readonly steps: () => number | null;
  /** Arms the alarm that stands in for the page at `at`, or disarms it. */
  readonly arm: (at: number | null) => void;
};
