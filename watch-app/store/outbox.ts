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
  /** What no server has acknowledged, oldest first; sessions without trace and cues. */
  waiting(): readonly WatchEvent[];
  /** One of them with everything; null when it cannot be read. */
  whole(id: string): WatchEvent | null;
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

type Read<T> = { all(): readonly T[]; damaged(): readonly string[]; forget(id: string): void };

/**
 * A folder whose records are read and checked once: they do not change, and weeks of them are too much to read for every look.
 * @param kept what is remembered of one
 */
function readOnce<T>(files: Files, folder: string, kept: (record: T) => T): Read<T> {
  const known = new Map<string, T>();
  const look = (id: string): T | null => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const record = unseal(files.read(pathOf(folder, id))) as T | null;
    if (record !== null) known.set(id, kept(record));
    return known.get(id) ?? null;
  };
  return {
    // Ids are UUIDv7: their order is the order of birth.
    all: () => [...files.list(folder)].sort().flatMap((id) => look(id) ?? []),
    damaged: () => files.list(folder).filter((id) => look(id) === null),
    forget: (id) => void known.delete(id),
  };
}

const pathOf = (folder: string, id: string): string => `${folder}/${id}`;

/** One file per record, so that a damaged or a refused one never stands in the way of another. */
export function openOutbox(files: Files): Outbox {
  const waiting = readOnce<WatchEvent>(files, WAITING, light);
  const sent = readOnce<WatchEvent>(files, SENT, light);
  const refused = readOnce<Kept>(files, REFUSED, ({ event, ...why }) => ({ event: light(event), ...why }));
  const whole = (id: string): WatchEvent | null => {
    const event = unseal(files.read(pathOf(WAITING, id))) as WatchEvent | null;
    // Damaged since it was first read: from now on it counts among the damaged ones.
    if (event === null) waiting.forget(id);
    return event;
  };
  const { damaged } = waiting;
  return {
    whole,
    damaged,
    clearDamaged: () => {
      for (const id of damaged()) files.remove(pathOf(WAITING, id));
    },
    put: (event) => {
      const text = seal(event);
      waiting.forget(event.id);
      return files.write(pathOf(WAITING, event.id), text) && files.read(pathOf(WAITING, event.id)) === text;
    },
    waiting: waiting.all,
    refused: refused.all,
    sent: sent.all,
    forget: (ids) => {
      for (const id of ids) files.remove(pathOf(SENT, id));
    },
    settle: (acked, rejected) => {
      for (const id of acked) layAside(files, id, whole(id));
      for (const refusal of rejected) if (refusal.id !== null) refuse(files, refusal, whole(refusal.id));
    },
  };
}

/** Without room for a copy the cloud's next plan has to tell; the record itself is safe there. */
function layAside(files: Files, id: string, event: WatchEvent | null): void {
  if (event !== null) files.write(pathOf(SENT, id), seal(light(event)));
  files.remove(pathOf(WAITING, id));
}

function refuse(files: Files, { id, code, message }: Refusal, event: WatchEvent | null): void {
  if (id === null || event === null) return;
  if (files.write(pathOf(REFUSED, id), seal({ event, code, message }))) files.remove(pathOf(WAITING, id));
}
