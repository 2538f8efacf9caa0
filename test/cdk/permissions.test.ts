import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "../../core/contract/routes.ts";
import { ABILITIES } from "../../lib/abilities.ts";
import { type Built, builtStack, type Properties, type Resource, references } from "./template.ts";

/** Five in a hundred below the budget of `bench/budgets.ts`, so that there is room for a change. */
const MAX_BUNDLE_BYTES = 380_000;
const NAMES = ABILITIES.map(({ name }) => name);

let stack: Built;
beforeAll(async () => {
  stack = await builtStack();
});

type Statement = { Action: string | string[]; Resource: unknown; Effect: string };
const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

const statements = (): Statement[] =>
  stack
    .of("AWS::IAM::Policy")
    .flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);

function propertiesOf(name: string): Properties {
  const named = ([, resource]: [string, Resource]) => resource.Properties.FunctionName === `backstride-main-${name}`;
  const found = stack.of("AWS::Lambda::Function").find(named);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found[1].Properties;
}

function statementsOf(name: string): Statement[] {
  const [role] = references(propertiesOf(name).Role);
  const policies = stack
    .of("AWS::IAM::Policy")
    .filter(([, { Properties }]) => references(Properties.Roles).includes(String(role)));
  return policies.flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);
}

/** The commands of the SDK that survived into a bundle, by service, read from esbuild's own account of it. */
function commandsIn(name: string): string[] {
  const metafile = JSON.parse(readFileSync(join(stack.bundles, `${name}.meta.json`), "utf8")) as {
    outputs: Record<string, { entryPoint?: string; inputs: Record<string, { bytesInOutput: number }> }>;
  };
  const output = Object.values(metafile.outputs).find((candidate) => candidate.entryPoint !== undefined);
  const present = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return present.flatMap(([path]) => {
    const [, service, command] = /@aws-sdk\/client-(\w+)\/.*\/commands\/(\w+)Command\.js$/.exec(path) ?? [];
    // The table's client brings this one along for endpoint discovery, which is off unless asked for.
    if (service === undefined || command === "DescribeEndpoints") return [];
    return [`${service === "eventbridge" ? "events" : service}:${command}`];
  });
}

describe.each(NAMES)("%s", (name) => {
  it("may do exactly what the commands in its bundle do", () => {
    const actions = statementsOf(name).flatMap(({ Action }) => listOf(Action));
    const ofServices = actions.filter((action) => /^(dynamodb|events|scheduler|kms):/.test(action));
    // One action may be allowed on two keys.
    expect([...new Set(ofServices)].sort()).toEqual(commandsIn(name).sort());
  });

  it("has only what is given to functions besides: its log, its failures, its schedules' role", () => {
    const actions = statementsOf(name).flatMap(({ Action }) => listOf(Action));
    const others = actions.filter((action) => !/^(dynamodb|events|scheduler|kms):/.test(action));
    const allowed = ["iam:PassRole", "logs:CreateLogStream", "logs:PutLogEvents"];
    expect(others.filter((action) => !allowed.includes(action) && !action.startsWith("sqs:"))).toEqual([]);
  });

  it("knows the environment that its code reads, and nothing else", () => {
    const { Variables } = propertiesOf(name).Environment as { Variables: object };
    const given = Object.keys(Variables);
    const code = readFileSync(join(stack.bundles, name, "index.mjs"), "utf8");
    expect(given.filter((variable) => !code.includes(`process.env.${variable}`))).toEqual([]);
    const ours = /process\.env\.((?:TABLE|BUS|SCHEDULE|REMIND|SIGNING|PUSH|DOMAIN|SETUP)\w*)/g;
    expect([...new Set(Array.from(code.matchAll(ours), ([, variable]) => variable))].sort()).toEqual(given.sort());
  });

  it("is smaller than 380 KB", () => {
    expect(statSync(join(stack.bundles, name, "index.mjs")).size).toBeLessThan(MAX_BUNDLE_BYTES);
  });
});

describe("permissions", () => {
  it("name their resources; the one pattern is a person's schedule in our group", () => {
    const resources = statements().flatMap(({ Resource }) => listOf(Resource));
    const patterns = resources.map((resource) => JSON.stringify(resource)).filter((resource) => resource.includes("*"));
    expect(patterns.filter((pattern) => !pattern.includes(":schedule/backstride-main/r-*"))).toEqual([]);
    expect(resources).not.toContain("*");
  });

  it("name their actions", () => {
    expect(
      statements()
        .flatMap(({ Action }) => listOf(Action))
        .filter((action) => action.includes("*")),
    ).toEqual([]);
  });

  it("come from a role per function, without a managed policy", () => {
    const roles = stack.of("AWS::Lambda::Function").flatMap(([, { Properties }]) => references(Properties.Role));
    expect(new Set(roles).size).toBe(NAMES.length);
    for (const [, { Properties }] of stack.of("AWS::IAM::Role"))
      expect(Properties).not.toHaveProperty("ManagedPolicyArns");
  });
});

it("answers slower wherever a code, a passphrase or a token could be guessed", () => {
  const [[, stage] = []] = stack.of("AWS::ApiGatewayV2::Stage");
  const settings = stage?.Properties.RouteSettings as Record<string, Properties>;
  expect(Object.keys(settings)).toEqual(
    expect.arrayContaining([
      "POST /v1/auth/passphrase",
      "POST /v1/auth/recovery/login",
      "POST /v1/auth/passphrase/login",
      "POST /v1/auth/passphrase/register",
      "POST /v1/auth/passkey/login",
      "POST /v1/auth/passkey/register",
      "POST /v1/auth/passkey/register-options",
      "POST /v1/auth/oidc/login",
      "POST /v1/auth/oidc/options",
      "POST /v1/pair/confirm",
      "POST /v1/pair/start",
      "POST /v1/pair/token",
      "POST /v1/token",
    ]),
  );
  const routes = ROUTES.map(({ method, path }) => `${method} ${path}`);
  for (const [route, { ThrottlingRateLimit }] of Object.entries(settings)) {
    expect(routes).toContain(route);
    expect(ThrottlingRateLimit).toBe(20);
  }
});
