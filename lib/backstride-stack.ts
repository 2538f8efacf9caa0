import { CfnOutput, Fn, Stack, type StackProps } from "aws-cdk-lib";
import { KeySpec } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { ACCOUNT_DELETED, REMINDER_DUE } from "../core/contract/bus.ts";
import { LOG_EVENT_TYPES } from "../core/contract/event.ts";
import { ROUTES } from "../core/contract/routes.ts";
import { acknowledgeFindings } from "./acknowledgements.ts";
import { Alarms } from "./constructs/alarms.ts";
import { Api } from "./constructs/api.ts";
import { Bus } from "./constructs/bus.ts";
import { OperationsDashboard } from "./constructs/dashboard.ts";
import { DeadLetters } from "./constructs/dead-letters.ts";
import { Functions, functionArn, type ProviderProps } from "./constructs/functions.ts";
import { Schedules } from "./constructs/schedules.ts";
import { SigningKey } from "./constructs/signing-key.ts";
import { Site } from "./constructs/site.ts";
import { DataTable } from "./constructs/table.ts";
import type { Measured } from "./measured.ts";

export type BackstrideStackProps = StackProps & {
  /** Several installations of one account are told apart by their stage. */
  readonly stage: string;
  /** Where people may sign in besides; null: nowhere. */
  readonly provider: ProviderProps | null;
  /** The folder with one bundle per function. */
  readonly bundles: string;
};

/** The whole cloud of Backstride. The local host runs this very template, so this is also the wiring of one computer. */
export class BackstrideStack extends Stack {
  constructor(scope: Construct, id: string, props: BackstrideStackProps) {
    super(scope, id, props);
    const prefix = `backstride-${props.stage}`;
    const deadLetters = new DeadLetters(this, "DeadLetters");
    const { table } = new DataTable(this, "Data");
    const bus = new Bus(this, "Events", { name: prefix, undelivered: deadLetters.rule });
    const { key } = new SigningKey(this, "Signing", {
      description: "Signs the access tokens of Backstride",
      keySpec: KeySpec.RSA_2048,
    });
    const { key: pushKey } = new SigningKey(this, "PushSigning", {
      description: "Signs what Backstride sends to push services (RFC 8292)",
      keySpec: KeySpec.ECC_NIST_P256,
    });
    const schedules = new Schedules(this, "Schedules", prefix, {
      targetArns: [functionArn(this, prefix, "remind"), functionArn(this, prefix, "erase")],
      undelivered: deadLetters.schedule,
    });
    const api = new Api(this, "Http", prefix);
    const site = new Site(this, "Site", api.api);
    const setupCode = this.setupCode();
    const functions = new Functions(this, "Functions", {
      prefix,
      bundles: props.bundles,
      table,
      bus: bus.bus,
      key,
      pushKey,
      schedules,
      deadLetters,
      domain: site.distribution.distributionDomainName,
      setupCode,
      provider: props.provider,
    });
    api.addRoutes({ routes: ROUTES, handlerOf: (name) => functions.get(name), authorize: functions.get("authorize") });
    this.route(bus, functions);
    this.watch({ prefix, api: api.api, table, queues: deadLetters.all, ...functions.measured });
    this.outputs(site, api, setupCode);
    acknowledgeFindings(this, prefix);
  }

  private route(bus: Bus, functions: Functions): void {
    bus.route("LogEvents", LOG_EVENT_TYPES, functions.get("record"));
    bus.route("Deletions", [ACCOUNT_DELETED], functions.get("erase"));
    bus.route("Reminders", [REMINDER_DUE], functions.get("push"));
    bus.route("Progress", ["progress.updated.v1"], functions.get("plan"));
  }

  private watch(measured: Measured): void {
    const { topic } = new Alarms(this, "Alarms", measured);
    new OperationsDashboard(this, "Operations", measured);
    new CfnOutput(this, "AlarmTopic", { value: topic.topicArn });
  }

  /** Part of this stack's own id: nobody has to choose it, the deployment prints it, and the first account makes it worthless. */
  private setupCode(): string {
    const uuid = Fn.select(2, Fn.split("/", this.stackId));
    const groups = Fn.split("-", uuid);
    // The last group as well: of a UUID made from the time and the place, the first ones alone can be guessed.
    return Fn.join("-", [Fn.select(0, groups), Fn.select(1, groups), Fn.select(4, groups)]);
  }

  private outputs(site: Site, api: Api, setupCode: string): void {
    new CfnOutput(this, "DashboardUrl", { value: `https://${site.distribution.distributionDomainName}` });
    new CfnOutput(this, "ApiUrl", { value: api.api.apiEndpoint });
    new CfnOutput(this, "DashboardBucket", { value: site.bucket.bucketName });
    new CfnOutput(this, "FirstAccountCode", { value: setupCode });
  }
}
