import type { Context } from "aws-lambda";
import { Reminder } from "../../core/contract/bus.ts";
import { parse } from "../../core/contract/parse.ts";
import { emit } from "../adapters/bus.ts";
import { consume } from "../adapters/consume.ts";
import { metric } from "../adapters/log.ts";
import { jitter, until } from "../adapters/pause.ts";
import { schedule } from "../adapters/scheduler.ts";
import { tableStore } from "../adapters/store.ts";
import { remind } from "./remind.ts";

/** Target of the schedules. */
export const handler = (
  input: unknown,
  context: Pick<Context, "awsRequestId" | "getRemainingTimeInMillis">,
): Promise<void> => {
  const ports = { store: tableStore, pause: jitter, hasTime: until(context), emit, schedule, now: Date.now };
  // No request set this off but the clock: the call is a trace of its own.
  return consume("reminded", { traceId: context.awsRequestId }, () => {
    const reminder = parse(Reminder, input);
    metric("ReminderLag", Math.max(0, Date.now() - Date.parse(reminder.dueAt)), "Milliseconds");
    return remind(ports, reminder);
  });
};
