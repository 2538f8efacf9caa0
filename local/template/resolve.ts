import { HostError } from "../error.ts";
import type { Resource, Template } from "./resources.ts";

export type Resolve = (value: unknown) => unknown;
export type Surroundings = { readonly stackId: string; readonly domain: string; readonly origin: string };

export const REGION = "local";
export const ACCOUNT = "000000000000";

/** Which property holds the physical name that `Ref` gives; the logical id stands in where a template leaves it to AWS. */
const NAME_PROPERTY: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::GlobalTable": "TableName",
  "AWS::Events::Archive": "ArchiveName",
  "AWS::Events::EventBus": "Name",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::Scheduler::ScheduleGroup": "Name",
};

const ARN_PREFIX: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::GlobalTable": "dynamodb:*:table/",
  "AWS::Events::EventBus": "events:*:event-bus/",
  "AWS::IAM::Role": "iam:*:role/",
  "AWS::KMS::Key": "kms:*:key/",
  "AWS::Lambda::Function": "lambda:*:function:",
  "AWS::SQS::Queue": "sqs:*:",
};

/** A function that turns a template value into a plain one. @throws HostError on a reference or function it does not know */
export function resolver(template: Template, surroundings: Surroundings): Resolve {
  const pseudo: Readonly<Record<string, string>> = {
    "AWS::AccountId": ACCOUNT,
    "AWS::Partition": "aws",
    "AWS::Region": REGION,
    "AWS::StackId": surroundings.stackId,
    "AWS::URLSuffix": "localhost",
  };
  const ref = (id: string): string => pseudo[id] ?? physicalName(id, resourceOf(template, id));
  const attribute = (id: string, name: string): string => attributeOf(id, name, resourceOf(template, id), surroundings);
  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    const [key, argument] = entries[0] ?? [];
    if (entries.length === 1 && key !== undefined && (key === "Ref" || key.startsWith("Fn::"))) {
      return intrinsic(key, argument, { resolve, ref, attribute });
    }
    return Object.fromEntries(entries.map(([name, inner]) => [name, resolve(inner)]));
  };
  return resolve;
}

type Context = {
  readonly resolve: Resolve;
  readonly ref: (id: string) => string;
  readonly attribute: (id: string, name: string) => string;
};

function intrinsic(name: string, argument: unknown, context: Context): unknown {
  const list = (value: unknown): unknown[] => {
    const resolved = context.resolve(value);
    if (!Array.isArray(resolved)) throw new HostError(`${name} in the template needs a list.`);
    return resolved;
  };
  if (name === "Ref") return context.ref(String(argument));
  if (name === "Fn::Sub") return substitute(argument, context);
  const parts = list(argument);
  const [first, second] = parts;
  if (name === "Fn::GetAtt") return context.attribute(String(first), String(second));
  if (name === "Fn::Join") return list(second).join(String(first));
  if (name === "Fn::Split") return split(first, context.resolve(second));
  if (name === "Fn::Select") return select(first, list(second));
  throw new HostError(`The template uses ${name}, which this computer does not know.`);
}

function split(separator: unknown, value: unknown): string[] {
  if (typeof value === "string") return value.split(String(separator));
  throw new HostError("Fn::Split in the template needs a text.");
}

function select(index: unknown, values: readonly unknown[]): unknown {
  if (Number(index) in values) return values[Number(index)];
  throw new HostError(`Fn::Select in the template asks for part ${index} of ${values.length}.`);
}

function substitute(argument: unknown, context: Context): string {
  if (typeof argument !== "string") throw new HostError("Fn::Sub with a map of its own is not known here.");
  return argument.replace(/\$\{([^}!]+)\}/g, (_, id: string) => {
    const [resource, attribute] = id.split(".");
    return attribute === undefined ? context.ref(id) : context.attribute(String(resource), attribute);
  });
}

function resourceOf(template: Template, id: string): Resource {
  const resource = template.Resources[id];
  if (resource === undefined) throw new HostError(`The template refers to ${id}, which it does not define.`);
  return resource;
}

function physicalName(id: string, resource: Resource): string {
  const name = resource.Properties?.[NAME_PROPERTY[resource.Type] ?? ""];
  return typeof name === "string" ? name : id;
}

function attributeOf(id: string, name: string, resource: Resource, surroundings: Surroundings): string {
  const { Type } = resource;
  const prefix = ARN_PREFIX[Type];
  if (name === "Arn" && prefix !== undefined) {
    return `arn:aws:${prefix.replace("*", `${REGION}:${ACCOUNT}`)}${physicalName(id, resource)}`;
  }
  if (Type === "AWS::CloudFront::Distribution" && name === "DomainName") return surroundings.domain;
  if (Type === "AWS::ApiGatewayV2::Api" && name === "ApiEndpoint") return surroundings.origin;
  throw new HostError(`The template asks for ${id}.${name} (${Type}), which has no meaning on one computer.`);
}
