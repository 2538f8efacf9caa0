import { epochDay } from "../../core/calendar/calendar.ts";
import { stateOf } from "../../core/progress/sparse.ts";
import { fetchStanding } from "../logic/fetch-standing.ts";
import { isObject, type WatchPlan } from "../logic/plan.ts";
import { readStanding, type Standing } from "../logic/standing.ts";
import type { Ask } from "../logic/sync.ts";
import { asciiJson } from "../store/ascii.ts";
import { crc32 } from "../store/crc.ts";
import { slots } from "../store/slots.ts";
import { dateIn } from "./clock.ts";
import { watchFiles } from "./files.ts";
import { storedPlan } from "./store.ts";

const standings = slots(watchFiles, "standing");
/** Checksum of the plan that came with the standing. */
const beside = slots(watchFiles, "beside");

const checksum = (stored: WatchPlan | null): string => crc32(asciiJson(stored));

type Kept = { readonly crc: string; readonly standing: Standing };

/** Whether there was a standing that cannot be read any more. */
export const standingLost = (): boolean => standings.lost();

export function keptStanding(): Kept | null {
  const value = standings.read();
  if (!isObject(value) || typeof value.crc !== "string") return null;
  const standing = readStanding(value.standing);
  return standing === null ? null : { crc: value.crc, standing };
}

/** Whole days since the person signed up; 0 while that is not known. */
export function daysSinceSignUp(): number {
  const known = keptStanding();
  const signUp = known === null ? null : stateOf(known.standing.checkpoint).signUp;
  return signUp === null ? 0 : epochDay(dateIn(0)) - signUp;
}

/** Brings what the watch decides from up to date, right after the plan came. */
export async function keepStanding(phone: Ask): Promise<void> {
  const known = keptStanding();
  const fetched = await fetchStanding(phone, known === null ? null : known.crc);
  if (fetched === null) return;
  if (fetched === "same" || standings.write(fetched)) beside.write(checksum(storedPlan()));
}

/** Whether the standing is as new as a plan: it came right after it. */
export const isBeside = (stored: WatchPlan): boolean => beside.read() === checksum(stored);
