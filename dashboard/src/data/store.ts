import { useEffect } from "preact/hooks";
import type * as v from "valibot";
import { Summary } from "../../../core/contract/api.ts";
import type { LogEventOf, LogEventType } from "../../../core/contract/event.ts";
import type { Profile } from "../../../core/contract/profile.ts";
import type { BackstrideError } from "../../../core/error.ts";
import { announce } from "../ui/announce.tsx";
import { createAccounts } from "./account.ts";
import { createCache } from "./cache.ts";
import { createClient } from "./client.ts";
import { fetcher } from "./early.ts";
import { eventOf } from "./events.ts";
import { withFallback } from "./fallback.ts";
import type { Entry, KeptAnswer } from "./kept.ts";
import { createLive } from "./live.ts";
import { marker } from "./marker.ts";
import { createOutbox, type Waiting } from "./outbox.ts";
import { proveAgain } from "./proof.ts";
import { shelf } from "./shelf.ts";

export const accounts = createAccounts({ fetch: fetcher, now: () => performance.now(), marker });
export const client = createClient(fetcher, accounts, proveAgain);
export const cache = createCache({ client, shelf: shelf<KeptAnswer>("answers") });
/** Said to whoever is at the page: the form it came from is long gone. */
const onRefused = ({ message }: BackstrideError) => announce(message);
const signedIn = () => {
  const account = accounts.account.peek();
  return account.kind === "in" ? account.person.id : null;
};
const waits = withFallback(shelf<Waiting>("outbox"));
/** Whether something waits that will be gone with this page, because the browser would not store it. */
export const { fleeting } = waits;
export const outbox = createOutbox({ client, shelf: waits, person: signedIn, onRefused });

/** A profile with what was changed here and still waits to be sent. */
export const withWaiting = (profile: Profile): Profile =>
  Object.assign(
    {},
    profile,
    ...outbox.waiting.value.map((event) => (event.type === "profile.changed.v1" ? event.data : null)),
  );

const SUMMARY = "/v1/summary";

/** Everything that a new session or a new plan may have changed. */
const DEPENDENTS = ["/v1/history", "/v1/days", "/v1/weeks", "/v1/plans", "/v1/sessions/", "/v1/devices"];

export async function refreshSummary(): Promise<boolean> {
  const changed = await cache.refresh(SUMMARY, Summary);
  if (changed) for (const prefix of DEPENDENTS) void cache.invalidate(prefix);
  return changed;
}

/** Asks what is new; and while something waits here, whether it can go now. */
async function exchange(): Promise<boolean> {
  if (outbox.waiting.peek().length > 0) await outbox.flush();
  return refreshSummary();
}

function sinceWatchMs(): number {
  const seen = (cache.entry(SUMMARY, Summary).peek().data?.devices ?? []).map(({ lastSeenAt, pairedAt }) =>
    Date.parse(lastSeenAt ?? pairedAt),
  );
  return Date.now() - Math.max(0, ...seen);
}

export const live = createLive({
  ask: exchange,
  sinceWatchMs,
  visible: () => document.visibilityState === "visible",
  now: () => performance.now(),
  later: (run, ms) => window.setTimeout(run, ms),
  cancel: (timer) => window.clearTimeout(timer),
});

/** An address as a component sees it: what is known now, asked for anew each time the component appears. */
export function useResource<S extends v.GenericSchema>(path: string, schema: S): Entry<v.InferOutput<S>> {
  useEffect(() => {
    void cache.refresh(path, schema);
  }, [path, schema]);
  return cache.entry(path, schema).value;
}

/** When the fold and the plan are usually there, in milliseconds after the answer. */
const ECHO_MS = [250, 700, 1500];

/**
 * Adds an event of the signed-in person to the log and looks for what it changed. Without a network it waits in the outbox.
 * @param at when it happened, if not just now
 * @returns the event's id
 * @throws BackstrideError as the service rejected it, with the field at fault
 */
export async function tell<T extends LogEventType>(
  type: T,
  data: LogEventOf<T>["data"],
  at: Date = new Date(),
): Promise<string> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const random = crypto.getRandomValues(new Uint8Array(10));
  const event = eventOf(type, data, { now: at, zone, random });
  const taken = await outbox.add(event);
  live.touch();
  if (taken) for (const ms of ECHO_MS) setTimeout(() => void refreshSummary(), ms);
  return event.id;
}

export async function signOut(): Promise<void> {
  await accounts.signOut();
  live.stop();
  cache.clear();
}

/** This browser is no longer sent anything. One that knows nothing of push has nothing to end. */
async function endPush(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

/** The account is gone: whatever this browser still has of the person goes with it. */
export async function leaveForGood(): Promise<void> {
  const person = signedIn();
  await endPush().catch(() => undefined);
  if (person !== null) await outbox.forget(person).catch(() => undefined);
  await signOut();
}
