import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

export type SchedulesProps = { readonly targetArns: readonly string[]; readonly undelivered: IQueue };

/** One schedule per person lives in this group, and the second look after a deletion; they may start the functions behind those and nothing else. */
export class Schedules extends Construct {
  readonly group: ScheduleGroup;
  readonly role: Role;
  /** Every schedule that a function may write: `r-<person>` in this group. */
  readonly scheduleArn: string;

  constructor(scope: Construct, id: string, name: string, props: SchedulesProps) {
    super(scope, id);
    this.group = new ScheduleGroup(this, "Group", {
      scheduleGroupName: name,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    this.role.addToPolicy(
      new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [...props.targetArns] }),
    );
    this.role.addToPolicy(
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [props.undelivered.queueArn] }),
    );
    this.scheduleArn = Stack.of(this).formatArn({
      service: "scheduler",
      resource: "schedule",
      resourceName: `${name}/r-*`,
    });
  }
}
