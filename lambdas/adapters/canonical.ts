import { createHash } from "node:crypto";
import type { LogEvent } from "../../core/contract/event.ts";

/** JSON with sorted members and without undefined ones: equal content, equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
}

export const hashOf = (value: unknown): string => createHash("sha256").update(canonical(value)).digest("base64url");

/**
 * Hash of what an event says. Left out is what may differ between two sendings of one event: the device and source come
 * from the token (a watch may be paired anew in between), the zone may be added on the way, and a session sent under a
 * second event id is still that session.
 */
export function contentHash(event: LogEvent): string {
  const { type, at, localDate, utcOffsetMin, data } = event;
  return hashOf({ type, at, localDate, utcOffsetMin, data });
}
