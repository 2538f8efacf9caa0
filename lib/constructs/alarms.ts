import { Duration } from "aws-cdk-lib";
import { ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/** Somebody has to look as soon as one thing waits in a dead-letter queue. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, queues: readonly IQueue[]) {
    super(scope, id);
    for (const queue of queues) {
      queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }).createAlarm(this, queue.node.id, {
        alarmDescription: "Something could not be delivered or handled; see docs/operations.md",
        threshold: 0,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    }
  }
}
