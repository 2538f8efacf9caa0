import type { BusEvent } from "../bus/archive.ts";
import type { EventBridgeOptions } from "./event-bridge.ts";
import { AwsError } from "./protocol.ts";

type Replay = {
  readonly ReplayName: string;
  readonly ReplayStartTime: number;
  State: "RUNNING" | "COMPLETED" | "FAILED";
  StateReason?: string;
  EventLastReplayedTime?: number;
};

/** Events at a time, between which the bus is left to settle. */
const CHUNK = 100;

/** Replays of the archive. They end with the host: a repetition does no harm, so nothing about them is kept. */
export class Replays {
  private readonly replays = new Map<string, Replay>();

  constructor(private readonly options: EventBridgeOptions) {}

  /** @throws AwsError as AWS answers: a name used before, times that are not in order */
  start(body: Readonly<Record<string, unknown>>): unknown {
    const name = String(body.ReplayName);
    const from = Number(body.EventStartTime) * 1000;
    const to = Number(body.EventEndTime) * 1000;
    if (this.replays.has(name)) throw new AwsError(400, "ResourceAlreadyExistsException", `Replay ${name} exists.`);
    if (!(from < to)) throw new AwsError(400, "ValidationException", "EventEndTime must be after EventStartTime.");
    const { Arn } = (body.Destination ?? {}) as { Arn?: unknown };
    const replay: Replay = { ReplayName: name, ReplayStartTime: this.options.now() / 1000, State: "RUNNING" };
    this.replays.set(name, replay);
    void this.run(replay, String(Arn).replace(/^arn:.*:event-bus\//, ""), { from, to });
    return { State: "STARTING", ReplayStartTime: replay.ReplayStartTime };
  }

  describe(name: string): Replay {
    const replay = this.replays.get(name);
    if (replay === undefined) throw new AwsError(400, "ResourceNotFoundException", `Replay ${name} does not exist.`);
    return replay;
  }

  private async run(replay: Replay, bus: string, { from, to }: { from: number; to: number }): Promise<void> {
    try {
      let chunk: BusEvent[] = [];
      for await (const event of this.options.archive.between(from, to)) {
        chunk.push({ ...event, "replay-name": replay.ReplayName });
        if (chunk.length === CHUNK) {
          await this.put(replay, bus, chunk);
          chunk = [];
        }
      }
      await this.put(replay, bus, chunk);
      replay.State = "COMPLETED";
    } catch (error) {
      Object.assign(replay, { State: "FAILED", StateReason: String(error) });
    }
  }

  private async put(replay: Replay, bus: string, events: readonly BusEvent[]): Promise<void> {
    await this.options.bus.replay(bus, events);
    await this.options.whenIdle();
    const last = events.at(-1);
    if (last !== undefined) replay.EventLastReplayedTime = Date.parse(last.time) / 1000;
  }
}
