import type { LogEventType } from "../../core/contract/event.ts";
import { asciiJson } from "./ascii.ts";
import { crc32 } from "./crc.ts";
import type { Files } from "./files.ts";

/** A log event as the watch makes it; the phone adds the `source`. */
export type WatchEvent = {
  readonly id: string;
  readonly type: LogEventType;
  readonly at: string;
  readonly localDate: string;
  readonly utcOffsetMin: number;
  readonly data: object;
};

export type Refusal = { readonly id: string | null; readonly code: string; readonly message: string };
export type Kept = { readonly event: WatchEvent; readonly code: string; readonly message: string };

export type Outbox = {
  /** Files a record; filing the same id again changes nothing. False when the storage is full. */
  put(event: WatchEvent): boolean;
  /** What no server has acknowledged, oldest first. */
  waiting(): readonly WatchEvent[];
  /** Clears what the server has, and lays aside what it refused, with the reason. */
  settle(acked: readonly string[], rejected: readonly Refusal[]): void;
  /** What the server refused. Kept, so that nothing is lost, and shown; it blocks nothing. */
  refused(): readonly Kept[];
  /** What the server acknowledged, without trace and cues, until {@link Outbox.forget}: the watch decides with it meanwhile. */
  sent(): readonly WatchEvent[];
  forget(ids: readonly string[]): void;
  /** Names of records that had been filed and can not be read any more. */
  damaged(): readonly string[];
  /** Removes them, after it was said. */
  clearDamaged(): void;
};

const WAITING = "outbox";
const REFUSED = "refused";
const SENT = "sent";

function seal(value: unknown): string {
  const body = asciiJson(value);
  return `${crc32(body)} ${body}`;
}

function unseal(text: string | null): unknown {
  if (text === null || crc32(text.slice(9)) !== text.slice(0, 8)) return null;
  return JSON.parse(text.slice(9)) as unknown;
}

/** A record without what only the cloud needs. */
function light(event: WatchEvent): WatchEvent {
  return event.type === "session.recorded.v1" ? { ...event, data: { ...event.data, trace: null, cues: [] } } : event;
}

/** One file per record, so that a damaged or a refused one never stands in the way of another. */
export function openOutbox(files: Files): Outbox {
  const pathOf = (folder: string, id: string): string => `${folder}/${id}`;
  const all = (folder: string): readonly unknown[] =>
    // Ids are UUIDv7: their order is the order of birth.
    [...files.list(folder)].sort().flatMap((id) => unseal(files.read(pathOf(folder, id))) ?? []);
  const damaged = (): readonly string[] =>
    files.list(WAITING).filter((id) => unseal(files.read(pathOf(WAITING, id))) === null);
  return {
    damaged,
    clearDamaged: () => {
      for (const id of damaged()) files.remove(pathOf(WAITING, id));
    },
    put: (event) => {
      const text = seal(event);
      return files.write(pathOf(WAITING, event.id), text) && files.read(pathOf(WAITING, event.id)) === text;
    },
    waiting: () => all(WAITING) as readonly WatchEvent[],
    refused: () => all(REFUSED) as readonly Kept[],
    sent: () => all(SENT) as readonly WatchEvent[],
    forget: (ids) => {
      for (const id of ids) files.remove(pathOf(SENT, id));
    },
    settle: (acked, rejected) => {
      for (const id of acked) {
        const event = unseal(files.read(pathOf(WAITING, id))) as WatchEvent | null;
        // Without room for it the cloud's next plan has to tell; the record itself is safe there.
        if (event !== null) files.write(pathOf(SENT, id), seal(light(event)));
        files.remove(pathOf(WAITING, id));
      }
      for (const { id, code, message } of rejected) {
        const event = id === null ? null : (unseal(files.read(pathOf(WAITING, id))) as WatchEvent | null);
        if (event === null || id === null) continue;
        if (files.write(pathOf(REFUSED, id), seal({ event, code, message }))) files.remove(pathOf(WAITING, id));
      }
    },
  };
}
