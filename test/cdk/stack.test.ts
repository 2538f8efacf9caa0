import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { LOG_EVENT_TYPES } from "../../core/contract/event.ts";
import { ROUTES } from "../../core/contract/routes.ts";
import { ROOT } from "../../local/root.ts";
import { synthesizedStack } from "./synthesized.ts";
import { type Built, type Properties, references } from "./template.ts";

let stack: Built;
beforeAll(async () => {
  // With the checks of cdk-nag: a finding that nobody acknowledged makes the synthesis throw.
  stack = await synthesizedStack({ stage: "test" });
});

const functionNamed = (name: string): string => {
  const found = stack.of("AWS::Lambda::Function").find(([, { Properties }]) => Properties.FunctionName === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found[0];
};

describe("every function", () => {
  it("runs the same runtime, on arm64, with the same memory and time, and keeps its log a month", () => {
    const functions = stack.of("AWS::Lambda::Function");
    expect(functions).toHaveLength(9);
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        MemorySize: 512,
        Timeout: 10,
      });
      const [log] = references(Properties.LoggingConfig);
      expect(stack.template.Resources[log ?? ""]?.Properties).toMatchObject({ RetentionInDays: 30 });
    }
  });

  it("that events or schedules start is tried three times and then kept in a queue", () => {
    const configured = stack.of("AWS::Lambda::EventInvokeConfig").map(([, { Properties }]) => {
      expect(Properties).toMatchObject({
        MaximumRetryAttempts: 2,
        MaximumEventAgeInSeconds: 21_600,
        Qualifier: "$LATEST",
      });
      expect(references(Properties.DestinationConfig)).toEqual([expect.stringContaining("Failure")]);
      return references(Properties.FunctionName)[0];
    });
    const targets = stack
      .of("AWS::Events::Rule")
      .flatMap(([, { Properties }]) => references((Properties.Targets as Properties[])[0]?.Arn));
    expect(configured.sort()).toEqual([...new Set([...targets, functionNamed("backstride-test-remind")])].sort());
  });
});

describe("every rule", () => {
  it("has a dead-letter queue and a retry policy for its target", () => {
    for (const [, { Properties }] of stack.of("AWS::Events::Rule")) {
      for (const target of Properties.Targets as Properties[]) {
        expect(references(target.DeadLetterConfig)).toEqual([expect.stringContaining("Rule")]);
        expect(target.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 });
      }
    }
  });

  it("sends what comes in to record, progress to plan, reminders to push, and deleted accounts to erase", () => {
    const wired = stack
      .of("AWS::Events::Rule")
      .map(([, { Properties }]) => [
        (Properties.EventPattern as Properties)["detail-type"],
        references((Properties.Targets as Properties[])[0]?.Arn)[0],
      ]);
    expect(wired).toContainEqual([[...LOG_EVENT_TYPES], functionNamed("backstride-test-record")]);
    expect(wired).toContainEqual([["progress.updated.v1"], functionNamed("backstride-test-plan")]);
    expect(wired).toContainEqual([["account.deleted.v1"], functionNamed("backstride-test-erase")]);
    expect(wired).toContainEqual([["reminder.due.v1"], functionNamed("backstride-test-push")]);
    expect(wired).toHaveLength(4);
  });
});

