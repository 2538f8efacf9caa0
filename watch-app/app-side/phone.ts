/** What the side service needs of the phone. Nothing is kept in memory: Android ends the service when it likes. */
export type Phone = {
  readonly get: (key: string) => string | null;
  /** Null removes. */
  readonly set: (key: string, value: string | null) => void;
  readonly fetch: (url: string, init: FetchInit) => Promise<Reply>;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
};

export type FetchInit = {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** `body` is null when it was no JSON. */
export type Reply = { readonly status: number; readonly body: unknown };

export const KEYS = {
  address: "backstride.address",
  source: "backstride.source",
  account: "backstride.account",
  pairing: "backstride.pairing",
  status: "backstride.status",
  lastSync: "backstride.lastSync",
  model: "backstride.model",
  /** Written by the settings page to ask for something. */
  command: "backstride.command",
  /** The choosable part of the profile as the cloud last told it, and what was chosen since. */
  profile: "backstride.profile",
  wish: "backstride.wish",
  reminder: "backstride.reminder",
  sound: "backstride.sound",
  /** The cue whose preferences the settings page shows. */
  cue: "backstride.cue",
  log: "backstride.log",
  /** Where the server asked for a pause, and until when. */
  hold: "backstride.hold",
  /** Records that are on the watch only, as it last said. */
  waiting: "backstride.waiting",
} as const;

export const DEFAULT_ADDRESS = "http://localhost:7878";

/** A settings value as it was set: some phones give it back with JSON quotes around it. */
export function unquoted(value: string | null | undefined): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

/** The server's address without a slash at its end. */
export function addressOf(phone: Pick<Phone, "get">): string {
  const typed = (unquoted(phone.get(KEYS.address)) ?? "").trim().replace(/\/+$/, "");
  if (typed === "") return DEFAULT_ADDRESS;
  return /^https?:\/\//.test(typed) ? typed : `https://${typed}`;
}

export const sourceOf = (phone: Pick<Phone, "get">): string =>
  unquoted(phone.get(KEYS.source)) === "simulator" ? "simulator" : "watch";

export function readJson(value: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = value === null ? null : JSON.parse(value);
    const inner: unknown = typeof parsed === "string" ? JSON.parse(parsed) : parsed;
    return typeof inner === "object" && inner !== null ? (inner as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
