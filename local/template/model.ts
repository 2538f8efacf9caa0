import { existsSync } from "node:fs";
import { join } from "node:path";
import type { KeyWanted } from "../aws/keys.ts";
import type { ArchiveSpec } from "../bus/archive.ts";
import { HostError } from "../error.ts";
import type { Resolve } from "./resolve.ts";
import { ofType, type Template } from "./resources.ts";

export type FunctionSpec = {
  readonly name: string;
  readonly arn: string;
  /** Path of the deployed module, inside the assembly. */
  readonly module: string;
  readonly export: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly retries: number;
  readonly maxAgeMs: number;
  /** ARN of the queue for calls that failed for good; null when the template names none. */
  readonly onFailure: string | null;
};

/** Whether the API calls it, so that somebody waits for its answer. */
export function answersPeople({ arn }: FunctionSpec, routes: readonly RouteSpec[]): boolean {
  return routes.some(({ functionArn, authorizer }) => functionArn === arn || authorizer === arn);
}

export type TargetSpec = { readonly functionArn: string; readonly deadLetter: string | null };
export type RuleSpec = {
  readonly name: string;
  readonly bus: string;
  readonly pattern: unknown;
  readonly targets: readonly TargetSpec[];
};
export type RouteSpec = {
  readonly key: string;
  readonly functionArn: string;
  /** ARN of the function that is asked who is calling; null: anybody may. */
  readonly authorizer: string | null;
};

type Properties = Readonly<Record<string, unknown>>;
type Reader = { readonly template: Template; readonly resolve: Resolve };

const text = (value: unknown): string => String(value);
const resolved = ({ resolve }: Reader, properties: Properties) => resolve(properties) as Record<string, unknown>;
const arnOf = ({ resolve }: Reader, id: string) => text(resolve({ "Fn::GetAtt": [id, "Arn"] }));

export function functionsOf(reader: Reader, assembly: string): FunctionSpec[] {
  const invokeConfigs = ofType(reader.template, "AWS::Lambda::EventInvokeConfig").map(([, properties]) =>
    resolved(reader, properties),
  );
  return ofType(reader.template, "AWS::Lambda::Function").map(([id, properties]) => {
    const { Code, Environment, Handler, Timeout, MemorySize } = properties as {
      Code: { S3Key?: string };
      Environment?: { Variables?: Record<string, unknown> };
    } & Properties;
    const name = text(reader.resolve({ Ref: id }));
    const [file, exported] = text(Handler).split(".");
    const invoke = invokeConfigs.find((config) => config.FunctionName === name);
    return {
      name,
      arn: arnOf(reader, id),
      module: moduleOf(assembly, id, text(Code.S3Key), text(file)),
      export: text(exported),
      environment: reader.resolve(Environment?.Variables ?? {}) as Record<string, string>,
      timeoutMs: Number(Timeout ?? 3) * 1000,
      memoryMb: Number(MemorySize ?? 128),
      ...asynchronousOf(invoke),
    };
  });
}

function asynchronousOf(config: Properties | undefined) {
  const destination = config?.DestinationConfig as { OnFailure?: { Destination?: string } } | undefined;
  return {
    retries: Number(config?.MaximumRetryAttempts ?? 2),
    maxAgeMs: Number(config?.MaximumEventAgeInSeconds ?? 21_600) * 1000,
    onFailure: destination?.OnFailure?.Destination ?? null,
  };
}

function moduleOf(assembly: string, id: string, key: string, file: string): string {
  const path = join(assembly, `asset.${key.replace(/\.zip$/, "")}`, `${file}.mjs`);
  if (!existsSync(path)) throw new HostError(`The bundle of ${id} is missing (${path}). Run: node bin/synth.mjs`);
  return path;
}

type RawTarget = { Arn: string; DeadLetterConfig?: { Arn: string } } & Record<string, unknown>;
const TARGET_KEYS: ReadonlySet<string> = new Set(["Arn", "Id", "DeadLetterConfig", "RetryPolicy"]);

