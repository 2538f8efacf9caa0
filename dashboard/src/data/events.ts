import type { LogEvent, LogEventOf, LogEventType } from "../../../core/contract/event.ts";
import { uuidV7 } from "../../../core/uuid.ts";

export type Here = {
  readonly now: Date;
  readonly zone: string | undefined;
  /** Ten random bytes. */
  readonly random: ArrayLike<number>;
};

/** An entry of the log, made here and now. The local date is the browser's: that is where the person is. */
export function eventOf<T extends LogEventType>(
  type: T,
  data: LogEventOf<T>["data"],
  { now, zone, random }: Here,
): LogEvent {
  const two = (value: number) => String(value).padStart(2, "0");
  const event = {
    id: uuidV7(now.getTime(), random),
    type,
    at: now.toISOString(),
    localDate: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    utcOffsetMin: 0 - now.getTimezoneOffset(),
    ...(zone === undefined ? {} : { zone }),
    source: "dashboard",
    data,
  };
  return event as LogEvent;
}
