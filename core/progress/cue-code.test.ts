import fc from "fast-check";
import * as v from "valibot";
import { expect, it } from "vitest";
import { CUE_SETTINGS } from "../contract/cue-kinds.ts";
import { type CuePreference, ProfileChange } from "../contract/profile.ts";
import { Checkpoint, EMPTY_CHECKPOINT } from "./checkpoint.ts";
import { packedProfile, unpackedProfile } from "./cue-code.ts";

const preference: fc.Arbitrary<CuePreference> = fc.record({
  muted: fc.boolean(),
  strength: fc.constantFrom("light", "normal", "strong"),
  leadS: fc.integer({ min: 0, max: 10 }),
});
const cues = fc.record(Object.fromEntries(CUE_SETTINGS.map((kind) => [kind, preference])), { requiredKeys: [] });

it("gives back every preference of every cue", () => {
  fc.assert(
    fc.property(cues, (told) => {
      const profile = v.parse(ProfileChange, { cues: told, units: "metric" });
      const checkpoint = v.parse(Checkpoint, { ...EMPTY_CHECKPOINT, profile: packedProfile(profile) });
      expect(unpackedProfile(checkpoint)).toEqual(profile);
    }),
  );
});

it("leaves a profile alone that says nothing of cues", () => {
  const checkpoint = { ...EMPTY_CHECKPOINT, profile: packedProfile({ units: "metric" }) };
  expect(unpackedProfile(checkpoint)).toEqual({ units: "metric" });
});

it("reads a checkpoint from before cues were packed", () => {
  const told = { run: { muted: true, strength: "light", leadS: 3 } } as const;
  const checkpoint = v.parse(Checkpoint, { ...EMPTY_CHECKPOINT, profile: { cues: told } });
  expect(unpackedProfile(checkpoint)).toEqual({ cues: told });
});

it("refuses codes that no cue has", () => {
  expect(v.is(Checkpoint, { ...EMPTY_CHECKPOINT, profile: { cues: "x0" } })).toBe(false);
});
