import type { Reminder } from "../../core/contract/bus.ts";
import type { PushMessage } from "../../core/contract/push.ts";
import { BackstrideError } from "../../core/error.ts";
import { REMINDERS } from "../../core/text/reminders.ts";
import { pushEndpoint } from "../adapters/endpoint.ts";
import { checkpointOf, foldBefore } from "../adapters/folds.ts";
import { key, personKey } from "../adapters/keys.ts";
import { log, metric } from "../adapters/log.ts";
import type { HasTime, Pause } from "../adapters/pause.ts";
import { isDeleted } from "../adapters/people.ts";
import { tableReader } from "../adapters/store.ts";
import { deleteRow, PRESENT, putRow, queryAll, type Row } from "../adapters/table.ts";
import { encrypt, freshSender } from "./encrypt.ts";
import type { Post } from "./post.ts";
import { authorization } from "./vapid.ts";

export type PushPorts = {
  readonly post: Post;
  readonly pause: Pause;
  readonly hasTime: HasTime;
  readonly now: () => number;
  /** Address of the dashboard, with which push services can reach the installation. */
  readonly origin: string;
  /** On one computer a push service may be on the same one. */
  readonly local: boolean;
};

const TRIES = 3;
/** A reminder that is an hour late helps nobody. */
const HELPS_S = 3600;
/** The function is called again after about one and about three minutes, here a quarter sooner at most; the third call is the last. */
const LAST_CALL_MS = 130_000;

type Outcome = "sent" | "gone" | "refused" | "later";

/**
 * Tells every browser of a person that something is due; each once, however often this runs.
 * @throws BackstrideError `unavailable`, retryable: some push service could not be reached, call again
 */
export async function push(ports: PushPorts, reminder: Reminder): Promise<void> {
  const { person, what, dueAt } = reminder;
  const lateMs = ports.now() - Date.parse(dueAt);
  if (lateMs > HELPS_S * 1000 || (await isDeleted(tableReader, person))) return;
  const rows = await queryAll(personKey(person), { prefix: key.push("") });
  const open = rows.filter(({ said }) => said !== `${what}#${dueAt}`);
  if (open.length === 0) return;
  const message = JSON.stringify(await messageFor(reminder));
  const outcomes = await Promise.all(open.map((row) => deliver(ports, row, reminder, message)));
  for (const outcome of outcomes) metric(`Push${outcome[0]?.toUpperCase()}${outcome.slice(1)}`, 1);
  if (outcomes.includes("later") && lateMs < LAST_CALL_MS) {
    throw new BackstrideError("unavailable", "A push service did not take the message.", { retryable: true });
  }
}

async function messageFor({ person, what }: Reminder): Promise<PushMessage> {
  const { language } = checkpointOf(await foldBefore(tableReader, person)).profile;
  return { title: "Backstride", body: REMINDERS[language ?? "en"][what], tag: what, url: "/" };
}

/** Tries a few times, as far as there is time; what comes of it is kept in the row, so that the next call knows. */
async function deliver(ports: PushPorts, row: Row, reminder: Reminder, message: string): Promise<Outcome> {
  const endpoint = pushEndpoint(String(row.endpoint), ports.local);
  if (endpoint === null) return remove(row);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const status = await ports.post(endpoint, await headersFor(ports, endpoint, reminder), bodyFor(row, message));
    if (status >= 200 && status < 300) {
      await putRow({ ...row, said: `${reminder.what}#${reminder.dueAt}` }, PRESENT);
      return "sent";
    }
    // RFC 8030, 7.3: the subscription is no more.
    if (status === 404 || status === 410) return remove(row);
    if (status !== 0 && status !== 429 && status < 500) {
      log("warn", "push refused", { status });
      return "refused";
    }
    if (attempt === TRIES || !ports.hasTime()) break;
    await ports.pause(attempt);
  }
  return "later";
}

async function remove({ pk, sk }: Row): Promise<Outcome> {
  await deleteRow(pk, sk);
  return "gone";
}

const bodyFor = ({ p256dh, auth }: Row, message: string): Buffer =>
  encrypt(message, { p256dh: String(p256dh), auth: String(auth) }, freshSender());

async function headersFor({ origin, now }: PushPorts, endpoint: URL, { what }: Reminder) {
  return {
    authorization: await authorization(endpoint.origin, origin, now()),
    "content-encoding": "aes128gcm",
    "content-type": "application/octet-stream",
    ttl: String(HELPS_S),
    urgency: "normal",
    // An older reminder of the same kind that still waits there is replaced.
    topic: what,
  };
}
