import type { StepKind } from "../../core/contract/session.ts";

/** A step's kind as one letter, for texts that go over Bluetooth or lie on the watch. */
export const LETTERS: Readonly<Record<StepKind, string>> = {
  "warmup-walk": "u",
  run: "r",
  walk: "w",
  "cooldown-walk": "c",
  stretch: "s",
  strength: "f",
};
const KINDS = Object.keys(LETTERS) as StepKind[];

export const kindOf = (letter: string): StepKind | undefined => KINDS.find((kind) => LETTERS[kind] === letter);
