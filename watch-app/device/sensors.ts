import { HeartRate, Step } from "@zos/sensor";

export type Sensors = { heartRate(): number | null; steps(): number | null; close(): void };

const FRESH_MS = 10_000;

function open<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    console.log("sensor", String(error));
    return null;
  }
}

/** Heart rate, measured continuously while open, and the step counter. A sensor that is missing or refused reads null. */
export function openSensors(now: () => number): Sensors {
  let last: { readonly bpm: number; readonly at: number } | null = null;
  const heart = open(() => new HeartRate());
  const step = open(() => new Step());
  const listen = (): void => {
    const bpm = heart === null ? 0 : heart.getCurrent();
    if (bpm > 0) last = { bpm, at: now() };
  };
  open(() => heart?.onCurrentChange(listen));
  return {
    heartRate: () => (last !== null && now() - last.at <= FRESH_MS ? last.bpm : null),
    steps: () => open(() => (step === null ? null : step.getCurrent())),
    close: () => void open(() => heart?.offCurrentChange(listen)),
  };
}