describe("every route of the contract", () => {
  const routeOf = (key: string) =>
    stack.of("AWS::ApiGatewayV2::Route").find(([, { Properties }]) => Properties.RouteKey === key)?.[1];

  it.each(ROUTES)(
    "$method $path goes to $handler and is guarded by its scope ($scope)",
    ({ method, path, handler, scope }) => {
      const route = routeOf(`${method} ${path}`);
      const [integration] = references(route?.Properties.Target);
      expect(references(stack.template.Resources[integration ?? ""]?.Properties.IntegrationUri)).toEqual([
        functionNamed(`backstride-test-${handler}`),
      ]);
      expect(route?.Properties.AuthorizationType).toBe(scope === null ? "NONE" : "CUSTOM");
      expect(references(route?.Properties.AuthorizerId)).toHaveLength(scope === null ? 0 : 1);
    },
  );

  it("is the only kind of route there is", () => {
    expect(stack.of("AWS::ApiGatewayV2::Route")).toHaveLength(ROUTES.length);
  });

  it("is guarded by authorize, whose verdict is never kept", () => {
    const [[, authorizer] = []] = stack.of("AWS::ApiGatewayV2::Authorizer");
    expect(authorizer?.Properties).toMatchObject({
      AuthorizerType: "REQUEST",
      AuthorizerPayloadFormatVersion: "2.0",
      AuthorizerResultTtlInSeconds: 0,
      EnableSimpleResponses: true,
    });
    expect(authorizer?.Properties).not.toHaveProperty("IdentitySource");
    expect(references(authorizer?.Properties.AuthorizerUri)).toContain(functionNamed("backstride-test-authorize"));
  });

  it("is throttled and logged, without an address in the log", () => {
    const [[, stage] = []] = stack.of("AWS::ApiGatewayV2::Stage");
    expect(stage?.Properties.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 });
    const log = stage?.Properties.AccessLogSettings as Properties;
    expect(references(log.DestinationArn)).toHaveLength(1);
    expect(log.Format).not.toMatch(/sourceIp|userAgent|path|authorizer/i);
    const known = new Set(ROUTES.map(({ method, path }) => `${method} ${path}`));
    expect(Object.keys(stage?.Properties.RouteSettings as Properties).filter((key) => !known.has(key))).toEqual([]);
  });
});

describe("what must not be lost", () => {
  it("the table stays when the stack goes, refuses deletion, and can be put back to any second", () => {
    const [[, table] = []] = stack.of("AWS::DynamoDB::GlobalTable");
    expect(table).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
    expect(table?.Properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      Replicas: [
        { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ],
    });
    expect(table?.Properties).not.toHaveProperty("GlobalSecondaryIndexes");
  });

  it("the signing key stays too", () => {
    const [[, key] = []] = stack.of("AWS::KMS::Key");
    expect(key).toMatchObject({
      DeletionPolicy: "Retain",
      Properties: { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" },
    });
  });

  it("events are archived for 14 days, and dead letters wait as long", () => {
    const [[, archive] = []] = stack.of("AWS::Events::Archive");
    expect(archive?.Properties.RetentionDays).toBe(14);
    const queues = stack.of("AWS::SQS::Queue");
    expect(queues.map(([, { Properties }]) => Properties.MessageRetentionPeriod)).toEqual([
      1_209_600, 1_209_600, 1_209_600,
    ]);
  });
});

it("no resource needs another that needs it back, so the stack can be deployed", () => {
  const { Resources } = stack.template;
  const finished = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) throw new Error(`circle: ${[...path, id].join(" → ")}`);
    if (finished.has(id) || Resources[id] === undefined) return;
    const { DependsOn } = Resources[id] as { DependsOn?: string[] };
    for (const next of [...references(Resources[id]?.Properties), ...(DependsOn ?? [])]) visit(next, [...path, id]);
    finished.add(id);
  };
  for (const id of Object.keys(Resources)) visit(id, []);
  expect(finished.size).toBe(Object.keys(Resources).length);
});

it("prints what docs/deploy.md goes on with, and nothing else", () => {
  const deploy = readFileSync(join(ROOT, "docs", "deploy.md"), "utf8");
  const outputs = Object.keys(stack.template.Outputs);
  expect(outputs.sort()).toEqual(["AlarmTopic", "ApiUrl", "DashboardBucket", "DashboardUrl", "FirstAccountCode"]);
  expect(outputs.filter((output) => !deploy.includes(output))).toEqual([]);
});

it("gives the functions the very code that it prints, with the random-most group of the stack's id in it", () => {
  const { Value } = stack.template.Outputs.FirstAccountCode as Properties;
  const functions = stack.of("AWS::Lambda::Function").map(([, { Properties }]) => Properties);
  const codes = functions.map(({ Environment }) => (Environment as { Variables: Properties }).Variables.SETUP_CODE);
  expect(codes.filter((code) => code !== undefined)).toEqual([Value]);
  expect(
    JSON.stringify(Value)
      .match(/"Fn::Select":\[(\d),\{"Fn::Split":\["-"/g)
      ?.map((part) => part[14]),
  ).toEqual(["0", "1", "4"]);
});

it("keeps the asset of a function to the bundle alone", () => {
  expect(existsSync(`${stack.bundles}/read/index.mjs`)).toBe(true);
  expect(existsSync(`${stack.bundles}/read/index.mjs.map`)).toBe(false);
});
