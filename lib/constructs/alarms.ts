import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type Measured, ownMetric } from "../measured.ts";

/** Something that somebody has to look at. `name` is also the heading of its section in docs/operations.md. */
type Watch = {
  readonly name: string;
  readonly says: string;
  readonly metric: IMetric;
  /** It rings above this … */
  readonly above: number;
  /** … in so many periods of five minutes, one after the other. */
  readonly periods?: number;
};

const FIVE_MINUTES = Duration.minutes(5);
const DAY_S = 86_400;

/** Alarms of one installation and the topic that they tell. Subscribe an address to it: see docs/deploy.md. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, measured: Measured) {
    super(scope, id);
    this.topic = this.createTopic();
    const watches = [
      ...measured.queues.flatMap((queue) => waiting(queue)),
      ...requests(measured),
      ...backlog(measured),
      ...reminders(measured),
    ];
    for (const watch of watches) this.watch(measured.prefix, watch);
  }

  private createTopic(): Topic {
    const topic = new Topic(this, "Topic", { displayName: "Backstride alarms", enforceSSL: true });
    const allowed = new PolicyStatement({
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
    });
    topic.addToResourcePolicy(allowed);
    return topic;
  }

  private watch(prefix: string, { name, says, metric, above, periods = 1 }: Watch): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${prefix}-${name}`,
      alarmDescription: `${says} See docs/operations.md, "${name}".`,
      metric,
      threshold: above,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

function waiting(queue: IQueue): Watch[] {
  const name = queue.node.id.toLowerCase();
  return [
    {
      name: `${name}-dead-letters`,
      says: "Something could not be delivered or handled.",
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
      above: 0,
    },
    {
      name: `${name}-dead-letters-old`,
      says: "A dead letter has waited for more than a day; after fourteen it is gone.",
      metric: queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES }),
      above: DAY_S,
    },
  ];
}

function requests({ api, functions, table }: Measured): Watch[] {
  const period = FIVE_MINUTES;
  const tableThrottles = [table.metric("ReadThrottleEvents"), table.metric("WriteThrottleEvents")];
  return [
    {
      name: "server-errors",
      says: "Requests were answered with 5xx.",
      metric: api.metricServerError({ period, statistic: "Sum" }),
      above: 5,
    },
    {
      name: "functions-throttled",
      says: "Functions were refused to run for a quarter of an hour.",
      metric: combined(
        "SUM",
        [...functions.values()].map((fn) => fn.metricThrottles({ period })),
      ),
      above: 0,
      periods: 3,
    },
    {
      name: "table-throttled",
      says: "The table refused reads or writes.",
      metric: combined(
        "SUM",
        tableThrottles.map((metric) => metric.with({ period, statistic: "Sum" })),
      ),
      above: 0,
      periods: 3,
    },
  ];
}

function backlog({ asynchronous, prefix }: Measured): Watch[] {
  const age = (fn: LambdaFunction) => fn.metric("AsyncEventAge", { period: FIVE_MINUTES, statistic: "Maximum" });
  return [
    {
      name: "events-late",
      says: "An event waited more than ten minutes for its function.",
      metric: combined("MAX", asynchronous.map(age)),
      above: Duration.minutes(10).toMilliseconds(),
    },
    {
      name: "events-quarantined",
      says: "An event could not be kept and was put aside.",
      metric: ownMetric(prefix, "record", "EventsQuarantined", "Sum"),
      above: 0,
    },
  ];
}

function reminders({ prefix }: Measured): Watch[] {
  return [
    {
      name: "reminders-late",
      says: "Reminders were said more than five minutes after their time.",
      metric: ownMetric(prefix, "remind", "ReminderLag", "p90"),
      above: Duration.minutes(5).toMilliseconds(),
    },
  ];
}

/** One number of several metrics; a metric without data does not count. */
function combined(by: "SUM" | "MAX", metrics: readonly IMetric[]): MathExpression {
  const named = metrics.map((metric, index): [string, IMetric] => [`m${index}`, metric]);
  return new MathExpression({
    expression: `${by}([${named.map(([name]) => name).join(",")}])`,
    usingMetrics: Object.fromEntries(named),
    period: FIVE_MINUTES,
  });
}
