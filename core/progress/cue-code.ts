import { CUE_SETTINGS } from "../contract/cue-kinds.ts";
import type { CuePreference, Profile } from "../contract/profile.ts";
import type { Checkpoint } from "./checkpoint.ts";

/** A strength by its first letter, upper case when the cue is muted; then the lead in seconds as one digit, `A` for ten. */
const STRENGTHS: Readonly<Record<string, CuePreference["strength"]>> = { l: "light", n: "normal", s: "strong" };
const LEADS = "0123456789A";
const UNSAID = "..";

type Cues = NonNullable<Profile["cues"]>;

/** The profile as a checkpoint keeps it: two characters a cue instead of fifty, in the order of `CUE_SETTINGS`. */
export function packedProfile({ cues, ...rest }: Profile): Checkpoint["profile"] {
  return cues === undefined ? rest : { ...rest, cues: CUE_SETTINGS.map((kind) => codeOf(cues[kind])).join("") };
}

/** The profile of a checkpoint, whole. */
export function unpackedProfile({ profile }: Checkpoint): Profile {
  const { cues, ...rest } = profile;
  return cues === undefined ? rest : { ...rest, cues: typeof cues === "string" ? cuesFrom(cues) : cues };
}

function codeOf(cue: CuePreference | undefined): string {
  if (cue === undefined) return UNSAID;
  const letter = cue.strength.charAt(0);
  return (cue.muted ? letter.toUpperCase() : letter) + LEADS.charAt(cue.leadS);
}

function cuesFrom(codes: string): Cues {
  const cues: Cues = {};
  CUE_SETTINGS.forEach((kind, index) => {
    const [letter, lead] = [codes.charAt(2 * index), codes.charAt(2 * index + 1)];
    const strength = STRENGTHS[letter.toLowerCase()];
    if (strength !== undefined) cues[kind] = { muted: letter < "a", strength, leadS: LEADS.indexOf(lead) };
  });
  return cues;
}
