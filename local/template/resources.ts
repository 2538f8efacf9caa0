import { HostError } from "../error.ts";

export type Resource = { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> };
export type Template = {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
};

/** What this host does itself. */
const EMULATED = [
  "AWS::ApiGatewayV2::Api",
  "AWS::ApiGatewayV2::Authorizer",
  "AWS::ApiGatewayV2::Integration",
  "AWS::ApiGatewayV2::Route",
  "AWS::CloudFront::ResponseHeadersPolicy",
  "AWS::DynamoDB::GlobalTable",
  "AWS::Events::Archive",
  "AWS::Events::EventBus",
  "AWS::Events::Rule",
  "AWS::KMS::Key",
  "AWS::Lambda::EventInvokeConfig",
  "AWS::Lambda::Function",
  "AWS::SQS::Queue",
  "AWS::Scheduler::ScheduleGroup",
] as const;

/** What has no meaning, or no use, on one computer: permissions, logs, alarms, the edge. Issues that need one move it up. */
const NOT_LOCAL = [
  "AWS::ApiGatewayV2::Stage",
  "AWS::CloudFront::Distribution",
  "AWS::CloudFront::Function",
  "AWS::CloudFront::OriginAccessControl",
  "AWS::CloudWatch::Alarm",
  "AWS::CloudWatch::Dashboard",
  "AWS::IAM::Policy",
  "AWS::IAM::Role",
  "AWS::Lambda::Permission",
  "AWS::Logs::LogGroup",
  "AWS::S3::Bucket",
  "AWS::S3::BucketPolicy",
  "AWS::SNS::Topic",
  "AWS::SNS::TopicPolicy",
  "AWS::SQS::QueuePolicy",
] as const;

export type EmulatedType = (typeof EMULATED)[number];

const KNOWN: ReadonlySet<string> = new Set<string>([...EMULATED, ...NOT_LOCAL]);

/** @throws HostError naming every resource that this host neither emulates nor knowingly leaves out */
export function refuseUnknown(template: Template): void {
  const unknown = Object.entries(template.Resources).filter(([, resource]) => !KNOWN.has(resource.Type));
  if (unknown.length === 0) return;
  const names = unknown.map(([id, resource]) => `${resource.Type} (${id})`).join(", ");
  throw new HostError(`The stack has resources that this computer does not know how to run: ${names}.`);
}

/** The resources of one type, by logical id. */
export function ofType(template: Template, type: EmulatedType): [string, Readonly<Record<string, unknown>>][] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => [id, resource.Properties ?? {}]);
}
