import * as display from "@zos/display";

/** The documented maximum; some firmware caps it, which is why it is applied again and again. */
const BRIGHT_MS = 2_147_483_000;
const AGAIN_MS = 20_000;

function each(...calls: readonly (() => unknown)[]): void {
  for (const call of calls) {
    try {
      call();
    } catch (error) {
      console.log("display", String(error));
    }
  }
}

export type Held = { keep(now: number): void; release(): void };

/** Holds the screen on: the only mode in which cues are promised to be exact. */
export function holdScreen(): Held {
  let heldAt = Number.NEGATIVE_INFINITY;
  return {
    keep: (now) => {
      if (now - heldAt < AGAIN_MS) return;
      heldAt = now;
      each(
        () => display.setPageBrightTime({ brightTime: BRIGHT_MS }),
        () => display.pauseDropWristScreenOff({ duration: 0 }),
        () => display.pausePalmScreenOff({ duration: 0 }),
        () => display.setWakeUpRelaunch({ relaunch: true }),
      );
    },
    release: () =>
      each(
        () => display.resetPageBrightTime(),
        () => display.resetDropWristScreenOff(),
        () => display.resetPalmScreenOff(),
        () => display.setWakeUpRelaunch({ relaunch: false }),
      ),
  };
}