export function rulesOf(reader: Reader): RuleSpec[] {
  return ofType(reader.template, "AWS::Events::Rule").map(([id, properties]) => {
    const rule = resolved(reader, properties);
    const targets = (rule.Targets ?? []) as RawTarget[];
    for (const key of targets.flatMap(Object.keys)) {
      if (!TARGET_KEYS.has(key))
        throw new HostError(`The rule ${id} has a target with ${key}, which is not known here.`);
    }
    return {
      name: id,
      bus: text(rule.EventBusName),
      pattern: rule.EventPattern,
      targets: targets.map(({ Arn, DeadLetterConfig }) => ({
        functionArn: Arn,
        deadLetter: DeadLetterConfig?.Arn ?? null,
      })),
    };
  });
}

export function routesOf(reader: Reader): RouteSpec[] {
  const integrations = new Map(
    ofType(reader.template, "AWS::ApiGatewayV2::Integration").map(([id, p]) => [id, resolved(reader, p)]),
  );
  const authorizers = new Map(
    ofType(reader.template, "AWS::ApiGatewayV2::Authorizer").map(([id, p]) => [id, resolved(reader, p)]),
  );
  return ofType(reader.template, "AWS::ApiGatewayV2::Route").map(([, properties]) => {
    const route = resolved(reader, properties);
    const integration = integrations.get(text(route.Target).replace("integrations/", ""));
    const authorizer = route.AuthorizerId === undefined ? undefined : authorizers.get(text(route.AuthorizerId));
    return {
      key: text(route.RouteKey),
      functionArn: text(integration?.IntegrationUri),
      authorizer: authorizer === undefined ? null : authorizerOf(authorizer),
    };
  });
}

/** @throws HostError when the gateway is to look for a token itself, which it does not do here */
function authorizerOf({ AuthorizerUri, IdentitySource }: Properties): string {
  if (IdentitySource !== undefined)
    throw new HostError("An authorizer has an IdentitySource, which is not known here.");
  const uri = text(AuthorizerUri);
  return uri.slice(uri.indexOf("arn:aws:lambda"), uri.lastIndexOf("/invocations"));
}

/** @throws HostError when there is not exactly one */
export function archiveOf(reader: Reader): ArchiveSpec {
  const [archive, ...more] = ofType(reader.template, "AWS::Events::Archive");
  if (archive === undefined || more.length > 0) throw new HostError("The stack must have one archive of its bus.");
  const [id, properties] = archive;
  const { EventPattern, RetentionDays } = resolved(reader, properties);
  return { name: text(reader.resolve({ Ref: id })), pattern: EventPattern ?? {}, days: Number(RetentionDays ?? 14) };
}

export function arnsOf(reader: Reader, type: "AWS::SQS::Queue"): string[] {
  return ofType(reader.template, type).map(([id]) => arnOf(reader, id));
}

export function keysOf(reader: Reader): KeyWanted[] {
  return ofType(reader.template, "AWS::KMS::Key").map(([id, { KeySpec }]) => ({
    arn: arnOf(reader, id),
    spec: String(KeySpec),
  }));
}

type NamedType = "AWS::DynamoDB::GlobalTable" | "AWS::Events::EventBus" | "AWS::Scheduler::ScheduleGroup";

export function namesOf(reader: Reader, type: NamedType): string[] {
  return ofType(reader.template, type).map(([id]) => text(reader.resolve({ Ref: id })));
}

/**
 * The security headers that the distribution adds to every answer that may be framed like this; strict transport security has
 * no place on plain HTTP.
 */
export function securityHeadersOf({ template }: Reader, framing: "DENY" | "SAMEORIGIN"): Record<string, string> {
  const configs = ofType(template, "AWS::CloudFront::ResponseHeadersPolicy").map(([, properties]) => {
    const { SecurityHeadersConfig } = (properties.ResponseHeadersPolicyConfig ?? {}) as Properties;
    return (SecurityHeadersConfig ?? {}) as Record<string, Properties>;
  });
  const config = configs.find(({ FrameOptions }) => FrameOptions?.FrameOption === framing);
  if (config === undefined) throw new HostError(`The stack has no security headers for X-Frame-Options ${framing}.`);
  return {
    "content-security-policy": text(config.ContentSecurityPolicy?.ContentSecurityPolicy),
    "x-frame-options": framing,
    "referrer-policy": text(config.ReferrerPolicy?.ReferrerPolicy),
    "x-content-type-options": "nosniff",
  };
}
