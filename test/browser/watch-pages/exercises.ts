import { floorBlock, warmupBlock } from "../../../core/blocks/blocks.ts";
import type { PlannedStep } from "../../../core/contract/session.ts";
import { ladderSteps } from "../../../core/ladder/ladder.ts";
import { Player } from "./player.ts";

/** The exercises as they are at first: every move is among them. */
const BEFORE = warmupBlock({ brittle: false });
const AFTER = floorBlock({ stage: 0, brittle: false });

/** A walk of five minutes between its exercises. */
export const STEPS: readonly PlannedStep[] = [...BEFORE, ...ladderSteps(0), ...AFTER];
/** Long enough after waking for every one of them. */
export const LATE = Date.UTC(2026, 10, 20, 9, 0, 0);

/** Repetitions and a side in one: of the other moves no pictures are kept. */
const KEPT = "bird-dog-L-later";

/** Plays a session with exercises before and after it, and looks at every move, its easier version included. */
export class Exercises extends Player {
  private readonly seen = new Set<string>();

  async before(): Promise<void> {
    await this.pair();
    await this.watch.swipe("UP");
    this.look("home-exercises");
    await this.tap("home.start", "2", "1", "answer.well");
    this.look("exercise-ready");
    await this.watch.clock.advance(12_000);
    this.look("exercise-side");
    await this.tap("session.pause", "session.more");
    this.look("exercise-more");
    await this.tap("session.pain", "pain.backOrLeg", "2", "1");
    this.look("exercise-pain");
    await this.tap("session.leave");
    await this.over();
  }

  async offer(): Promise<void> {
    // Pain was told in the exercises: there is nothing to compare.
    await this.tap("done", "2", "0", "1", "0", "2", "answer.no", "done");
    this.look("floor-offer");
    await this.tap("home.start");
  }

  /** Each move at the changeover to it, at its beginning in its easier version, and once the words about it have gone. */
  async floor(): Promise<void> {
    const startedAt = this.watch.clock.now();
    let from = 0;
    const reach = (ms: number): Promise<void> =>
      this.watch.clock.advance(startedAt + from + ms - this.watch.clock.now());
    for (const { move, side, plannedS } of AFTER) {
      const name = `${move}-${side ?? "both"}`;
      await reach(500);
      this.lookAtNew(name);
      if (move !== "ready" && this.watch.screen().buttons.includes(this.say("session.instead"))) {
        await this.tap("session.instead");
      }
      await reach(1_500);
      this.lookAtNew(`${name}-easy`);
      await reach(9_500);
      this.lookAtNew(`${name}-later`);
      from += plannedS * 1_000;
    }
    await this.over();
    this.look("floor-over");
  }

  /** The words of an exercise come again with every set and side: one look at them is enough. */
  private lookAtNew(name: string): void {
    const words = this.watch.screen().texts.filter((text) => !/^\d/.test(text));
    const key = words.join();
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.look(name, name === KEPT);
  }

  private over(): Promise<unknown> {
    return this.watch.clock.until(() => this.watch.screen().buttons.includes(this.say("done")), 1_200_000);
  }
}
