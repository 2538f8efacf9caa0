import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { FunctionName } from "../core/contract/routes.ts";

/** What alarms and dashboard look at. */
export type Measured = {
  /** Begins the name of everything that has one. */
  readonly prefix: string;
  readonly api: HttpApi;
  readonly table: MeasuredTable;
  readonly functions: ReadonlyMap<FunctionName, LambdaFunction>;
  /** Those that events and schedules start. */
  readonly asynchronous: readonly LambdaFunction[];
  /** The dead-letter queues. */
  readonly queues: readonly IQueue[];
};

export type MeasuredTable = { readonly metric: (name: string) => Metric };

/** A metric that a function writes into its log (`metric` in lambdas/adapters/log.ts). */
export function ownMetric(prefix: string, name: FunctionName, metricName: string, statistic: string): Metric {
  return new Metric({
    namespace: "Backstride",
    metricName,
    dimensionsMap: { Function: `${prefix}-${name}` },
    statistic,
    period: Duration.minutes(5),
  });
}
