import type { Guests } from "../guests.ts";
import type { Delivery } from "./delivery.ts";

type Lane = { readonly waiting: Delivery[]; next: number; running: number };

/** Deliveries that are due, in the order of their coming: one lane for each function, none of which waits for another. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  private waiting = 0;
  private running = 0;

  constructor(
    private readonly run: (delivery: Delivery) => Promise<void>,
    private readonly guests: Guests,
  ) {
    guests.onRoom(() => {
      for (const lane of this.lanes.values()) this.pump(lane);
    });
  }

  get idle(): boolean {
    return this.waiting === 0 && this.running === 0;
  }

  /** Starts it, or has it wait for its turn. */
  add(delivery: Delivery): void {
    const lane = this.lanes.get(delivery.functionArn) ?? { waiting: [], next: 0, running: 0 };
    this.lanes.set(delivery.functionArn, lane);
    lane.waiting.push(delivery);
    this.waiting += 1;
    this.pump(lane);
  }

  private pump(lane: Lane): void {
    while (lane.running < this.guests.room) {
      const delivery = lane.waiting[lane.next];
      if (delivery === undefined) break;
      lane.next += 1;
      lane.running += 1;
      this.waiting -= 1;
      this.running += 1;
      void this.start(lane, delivery);
    }
    // What has left is let go in large parts: taking the first of a long list each time would take time.
    if (lane.next < lane.waiting.length / 2) return;
    lane.waiting.splice(0, lane.next);
    lane.next = 0;
  }

  private async start(lane: Lane, delivery: Delivery): Promise<void> {
    await this.run(delivery);
    lane.running -= 1;
    this.running -= 1;
    this.pump(lane);
  }
}
