import { EventsAnswer } from "../../../core/contract/api.ts";
import type { LogEvent, LogEventOf, LogEventType } from "../../../core/contract/event.ts";
import { BackstrideError } from "../../../core/error.ts";
import { uuidV7 } from "../../../core/uuid.ts";
import { t } from "../i18n/t.ts";
import type { Client } from "./client.ts";

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

const WAITS_MS = [500, 1500, 4000];

/**
 * Adds an event to the log. It keeps its id over the tries, so that a lost answer cannot make two of it.
 * @throws BackstrideError as the service rejected it, with the field at fault; `offline`, `unavailable`
 */
export async function record(
  client: Pick<Client, "post">,
  event: LogEvent,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  for (const pause of [...WAITS_MS, null]) {
    try {
      const answer = await client.post("/v1/events", EventsAnswer, { events: [event] });
      const refused = answer.rejected[0];
      if (refused !== undefined) throw rejection(refused);
      if (answer.retry.length === 0) return;
    } catch (error) {
      const again = error instanceof BackstrideError && error.retryable && pause !== null;
      if (!again) throw error;
    }
    if (pause !== null) await wait(pause);
  }
  throw new BackstrideError("unavailable", t("error.internal"), { retryable: true });
}

function rejection({ code, field, message }: EventsAnswer["rejected"][number]): BackstrideError {
  return new BackstrideError(code, message, field === null ? {} : { field: field.replace(/^data\./, "") });
}
