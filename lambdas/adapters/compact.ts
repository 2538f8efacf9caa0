import * as v from "valibot";
import { DoneStep, LedgerCue, type StepKind } from "../../core/contract/session.ts";

/** One letter per kind of step in a stored row. Only ever add letters: rows of years ago are read with this table. */
const LETTER: Readonly<Record<StepKind, string>> = {
  "warmup-walk": "u",
  run: "r",
  walk: "w",
  "cooldown-walk": "d",
  stretch: "s",
  strength: "f",
};
const KIND = new Map(Object.entries(LETTER).map(([kind, letter]) => [letter, kind]));
const STEP = /^([a-z])(\d+)(?:\*(\d+))?(?:\/(\d+))?(?:=([^:]*))?(?::([LR]))?$/;

/** Steps as `r15;w120/118;s20=plank:L` (kind, planned seconds, `*8` repetitions, done seconds where they differ, move, side): a session row stays within one write unit. */
export function packSteps(steps: readonly DoneStep[]): string {
  return steps.map(packStep).join(";");
}

function packStep({ kind, move, side, plannedS, doneS, reps }: DoneStep): string {
  const often = reps === undefined ? "" : `*${reps}`;
  const done = doneS === plannedS ? "" : `/${doneS}`;
  const name = move === null ? "" : `=${move.replace(/[%:;=]/g, encodeURIComponent)}`;
  return `${LETTER[kind]}${plannedS}${often}${done}${name}${side === null ? "" : `:${side}`}`;
}

/** @throws ValiError when a row holds what no version wrote */
export function unpackSteps(packed: string): DoneStep[] {
  if (packed === "") return [];
  return packed.split(";").map((text) => {
    const [, letter = "", planned = "", reps, done = planned, move, side = null] = STEP.exec(text) ?? [];
    return v.parse(DoneStep, {
      kind: KIND.get(letter),
      move: move === undefined ? null : move.replace(/%(25|3A|3B|3D)/g, decodeURIComponent),
      side,
      plannedS: Number(planned),
      doneS: Number(done),
      ...(reps === undefined ? {} : { reps: Number(reps) }),
    });
  });
}

/** Ledger lines as `run,300000,300120,fired,held` (kind, due, fired, state, tier), one per line; nothing where a value is null. */
export function packCues(cues: readonly LedgerCue[]): string {
  return cues
    .map(({ kind, dueMs, firedMs, state, tier }) => [kind, dueMs, firedMs ?? "", state, tier ?? ""].join(","))
    .join("\n");
}

/** @throws ValiError when a row holds what no version wrote */
export function unpackCues(packed: string): LedgerCue[] {
  if (packed === "") return [];
  return packed.split("\n").map((line) => {
    const [kind, dueMs, firedMs, state, tier] = line.split(",");
    return v.parse(LedgerCue, {
      kind,
      dueMs: Number(dueMs),
      firedMs: firedMs === "" ? null : Number(firedMs),
      state,
      tier: tier === "" ? null : tier,
    });
  });
}
