import type { TimerHandle } from "../clock.ts";
import type { Context } from "../context.ts";
import type { Hardware } from "../hardware.ts";

const MINUTE_MS = 60_000;

/** The `Time` class of `@zos/sensor`. */
export function timeSensor({ clock }: Hardware, context: Context) {
  const date = () => new Date(clock.now());
  const every = (nextMs: () => number, callback: () => void): void => {
    let timer: TimerHandle;
    const arm = () => {
      timer = clock.schedule(nextMs(), () => {
        arm();
        context.run("time", callback);
      });
    };
    arm();
    context.onEnd(() => timer.cancel());
  };
  const untilMidnight = () => {
    const next = date();
    next.setHours(24, 0, 0, 0);
    return next.getTime() - clock.now();
  };

  return class {
    getTime = () => clock.now();
    getFullYear = () => date().getFullYear();
    getMonth = () => date().getMonth() + 1;
    getDate = () => date().getDate();
    getHours = () => date().getHours();
    getMinutes = () => date().getMinutes();
    getSeconds = () => date().getSeconds();
    getDay = () => date().getDay() || 7;
    getHourFormat = () => 1;
    getFormatHour = () => date().getHours();
    onPerMinute = (callback: () => void) => every(() => MINUTE_MS - (clock.now() % MINUTE_MS), callback);
    onPerDay = (callback: () => void) => every(untilMidnight, callback);
  };
}
