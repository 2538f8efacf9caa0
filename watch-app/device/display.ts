import * as display from "@zos/display";

/** The documented maximum; some firmware caps it, which is why it is applied again and again. */
const BRIGHT_MS = 2_147_483_000;
const AGAIN_MS = 20_000;
const REST_MS = 300_000;

function each(...calls: readonly (() => unknown)[]): void {
  for (const call of calls) {
    try {
      call();
    } catch (error) {
      console.log("display", String(error));
    }
  }
}

export type Held = { keep(now: number, moving: boolean): void; release(): void };

/** Holds the screen on: the only mode in which cues are promised to be exact. A pause of five minutes lets it go dark. */
export function holdScreen(): Held {
  let heldAt = Number.NEGATIVE_INFINITY;
  let movedAt = Number.NEGATIVE_INFINITY;
  const release = (): void => {
    heldAt = Number.NEGATIVE_INFINITY;
    each(
      () => display.resetPageBrightTime(),
      () => display.resetDropWristScreenOff(),
      () => display.resetPalmScreenOff(),
      () => display.setWakeUpRelaunch({ relaunch: false }),
    );
  };
  return {
    release,
    keep: (now, moving) => {
      if (moving || movedAt < 0) movedAt = now;
      if (now - movedAt > REST_MS) {
        if (heldAt > 0) release();
        return;
      }
      if (now - heldAt < AGAIN_MS) return;
      heldAt = now;
      each(
        () => display.setPageBrightTime({ brightTime: BRIGHT_MS }),
        () => display.pauseDropWristScreenOff({ duration: 0 }),
        () => display.pausePalmScreenOff({ duration: 0 }),
        () => display.setWakeUpRelaunch({ relaunch: true }),
      );
    },
  };
}
