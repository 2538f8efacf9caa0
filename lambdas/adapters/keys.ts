/** Partition of everything that belongs to one person. */
export const personKey = (person: string): string => `U#${person}`;

/** Sort keys within a person's partition. A week in a key is an ISO week, `2026-W47`, so keys sort by time. */
export const key = {
  account: "ACCOUNT",
  plan: "P#CURRENT",
  device: (id: string): string => `D#${id}`,
  /** Claims an event id for one content, whatever week it belongs to. */
  event: (eventId: string): string => `I#${eventId}`,
  session: (week: string, sessionId: string): string => `S#${week}#${sessionId}`,
  /** Claims a session id for one content, says its week, and holds trace and cues. */
  trace: (sessionId: string): string => `X#${sessionId}`,
  entry: (week: string, eventId: string): string => `E#${week}#${eventId}`,
  week: (week: string): string => `R#${week}`,
  /** Claims the saying of one reminder. */
  reminded: (what: string, dueAt: string): string => `N#${dueAt}#${what}`,
  /** A browser that is reminded, by the hash of its push address. */
  push: (endpointHash: string): string => `PUSH#${endpointHash}`,
  earlierPlan: (rev: number): string => `PH#${String(rev).padStart(8, "0")}`,
};

/** Bounds of a range of weeks for a kind of row. `~` sorts after every key of the week before it. */
export const weeks = {
  upTo: (kind: "S" | "E" | "R", week: string): string => `${kind}#${week}~`,
  from: (kind: "S" | "E" | "R", week: string): string => `${kind}#${week}`,
  first: (kind: "S" | "E" | "R"): string => `${kind}#`,
  last: (kind: "S" | "E" | "R"): string => `${kind}#~`,
  /** The week in such a key. */
  of: (sk: string): string => sk.split("#")[1] ?? "",
};

/** Quarantine is spread over so many partitions a day: an attack of bad events must not heat one. */
export const QUARANTINE_SHARDS = 10;
export const QUARANTINE_DAYS = 30;
export const quarantineKey = (date: string, shard: number): string => `Q#${date}#${shard}`;
