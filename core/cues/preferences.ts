import type { CuePreference } from "../contract/profile.ts";
import type { CueKind } from "../contract/session.ts";

/** How a cue comes as long as nothing else was chosen. */
export const USUAL_CUE: CuePreference = { muted: false, strength: "normal", leadS: 0 };

/** Seconds that a cue may come early. */
export const CUE_LEADS: readonly number[] = [0, 1, 2, 3, 5, 10];

/** Cues whose moment is known ahead; the others answer to something and come at once. */
const FORESEEN: readonly CueKind[] = ["run", "walk", "warning", "halfway"];
export const hasLead = (kind: CueKind): boolean => FORESEEN.includes(kind);

/** Without a "done" nobody would know that they may stop, without a "stop" that they must (plan-rules §8). */
export const canMute = (kind: CueKind): boolean => kind !== "done" && kind !== "stop";

/** The strengths that a hand can tell apart: a short pulse also comes light, a light one also strong, a long or urgent one as it is. */
const STRENGTHS: { readonly [kind in CueKind]?: readonly CuePreference["strength"][] } = {
  run: ["normal", "light"],
  "ease-off": ["normal", "light"],
  warning: ["normal", "strong"],
  core: ["normal", "strong"],
  posture: ["normal", "strong"],
  here: ["normal", "strong"],
  hold: ["normal", "light"],
  move: ["normal", "light"],
};
const AS_IT_IS: readonly CuePreference["strength"][] = ["normal"];

export function strengthsOf(kind: CueKind): readonly CuePreference["strength"][] {
  return STRENGTHS[kind] || AS_IT_IS;
}
