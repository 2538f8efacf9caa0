import {
  DescribeArchiveCommand,
  DescribeEventBusCommand,
  DescribeReplayCommand,
  ListArchivesCommand,
  type ReplayState,
  StartReplayCommand,
} from "@aws-sdk/client-eventbridge";
import { HostError } from "../../local/error.ts";
import type { Place } from "./place.ts";

export type Stretch = { readonly from: Date; readonly to: Date };
export type Replayed = { readonly state: ReplayState | "UNKNOWN"; readonly reason: string | null };

const RUNNING: readonly (ReplayState | undefined)[] = ["STARTING", "RUNNING"];

/** Replays a stretch of the bus's archive to the bus, and waits for its end. @throws HostError when there is no archive */
export async function replay({ bus, busName }: Place, { from, to }: Stretch, pollMs: number): Promise<Replayed> {
  const { Arn: busArn } = await bus.send(new DescribeEventBusCommand({ Name: busName }));
  const { Archives = [] } = await bus.send(new ListArchivesCommand({ EventSourceArn: busArn }));
  const [archive] = Archives;
  if (archive === undefined) throw new HostError(`The bus ${busName} has no archive.`);
  const { ArchiveArn } = await bus.send(new DescribeArchiveCommand({ ArchiveName: archive.ArchiveName }));
  const ReplayName = `${busName}-${Date.now()}`.slice(-64);
  const times = { EventStartTime: from, EventEndTime: to };
  await bus.send(
    new StartReplayCommand({ ReplayName, EventSourceArn: ArchiveArn, ...times, Destination: { Arn: busArn } }),
  );
  for (;;) {
    const { State, StateReason } = await bus.send(new DescribeReplayCommand({ ReplayName }));
    if (!RUNNING.includes(State)) return { state: State ?? "UNKNOWN", reason: StateReason ?? null };
    await new Promise((later) => setTimeout(later, pollMs));
  }
}
