import type { DeadLetter, DeadLetters } from "../bus/dead-letters.ts";
import type { Deliveries } from "../bus/deliveries.ts";
import type { NewDelivery } from "../bus/delivery.ts";

/** Dead letters of one function that have the same reason. */
export type LetterCount = { readonly function: string; readonly reason: string; readonly count: number };
type Addressed = NewDelivery & { readonly reason: string };

/** The record that Lambda leaves in an on-failure queue. */
type FailureRecord = {
  readonly requestContext?: { readonly functionArn?: string; readonly condition?: string };
  readonly requestPayload?: unknown;
  readonly responsePayload?: { readonly errorType?: string };
};

/** What waits in the queues, counted by function and reason. */
export function countLetters(letters: readonly DeadLetter[]): LetterCount[] {
  const counts = new Map<string, LetterCount>();
  for (const letter of letters) {
    const { functionArn, reason } = addressed(letter);
    const name = functionArn.split(":").pop() ?? functionArn;
    const key = `${name} ${reason}`;
    counts.set(key, { function: name, reason, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** What was given back, and what stays because nobody here takes it. */
export type Redriven = { readonly given: readonly LetterCount[]; readonly staying: readonly LetterCount[] };

/**
 * Gives every dead letter back to its function, from the beginning of its tries. A letter leaves its queue after its delivery
 * is on the disk: a crash between the two delivers it twice. One of a function that this version does not have stays.
 */
export async function redrive(
  { deadLetters, deliveries }: { readonly deadLetters: DeadLetters; readonly deliveries: Deliveries },
  knows: (functionArn: string) => boolean,
): Promise<Redriven> {
  const letters = deadLetters.list();
  const given = letters.filter((letter) => knows(addressed(letter).functionArn));
  await deliveries.accept(given.map(addressed));
  await deadLetters.remove(given.map(({ id }) => id));
  return { given: countLetters(given), staying: countLetters(letters.filter((letter) => !given.includes(letter))) };
}

/** Whose a letter is. In the queue of a function lies Lambda's record of the call; in those of rules and schedules, what could not be handed over. */
export function addressed({ body, attributes }: DeadLetter): Addressed {
  const { requestContext, requestPayload, responsePayload } = body as FailureRecord;
  if (requestContext?.functionArn === undefined) {
    const { TARGET_ARN = "unknown", ERROR_CODE = "unknown" } = attributes;
    return { functionArn: TARGET_ARN, payload: body, deadLetter: null, reason: ERROR_CODE };
  }
  const functionArn = requestContext.functionArn.replace(/:\$LATEST$/, "");
  const reason = `${requestContext.condition}: ${responsePayload?.errorType ?? "unknown"}`;
  return { functionArn, payload: requestPayload, deadLetter: null, reason };
}
