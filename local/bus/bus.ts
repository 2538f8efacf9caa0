import { randomUUID } from "node:crypto";
import { AwsError } from "../aws/protocol.ts";
import type { Clock } from "../clock.ts";
import { HostError } from "../error.ts";
import type { FunctionRuntime } from "../functions/runtime.ts";
import type { RuleSpec } from "../template/model.ts";
import { ACCOUNT, REGION } from "../template/resolve.ts";
import type { Archive, BusEvent } from "./archive.ts";
import type { Deliveries } from "./deliveries.ts";
import type { NewDelivery } from "./delivery.ts";
import { compilePattern, type Matcher } from "./pattern.ts";

export type PutEntry = {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
  readonly Time?: number;
  readonly Resources?: readonly string[];
  readonly TraceHeader?: string;
};
export type PutResult = { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };
export type PutAnswer = { readonly FailedEntryCount: number; readonly Entries: readonly PutResult[] };

export type BusOptions = {
  readonly buses: readonly string[];
  readonly rules: readonly RuleSpec[];
  readonly clock: Clock;
  readonly deliveries: Deliveries;
  readonly runtime: FunctionRuntime;
  readonly archive: Archive;
};

type Rule = Omit<RuleSpec, "pattern"> & { readonly matches: Matcher };

/** EventBridge's limits of one PutEvents call. */
const MAX_ENTRIES = 10;
const MAX_BYTES = 1024 * 1024;

/** The event buses of the template and their rules. */
export class Bus {
  private readonly rules: readonly Rule[];

  /** @throws HostError when a rule has a pattern or a target that this host cannot honour */
  constructor(private readonly options: BusOptions) {
    this.rules = options.rules.map(({ pattern, ...rule }) => ({ ...rule, matches: compilePattern(pattern) }));
    for (const rule of options.rules) {
      for (const { functionArn } of rule.targets) {
        if (options.runtime.specOf(functionArn) === undefined) {
          throw new HostError(
            `The rule ${rule.name} has the target ${functionArn}, which is no function of this stack.`,
          );
        }
      }
    }
  }

  /**
   * Answers when every accepted entry's deliveries are on the disk. As with AWS, one bad entry does not fail the others.
   * @throws AwsError ValidationException for more than 10 entries or 1 MB
   */
  async putEvents(entries: readonly PutEntry[]): Promise<PutAnswer> {
    if (entries.length < 1 || entries.length > MAX_ENTRIES) {
      throw new AwsError(
        400,
        "ValidationException",
        `Value at 'entries' must have length between 1 and ${MAX_ENTRIES}.`,
      );
    }
    if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) >= MAX_BYTES) {
      throw new AwsError(400, "ValidationException", "Total size of the entries in the request is over the limit.");
    }
    const results = entries.map((entry) => this.take(entry));
    await this.options.archive.keep(results.flatMap(({ event }) => event ?? []));
    await this.options.deliveries.accept(results.flatMap(({ deliveries }) => deliveries));
    return {
      FailedEntryCount: results.filter(({ result }) => "ErrorCode" in result).length,
      Entries: results.map(({ result }) => result),
    };
  }

  /** Gives an event of the archive to the rules of its bus once more. */
  async replay(busName: string, events: readonly BusEvent[]): Promise<void> {
    await this.options.deliveries.accept(events.flatMap((event) => this.matching(busName, event)));
  }

  has(busName: string): boolean {
    return this.options.buses.includes(busName);
  }

  private take(entry: PutEntry): { result: PutResult; event: BusEvent | null; deliveries: NewDelivery[] } {
    const fault = faultOf(entry, this.options.buses);
    if (fault !== null) return { result: fault, event: null, deliveries: [] };
    const event = eventOf(entry, this.options.clock.now());
    return { result: { EventId: event.id }, event, deliveries: this.matching(nameOf(entry), event) };
  }

  private matching(busName: string, event: BusEvent): NewDelivery[] {
    const rules = this.rules.filter((rule) => rule.bus === busName && rule.matches(event));
    return rules.flatMap((rule) => rule.targets.map((target) => ({ ...target, payload: event })));
  }
}

function eventOf(entry: PutEntry, now: number): BusEvent & { readonly id: string } {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": entry.DetailType,
    source: entry.Source,
    account: ACCOUNT,
    time: new Date(entry.Time === undefined ? now : entry.Time * 1000).toISOString().replace(/\.\d+Z/, "Z"),
    region: REGION,
    resources: entry.Resources ?? [],
    detail: JSON.parse(entry.Detail ?? "{}"),
  };
}

/** A bus is named by its name or by its ARN. */
const nameOf = (entry: PutEntry): string => (entry.EventBusName ?? "default").replace(/^arn:.*:event-bus\//, "");

function faultOf(entry: PutEntry, buses: readonly string[]): PutResult | null {
  const refused = (ErrorMessage: string, ErrorCode = "InvalidArgument") => ({ ErrorCode, ErrorMessage });
  if (!buses.includes(nameOf(entry)))
    return refused(`Event bus ${nameOf(entry)} does not exist.`, "ResourceNotFoundException");
  if (!entry.Source) return refused("Parameter Source is not valid. Reason: Source is a required argument.");
  if (!entry.DetailType)
    return refused("Parameter DetailType is not valid. Reason: DetailType is a required argument.");
  if (!entry.Detail) return refused("Parameter Detail is not valid. Reason: Detail is a required argument.");
  try {
    const detail: unknown = JSON.parse(entry.Detail);
    if (typeof detail === "object" && detail !== null && !Array.isArray(detail)) return null;
  } catch {
    // Answered below, like any other detail that is no JSON object.
  }
  return refused("Detail is malformed.", "MalformedDetail");
}

/** EventBridge's own way of measuring an entry. */
function sizeOf(entry: PutEntry): number {
  const parts = [entry.Source, entry.DetailType, entry.Detail, ...(entry.Resources ?? [])];
  const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part ?? ""), 0);
  return bytes + (entry.Time === undefined ? 0 : 14);
}
