import { dateAtOffset } from "../../core/session/record.ts";
import { uuidV7 } from "../../core/uuid.ts";

/** Minutes that the watch's local time is ahead of UTC. */
export const utcOffsetMin = (): number => -new Date().getTimezoneOffset();

/** Minute of the local day. */
export function minuteNow(): number {
  const now = new Date();
  return now.getHours() * 60 + now.getMinutes();
}

/** The local date so many days from now. */
export const dateIn = (days: number): string => dateAtOffset(Date.now() + days * 86_400_000, utcOffsetMin());

/** A new id, sorted by the time it was made. */
export const newId = (): string =>
  uuidV7(
    Date.now(),
    Array.from({ length: 10 }, () => Math.floor(Math.random() * 256)),
  );
