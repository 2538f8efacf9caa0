import { AwsError } from "./protocol.ts";

/** One schedule, as it was asked for. */
export type Schedule = {
  readonly Name: string;
  readonly GroupName: string;
  readonly ScheduleExpression: string;
  readonly State: "ENABLED" | "DISABLED";
  readonly ActionAfterCompletion: "DELETE" | "NONE";
  readonly FlexibleTimeWindow: unknown;
  readonly Target: {
    readonly Arn: string;
    readonly RoleArn: string;
    readonly Input?: string;
    readonly DeadLetterConfig?: { readonly Arn: string };
  };
  /** It has run and stays only because nobody asked to delete it. */
  readonly fired?: true;
};

const AT = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/;

/**
 * Checks what a function asks for.
 * @throws AwsError ValidationException when AWS would refuse it, or when it is more than this host does (only `at()` in UTC)
 */
export function scheduleOf(
  body: Readonly<Record<string, unknown>>,
  group: string,
  name: string,
  knows: (functionArn: string) => boolean,
): Schedule {
  const target = body.Target as Partial<Schedule["Target"]> | undefined;
  const zone = body.ScheduleExpressionTimezone ?? "UTC";
  const expression = String(body.ScheduleExpression);
  check(/^[0-9A-Za-z_.-]{1,64}$/.test(name), `The name ${name} is not valid.`);
  check(AT.test(expression), `Only at(yyyy-mm-ddThh:mm:ss) is known here, not ${expression}.`);
  check(!Number.isNaN(Date.parse(`${expression.slice(3, -1)}Z`)), `There is no such moment: ${expression}.`);
  check(zone === "UTC", `Only the time zone UTC is known here, not ${zone}.`);
  check(body.FlexibleTimeWindow !== undefined, "FlexibleTimeWindow is required.");
  check(
    typeof target?.Arn === "string" && knows(target.Arn),
    `The target ${target?.Arn} is no function of this stack.`,
  );
  check(typeof target?.RoleArn === "string", "Target.RoleArn is required.");
  return {
    Name: name,
    GroupName: group,
    ScheduleExpression: expression,
    State: body.State === "DISABLED" ? "DISABLED" : "ENABLED",
    ActionAfterCompletion: body.ActionAfterCompletion === "DELETE" ? "DELETE" : "NONE",
    FlexibleTimeWindow: body.FlexibleTimeWindow,
    Target: target as Schedule["Target"],
  };
}

/** When it is due, Unix milliseconds. */
export function dueAtOf(schedule: Schedule): number {
  return Date.parse(`${schedule.ScheduleExpression.slice(3, -1)}Z`);
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new AwsError(400, "ValidationException", message);
}
