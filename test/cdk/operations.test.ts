import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ABILITIES } from "../../lib/abilities.ts";
import { ROOT } from "../../local/root.ts";
import { type Built, builtStack, type Properties, references } from "./template.ts";

let stack: Built;
beforeAll(async () => {
  stack = await builtStack();
});

const alarms = (): Properties[] => stack.of("AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
const nameOf = (alarm: Properties): string => String(alarm.AlarmName).replace("backstride-main-", "");
const functions = (): string[] => stack.of("AWS::Lambda::Function").map(([id]) => id);

function alarm(name: string): Properties {
  const found = alarms().find((one) => nameOf(one) === name);
  if (found === undefined) throw new Error(`no alarm ${name}`);
  return found;
}

describe("every alarm", () => {
  it("tells the topic, says nothing while there is nothing to say, and is named after its stage", () => {
    const [[topic] = []] = stack.of("AWS::SNS::Topic");
    for (const one of alarms()) {
      expect(references(one.AlarmActions)).toEqual([topic]);
      expect(one.TreatMissingData).toBe("notBreaching");
      expect(one.AlarmName).toMatch(/^backstride-main-[a-z-]+$/);
    }
  });

  it("has a section in docs/operations.md, and no section is about an alarm that is not there", () => {
    const text = readFileSync(join(ROOT, "docs", "operations.md"), "utf8");
    const sections = [...text.matchAll(/^### `([a-z-]+)`/gm)].map(([, name]) => name);
    expect(sections.sort()).toEqual(alarms().map(nameOf).sort());
    for (const one of alarms()) expect(one.AlarmDescription).toContain(`"${nameOf(one)}"`);
  });
});

describe("the alarms", () => {
  it("watch how many dead letters wait in each queue, and how long the oldest has", () => {
    const queues = stack.of("AWS::SQS::Queue").map(([id]) => id);
    const watching = (metric: string) =>
      alarms()
        .filter(({ MetricName }) => MetricName === metric)
        .flatMap(({ Dimensions }) => references(Dimensions));
    expect(watching("ApproximateNumberOfMessagesVisible").sort()).toEqual(queues.sort());
    expect(watching("ApproximateAgeOfOldestMessage").sort()).toEqual(queues.sort());
  });

  it("watch throttles of every function, and the age of events for every function that events start", () => {
    expect([...new Set(references(alarm("functions-throttled").Metrics))].sort()).toEqual(functions().sort());
    const started = stack
      .of("AWS::Lambda::EventInvokeConfig")
      .map(([, { Properties }]) => references(Properties.FunctionName)[0]);
    expect([...new Set(references(alarm("events-late").Metrics))].sort()).toEqual(started.sort());
  });

  it("watch 5xx of the API and refusals of the table", () => {
    expect(references(alarm("server-errors").Dimensions)).toEqual([stack.of("AWS::ApiGatewayV2::Api")[0]?.[0]]);
    expect(new Set(references(alarm("table-throttled").Metrics))).toEqual(
      new Set([stack.of("AWS::DynamoDB::GlobalTable")[0]?.[0]]),
    );
  });

  it.each([
    ["reminders-late", "remind"],
    ["events-quarantined", "record"],
  ])("%s watches a metric that the function %s writes, under its own name", (name, writer) => {
    const { Namespace, MetricName, Dimensions } = alarm(name);
    const code = readFileSync(join(stack.bundles, writer, "index.mjs"), "utf8");
    expect(code).toContain(`"${MetricName}"`);
    expect([Namespace, Dimensions]).toEqual(["Backstride", [{ Name: "Function", Value: `backstride-main-${writer}` }]]);
  });
});

it("the topic takes alarms of this account and nothing that is not encrypted on its way", () => {
  const [[, policy] = []] = stack.of("AWS::SNS::TopicPolicy");
  const { Statement = [] } = (policy?.Properties.PolicyDocument ?? {}) as { Statement?: Properties[] };
  expect(Statement.filter(({ Effect }) => Effect === "Allow")).toMatchObject([
    {
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: "sns:Publish",
      Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
    },
  ]);
  expect(Statement.filter(({ Effect }) => Effect === "Deny")).toMatchObject([
    { Condition: { Bool: { "aws:SecureTransport": "false" } } },
  ]);
});

it("the dashboard shows every function, queue, the table and the API", () => {
  const [[, dashboard] = []] = stack.of("AWS::CloudWatch::Dashboard");
  expect(dashboard?.Properties.DashboardName).toBe("backstride-main");
  const shown = new Set(references(dashboard?.Properties.DashboardBody));
  const types = ["AWS::Lambda::Function", "AWS::SQS::Queue", "AWS::DynamoDB::GlobalTable", "AWS::ApiGatewayV2::Api"];
  const there = types.flatMap((type) => stack.of(type).map(([id]) => id));
  expect(there.filter((id) => !shown.has(id))).toEqual([]);
  expect(there.length).toBe(ABILITIES.length + 5);
});

it("docs/operations.md names each permission that the commands for a stack need", () => {
  const text = readFileSync(join(ROOT, "docs", "operations.md"), "utf8");
  const files = ["bin/place", "bin/doctor"].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((file) => readFileSync(join(ROOT, folder, file), "utf8")),
  );
  const sent = new Set(
    files.flatMap((code) => [...code.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name ?? "")),
  );
  // The whole table is read on one's own computer only.
  sent.delete("Scan");
  const actions = [...sent].map((name) => (name === "Invoke" ? "InvokeFunction" : name));
  expect(actions).toContain("StartReplay");
  expect(actions.filter((action) => !new RegExp(`\\b[a-z]+:${action}\\b`).test(text))).toEqual([]);
});
