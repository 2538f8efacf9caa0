import type { KeyWanted } from "../aws/keys.ts";
import type { ArchiveSpec } from "../bus/archive.ts";
import {
  archiveOf,
  arnsOf,
  type FunctionSpec,
  functionsOf,
  keysOf,
  namesOf,
  type RouteSpec,
  type RuleSpec,
  routesOf,
  rulesOf,
  securityHeadersOf,
} from "./model.ts";
import { resolver, type Surroundings } from "./resolve.ts";
import type { Template } from "./resources.ts";

/** Everything of the synthesized stack that this host needs, with every reference resolved. */
export type Stack = {
  readonly template: Template;
  readonly functions: readonly FunctionSpec[];
  readonly rules: readonly RuleSpec[];
  readonly routes: readonly RouteSpec[];
  readonly tables: readonly string[];
  readonly buses: readonly string[];
  readonly archive: ArchiveSpec;
  readonly queues: readonly string[];
  readonly keys: readonly KeyWanted[];
  readonly scheduleGroups: readonly string[];
  readonly securityHeaders: Readonly<Record<string, string>>;
  /** Those of the simulated watch, which our own pages may show in a frame. */
  readonly watchHeaders: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
};

/** Outputs that say something here; the others name resources that only AWS has. */
const OUTPUTS = ["FirstAccountCode"];

/** @throws HostError when the template says something that this host does not understand */
export function readStack(template: Template, assembly: string, surroundings: Surroundings): Stack {
  const reader = { template, resolve: resolver(template, surroundings) };
  const outputs = Object.entries(template.Outputs ?? {}).filter(([name]) => OUTPUTS.includes(name));
  return {
    template,
    functions: functionsOf(reader, assembly),
    rules: rulesOf(reader),
    routes: routesOf(reader),
    tables: namesOf(reader, "AWS::DynamoDB::GlobalTable"),
    buses: namesOf(reader, "AWS::Events::EventBus"),
    archive: archiveOf(reader),
    queues: arnsOf(reader, "AWS::SQS::Queue"),
    keys: keysOf(reader),
    scheduleGroups: namesOf(reader, "AWS::Scheduler::ScheduleGroup"),
    securityHeaders: securityHeadersOf(reader, "DENY"),
    watchHeaders: securityHeadersOf(reader, "SAMEORIGIN"),
    outputs: Object.fromEntries(outputs.map(([name, { Value }]) => [name, String(reader.resolve(Value))])),
  };
}
