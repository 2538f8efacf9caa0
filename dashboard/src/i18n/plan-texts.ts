import type { Plan } from "../../../core/contract/plan.ts";
import { changesFor, lockText, sentenceFor } from "../../../core/text/sentence.ts";
import { coreTexts } from "./t.ts";

type Spoken = Pick<Plan, "rules" | "sentence">;

/** Why the plan is what it is, in the language shown; as the service put it where its rules are newer than this page. */
export const planSentence = ({ rules, sentence }: Spoken): string => sentenceFor(rules, coreTexts()) || sentence;

/** What would change the plan, in the language shown. */
export const planChanges = ({ rules }: Pick<Plan, "rules">): string[] => changesFor(rules, coreTexts());

/** What to do while the plan is stopped, in the language shown; null without a lock. */
export function planLockText({ rules, lock }: Pick<Plan, "rules" | "lock">, emergencyNumber: string | undefined) {
  if (lock === null) return null;
  const minor = rules.some(({ id }) => id === "S.minor");
  return lockText(minor ? "minor" : lock.kind, coreTexts(), emergencyNumber);
}
