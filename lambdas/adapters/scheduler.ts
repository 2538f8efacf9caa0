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

/** Sets a person's one alarm to call `remind` at an instant (Unix milliseconds), or clears it with null. */
export type Schedule = (person: string, alarm: Alarm | null) => Promise<void>;
export type Alarm = { readonly atMs: number; readonly input: Reminder };

const client = new SchedulerClient({});
const GroupName = process.env.SCHEDULE_GROUP ?? "backstride";
const nameOf = (person: string): string => `r-${person}`;

export const schedule: Schedule = (person, alarm) =>
  alarm === null ? clear(nameOf(person)) : set(inputOf(nameOf(person), alarm));

/** The schedule of an alarm. UTC and `at()`: local time was resolved before, so no rule about clock changes applies here. */
function inputOf(Name: string, alarm: Alarm): CreateScheduleCommandInput {
  const dlq = process.env.SCHEDULE_DLQ_ARN;
  return {
    Name,
    GroupName,
    ScheduleExpression: `at(${new Date(alarm.atMs).toISOString().slice(0, 19)})`,
    ScheduleExpressionTimezone: "UTC",
    FlexibleTimeWindow: { Mode: "OFF" },
    ActionAfterCompletion: "DELETE",
    Target: {
      Arn: process.env.REMIND_ARN,
      RoleArn: process.env.SCHEDULE_ROLE_ARN,
      Input: JSON.stringify(alarm.input),
      // A reminder that is an hour late helps nobody.
      RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 10 },
      ...(dlq === undefined ? {} : { DeadLetterConfig: { Arn: dlq } }),
    },
  };
}

/** There is no upsert: update, else create, and if a rival created it in between, update after all. */
async function set(input: CreateScheduleCommandInput): Promise<void> {
  try {
    await client.send(new UpdateScheduleCommand(input));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await createOrUpdate(input);
  }
}

async function createOrUpdate(input: CreateScheduleCommandInput): Promise<void> {
  try {
    await client.send(new CreateScheduleCommand(input));
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error;
    await client.send(new UpdateScheduleCommand(input));
  }
}

async function clear(Name: string): Promise<void> {
  try {
    await client.send(new DeleteScheduleCommand({ Name, GroupName }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
}
