import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import type { Reminder } from "../../core/contract/bus.ts";
import { BackstrideError } from "../../core/error.ts";
import { clientOf } from "./client.ts";

/** Sets the one alarm of a name, a person's usually, to call this function's target at an instant (Unix milliseconds), or clears it with null. */
export type Schedule<Input = Reminder> = (name: string, alarm: Alarm<Input> | null) => Promise<void>;
export type Alarm<Input = Reminder> = { readonly atMs: number; readonly input: Input };

const client = new SchedulerClient(clientOf("SCHEDULER"));
const GroupName = process.env.SCHEDULE_GROUP ?? "backstride";

/** The calls of the scheduler. Each says false when it could not: there is no schedule to update, there is one already. */
export type Calls = {
  readonly update: (input: CreateScheduleCommandInput) => Promise<boolean>;
  readonly create: (input: CreateScheduleCommandInput) => Promise<boolean>;
  /** Also when there is none. */
  readonly remove: (name: string) => Promise<void>;
};

/**
 * There is no upsert: update, else create, and if a rival created it in between, update after all.
 * @throws BackstrideError `unavailable`, retryable, when rivals removed it and made it again all the while
 */
export const scheduling =
  ({ update, create, remove }: Calls): Schedule<unknown> =>
  async (of, alarm) => {
    const name = `r-${of}`;
    if (alarm === null) return remove(name);
    const input = inputOf(name, alarm);
    if ((await update(input)) || (await create(input)) || (await update(input))) return;
    throw new BackstrideError("unavailable", "The alarm could not be set between its rivals.", { retryable: true });
  };

/** The schedule of an alarm. UTC and `at()`: local time was resolved before, so no rule about clock changes applies here. */
function inputOf(Name: string, alarm: Alarm<unknown>): CreateScheduleCommandInput {
  const dlq = process.env.SCHEDULE_DLQ_ARN;
  return {
    Name,
    GroupName,
    ScheduleExpression: `at(${new Date(alarm.atMs).toISOString().slice(0, 19)})`,
    ScheduleExpressionTimezone: "UTC",
    FlexibleTimeWindow: { Mode: "OFF" },
    // A deletion "after completion" could take away the alarm that `remind` has just set under the same name.
    ActionAfterCompletion: "NONE",
    Target: {
      Arn: process.env.SCHEDULE_TARGET_ARN,
      RoleArn: process.env.SCHEDULE_ROLE_ARN,
      Input: JSON.stringify(alarm.input),
      // A reminder that is an hour late helps nobody.
      RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 10 },
      ...(dlq === undefined ? {} : { DeadLetterConfig: { Arn: dlq } }),
    },
  };
}

type Refusal = typeof ConflictException | typeof ResourceNotFoundException;

/** True; false when the scheduler answers with this refusal. */
async function unless(Refused: Refusal, call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

export const schedule: Schedule<unknown> = scheduling({
  update: (input) => unless(ResourceNotFoundException, client.send(new UpdateScheduleCommand(input))),
  create: (input) => unless(ConflictException, client.send(new CreateScheduleCommand(input))),
  remove: async (Name) => {
    await unless(ResourceNotFoundException, client.send(new DeleteScheduleCommand({ Name, GroupName })));
  },
});
