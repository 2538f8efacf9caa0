import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import type { SchedulerClient } from "@aws-sdk/client-scheduler";

/** An installation as a command reaches it, on this computer or on AWS: the same SDK calls, other addresses. */
export type Place = {
  readonly table: DynamoDBClient;
  readonly bus: EventBridgeClient;
  readonly scheduler: SchedulerClient;
  readonly tableName: string;
  readonly busName: string;
  readonly scheduleGroup: string;
  /** Epoch milliseconds of the installation's own clock, once what was put on its bus has been handled. */
  readonly settled: () => Promise<number>;
};

type Config = {
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
};
export type Endpoints = { readonly table?: string; readonly services?: string };

/** The clients. Loaded here and not with the command line, which is quicker without them. */
export async function clientsFor(config: Config, { table, services }: Endpoints) {
  // The SDK here is the one in the lockfile: what a later one will need is no news to who runs a command.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const [dynamo, events, schedules] = await Promise.all([
    import("@aws-sdk/client-dynamodb"),
    import("@aws-sdk/client-eventbridge"),
    import("@aws-sdk/client-scheduler"),
  ]);
  const at = (endpoint: string | undefined) => (endpoint === undefined ? config : { ...config, endpoint });
  return {
    table: new dynamo.DynamoDBClient(at(table)),
    bus: new events.EventBridgeClient(at(services)),
    scheduler: new schedules.SchedulerClient(at(services)),
  };
}
