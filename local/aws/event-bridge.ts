import type { Archive } from "../bus/archive.ts";
import type { Bus, PutEntry } from "../bus/bus.ts";
import { ACCOUNT, REGION } from "../template/resolve.ts";
import { AwsError, type AwsRequest, type AwsService } from "./protocol.ts";
import { Replays } from "./replays.ts";

export type EventBridgeOptions = {
  readonly bus: Bus;
  readonly archive: Archive;
  readonly now: () => number;
  /** Resolves when what was put on the bus so far has been handled: a replay gives way to what comes in. */
  readonly whenIdle: () => Promise<void>;
};

const arnOf = (kind: string, name: string): string => `arn:aws:events:${REGION}:${ACCOUNT}:${kind}/${name}`;

/** The part of EventBridge that the functions and the commands use. Null for any other operation. */
export function eventBridge(options: EventBridgeOptions): (request: AwsRequest) => AwsService | null {
  const { bus, archive } = options;
  const replays = new Replays(options);
  const operations: Readonly<Record<string, (body: AwsRequest["body"]) => unknown>> = {
    PutEvents: ({ Entries }) => bus.putEvents((Entries ?? []) as readonly PutEntry[]),
    DescribeEventBus: ({ Name }) => {
      if (!bus.has(String(Name))) throw notFound(`Event bus ${String(Name)}`);
      return { Name, Arn: arnOf("event-bus", String(Name)) };
    },
    ListArchives: ({ EventSourceArn }) => ({
      Archives: [{ ArchiveName: archive.name, EventSourceArn, State: "ENABLED" }],
    }),
    DescribeArchive: ({ ArchiveName }) => {
      if (ArchiveName !== archive.name) throw notFound(`Archive ${String(ArchiveName)}`);
      return { ArchiveName, ArchiveArn: arnOf("archive", archive.name), State: "ENABLED" };
    },
    StartReplay: (body) => replays.start(body),
    DescribeReplay: ({ ReplayName }) => replays.describe(String(ReplayName)),
  };
  return ({ target }) => {
    const operation = operations[target.replace("AWSEvents.", "")];
    if (!target.startsWith("AWSEvents.") || operation === undefined) return null;
    return async ({ body }) => ({ contentType: "application/x-amz-json-1.1", body: await operation(body) });
  };
}

const notFound = (what: string): AwsError => new AwsError(400, "ResourceNotFoundException", `${what} does not exist.`);
