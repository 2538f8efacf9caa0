import { Duration } from "aws-cdk-lib";
import { Dashboard, GraphWidget, type IMetric, type IWidget } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { type Measured, ownMetric } from "../measured.ts";

const period = Duration.minutes(5);
const HALF = 12;

/** One page for whoever runs an installation: what comes in, how it is handled, what waits, what the table does. */
export class OperationsDashboard extends Construct {
  constructor(scope: Construct, id: string, measured: Measured) {
    super(scope, id);
    new Dashboard(this, "Dashboard", {
      dashboardName: measured.prefix,
      defaultInterval: Duration.days(1),
      widgets: [requests(measured), events(measured), functions(measured), waiting(measured)],
    });
  }
}

const graph = (title: string, left: readonly IMetric[], right: readonly IMetric[] = []): IWidget =>
  new GraphWidget({ title, left: [...left], right: [...right], width: HALF, period });

function requests({ api }: Measured): IWidget[] {
  return [
    graph("Requests", [
      api.metricCount({ period }),
      api.metricClientError({ period }),
      api.metricServerError({ period }),
    ]),
    graph(
      "Time to answer (ms)",
      ["p50", "p95"].map((statistic) => api.metricLatency({ period, statistic })),
    ),
  ];
}

function events({ prefix }: Measured): IWidget[] {
  const counted = (name: "ingest" | "record", metric: string) => ownMetric(prefix, name, metric, "Sum");
  return [
    graph("Events", [
      ...["EventsAcked", "EventsRejected", "EventsToRetry"].map((metric) => counted("ingest", metric)),
      ...["EventsQuarantined", "EventsAfterDeletion"].map((metric) => counted("record", metric)),
    ]),
    graph(
      "Reminders: how late (ms)",
      ["p50", "p90"].map((stat) => ownMetric(prefix, "remind", "ReminderLag", stat)),
    ),
  ];
}

function functions({ functions: all, asynchronous }: Measured): IWidget[] {
  const each = [...all.values()];
  const errors = each.map((fn) => fn.metricErrors({ period }));
  const throttles = each.map((fn) => fn.metricThrottles({ period }));
  const ages = asynchronous.map((fn) => fn.metric("AsyncEventAge", { period, statistic: "Maximum" }));
  return [
    graph("Functions: failed and refused", errors, throttles),
    graph(
      "Functions: time (ms), and age of what they are given (ms)",
      each.map((fn) => fn.metricDuration({ period, statistic: "p95" })),
      ages,
    ),
  ];
}

function waiting({ queues, table }: Measured): IWidget[] {
  const sum = (name: string) => table.metric(name).with({ period, statistic: "Sum" });
  return [
    graph(
      "Dead letters",
      queues.map((queue) => queue.metricApproximateNumberOfMessagesVisible({ period })),
    ),
    graph(
      "Table: units, and refused",
      [sum("ConsumedReadCapacityUnits"), sum("ConsumedWriteCapacityUnits")],
      [sum("ReadThrottleEvents"), sum("WriteThrottleEvents")],
    ),
  ];
}
