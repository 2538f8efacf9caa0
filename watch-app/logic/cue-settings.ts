import type { CuePreference } from "../../core/contract/profile.ts";
import type { CueKind } from "../../core/contract/session.ts";
import { CUE_LEADS, canMute, hasLead, strengthsOf, USUAL_CUE } from "../../core/cues/preferences.ts";
import { type Preferences, settingOf } from "../../core/cues/schedule.ts";
import type { WatchEvent } from "../store/outbox.ts";
import { fill, type Translate } from "./words.ts";

/** The order of the rehearsal: the changes first. */
export const REHEARSAL: readonly CueKind[] = [
  "run",
  "walk",
  "hold",
  "move",
  "warning",
  "ease-off",
  "core",
  "posture",
  "halfway",
  "done",
  "stop",
  "here",
];

export const preferenceOf = (preferences: Preferences, kind: CueKind): CuePreference =>
  preferences[settingOf(kind)] ?? USUAL_CUE;

/** Whether anything about how strong a cue comes can be chosen. */
export const hasStrength = (kind: CueKind): boolean => strengthsOf(kind).length > 1 || canMute(kind);

/** Normal, then the other strengths that the cue has, off, and around again. */
export function withNextStrength(preferences: Preferences, kind: CueKind): Preferences {
  const { muted, strength, leadS } = preferenceOf(preferences, kind);
  const strengths = strengthsOf(kind);
  const next = strengths[muted ? 0 : strengths.indexOf(strength) + 1];
  if (next !== undefined) return { ...preferences, [settingOf(kind)]: { muted: false, strength: next, leadS } };
  return { ...preferences, [settingOf(kind)]: { muted: canMute(kind), strength: "normal", leadS } };
}

/** On time, then earlier in steps up to ten seconds, and around again. */
export function withNextLead(preferences: Preferences, kind: CueKind): Preferences {
  const known = preferenceOf(preferences, kind);
  return { ...preferences, [settingOf(kind)]: { ...known, leadS: CUE_LEADS.find((lead) => lead > known.leadS) ?? 0 } };
}

/** How a cue comes now, such as "Normal · 2 s early". */
export function cueState(preferences: Preferences, kind: CueKind, say: Translate): string {
  const { muted, strength, leadS } = preferenceOf(preferences, kind);
  if (muted && canMute(kind)) return say("cues.off");
  const early = hasLead(kind) && leadS > 0 ? ` · ${fill(say("cues.early"), { n: leadS })}` : "";
  const strengths = strengthsOf(kind);
  const chosen = strengths.includes(strength) ? strength : "normal";
  return `${say(strengths.length === 1 ? "cues.oneStrength" : `cues.${chosen}`)}${early}`;
}

/** What was last said about cues on this watch and is not in the profile yet; null: nothing. */
export function ownCues(own: readonly WatchEvent[]): Preferences | null {
  const said = own.flatMap(({ type, data }) => {
    const { cues } = data as { readonly cues?: Preferences };
    return type === "profile.changed.v1" && cues !== undefined ? [cues] : [];
  });
  return said[said.length - 1] ?? null;
}
