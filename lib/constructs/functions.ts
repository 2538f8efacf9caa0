import { join } from "node:path";
import { ArnFormat, Stack } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { EventBus } from "aws-cdk-lib/aws-events";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { FunctionName } from "../../core/contract/routes.ts";
import { ABILITIES, type Ability } from "../abilities.ts";
import type { Measured } from "../measured.ts";
import type { DeadLetters } from "./dead-letters.ts";
import { BundledFunction } from "./function.ts";
import type { Schedules } from "./schedules.ts";

/** An OpenID provider that people may sign in with, and this installation's client there. Its secret is no part of the stack. */
export type ProviderProps = { readonly issuer: string; readonly clientId: string };

export type FunctionsProps = {
  readonly prefix: string;
  readonly bundles: string;
  readonly table: TableV2;
  readonly bus: EventBus;
  readonly key: Key;
  readonly pushKey: Key;
  readonly schedules: Schedules;
  readonly deadLetters: DeadLetters;
  /** The host that people open; its tokens and passkeys are bound to it. */
  readonly domain: string;
  readonly setupCode: string;
  readonly provider: ProviderProps | null;
};

/** Every function, with the environment and the permissions of its abilities and nothing else. */
export class Functions extends Construct {
  private readonly all = new Map<FunctionName, LambdaFunction>();

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    for (const ability of ABILITIES) this.all.set(ability.name, this.build(ability, props));
  }

  get(name: FunctionName): LambdaFunction {
    const found = this.all.get(name);
    if (found === undefined) throw new Error(`There is no function "${name}" in lib/abilities.ts.`);
    return found;
  }

  /** All of them, and those that events and schedules start. */
  get measured(): Pick<Measured, "functions" | "asynchronous"> {
    const asynchronous = ABILITIES.filter((ability) => ability.asynchronous).map(({ name }) => this.get(name));
    return { functions: this.all, asynchronous };
  }

  private build(ability: Ability, props: FunctionsProps): LambdaFunction {
    const built = new BundledFunction(this, ability.name, {
      name: `${props.prefix}-${ability.name}`,
      bundle: join(props.bundles, ability.name),
      description: ability.description,
      environment: environmentOf(ability, props),
      ...(ability.asynchronous ? { onFailure: props.deadLetters.failure } : {}),
    });
    grant(built, ability, props);
    return built.fn;
  }
}

/** A fixed physical name makes this ARN known without a circle from a function to itself. */
export function functionArn(scope: Construct, prefix: string, name: FunctionName): string {
  return Stack.of(scope).formatArn({
    service: "lambda",
    resource: "function",
    resourceName: `${prefix}-${name}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

function environmentOf(ability: Ability, props: FunctionsProps): Record<string, string> {
  return {
    TABLE_NAME: props.table.tableName,
    ...(ability.events.length === 0 ? {} : { BUS_NAME: props.bus.eventBusName }),
    ...(ability.target === undefined ? {} : scheduleEnvironment(props, ability.target)),
    ...(ability.key.length === 0 ? {} : { SIGNING_KEY_ID: props.key.keyId }),
    ...(ability.push.length === 0 ? {} : { PUSH_KEY_ID: props.pushKey.keyId }),
    ...(ability.address ? { DOMAIN: props.domain } : {}),
    ...(ability.accounts ? { SETUP_CODE: props.setupCode, ...providerEnvironment(props) } : {}),
  };
}

/** A SecureString of the Parameter Store that the operator makes: the stack knows only its name. */
const secretName = ({ prefix }: FunctionsProps): string => `/${prefix}/oidc-client-secret`;

function providerEnvironment(props: FunctionsProps): Record<string, string> {
  if (props.provider === null) return {};
  const { issuer, clientId } = props.provider;
  return { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_SECRET_NAME: secretName(props) };
}

function scheduleEnvironment(props: FunctionsProps, target: FunctionName): Record<string, string> {
  return {
    SCHEDULE_GROUP: props.schedules.group.scheduleGroupName,
    SCHEDULE_TARGET_ARN: functionArn(props.table, props.prefix, target),
    SCHEDULE_ROLE_ARN: props.schedules.role.roleArn,
    SCHEDULE_DLQ_ARN: props.deadLetters.schedule.queueArn,
  };
}

function secretArn(props: FunctionsProps): string {
  return Stack.of(props.table).formatArn({
    service: "ssm",
    resource: "parameter",
    resourceName: secretName(props).slice(1),
  });
}

function grant(built: BundledFunction, ability: Ability, props: FunctionsProps): void {
  const named = (service: string, commands: readonly string[]) => commands.map((command) => `${service}:${command}`);
  built.allow(named("dynamodb", ability.table), props.table.tableArn);
  if (ability.events.length > 0) built.allow(named("events", ability.events), props.bus.eventBusArn);
  if (ability.key.length > 0) built.allow(named("kms", ability.key), props.key.keyArn);
  if (ability.push.length > 0) built.allow(named("kms", ability.push), props.pushKey.keyArn);
  if (ability.accounts && props.provider !== null) built.allow(["ssm:GetParameter"], secretArn(props));
  if (ability.schedules.length === 0) return;
  built.allow(named("scheduler", ability.schedules), props.schedules.scheduleArn);
  built.allow(["iam:PassRole"], props.schedules.role.roleArn, {
    StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" },
  });
}
