import { Battery } from "@zos/sensor";
import { ASSUMED_PCT_PER_H, type Charge, measuredDrain } from "../logic/battery.ts";
import { isObject } from "../logic/plan.ts";
import { slots } from "../store/slots.ts";
import { watchFiles } from "./files.ts";

const charges = slots(watchFiles, "charge");
const drains = slots(watchFiles, "drain");

/** Charge in percent; null when the sensor is missing or refuses. */
export function chargePct(): number | null {
  try {
    const pct = new Battery().getCurrent();
    return typeof pct === "number" && pct >= 0 && pct <= 100 ? pct : null;
  } catch (error) {
    console.log("battery", String(error));
    return null;
  }
}

/** What an hour of a session takes, in percent: as measured on this watch, else as assumed. */
export function drainPctPerH(): number {
  const value = drains.read();
  return typeof value === "number" ? value : ASSUMED_PCT_PER_H;
}

/** Takes note of the charge at the start of a session. */
export function noteChargeBefore(): void {
  const pct = chargePct();
  if (pct !== null) charges.write({ at: Date.now(), pct } satisfies Charge);
}

/** Learns from the charge at its end. */
export function noteChargeAfter(): void {
  const before = charges.read();
  const pct = chargePct();
  if (!isObject(before) || pct === null) return;
  drains.write(measuredDrain(drainPctPerH(), before as unknown as Charge, { at: Date.now(), pct }));
}
