import { BaseSideService } from "@zeppos/zml/base-side";
import { adaptFetch } from "./http.ts";
import { followPairing, pairingOf, startPairing } from "./pairing.ts";
import { KEYS, type Phone, unquoted } from "./phone.ts";
import { sendWish } from "./preferences.ts";
import { relay } from "./relay.ts";

const wait = (ms: number): Promise<void> => new Promise((done) => void setTimeout(() => done(), ms));
const store = settings.settingsStorage;

const phone: Phone = {
  get: (key) => store.getItem(key) ?? null,
  set: (key, value) => {
    // Every write wakes this service anew, so the same value is not written twice.
    if (value === null) store.removeItem(key);
    else if (store.getItem(key) !== value) store.setItem(key, value);
  },
  fetch: adaptFetch(fetch, wait),
  now: () => Date.now(),
  wait,
};

/** Which pairing is being followed: the service hears of its own writes too. */
let following: string | null = null;

async function follow(resumed = false): Promise<void> {
  const pairing = pairingOf(phone);
  if (pairing === null || pairing.deviceCode === following) return;
  following = pairing.deviceCode;
  await followPairing(phone, resumed);
}

async function obey(command: string | null): Promise<void> {
  if (command === null || !command.startsWith("pair")) return;
  phone.set(KEYS.command, null);
  await startPairing(phone, APP_VERSION);
  await follow();
}

const wish = (): Promise<void> => sendWish(phone, -new Date().getTimezoneOffset());

const quietly = (work: Promise<unknown>): void => {
  work.catch((error: unknown) => console.log("side", String(error)));
};

AppSideService(
  BaseSideService({
    onInit() {
      quietly(obey(unquoted(phone.get(KEYS.command))));
      quietly(follow(true));
      quietly(wish());
    },
    onSettingsChange(change) {
      if (change?.key === KEYS.command) quietly(obey(unquoted(phone.get(KEYS.command))));
      if (change?.key === KEYS.wish) quietly(wish());
    },
    onRequest(request, answer) {
      relay(phone, request.method, request.params as Readonly<Record<string, unknown>>).then(
        (result) => (result === null ? answer({ message: "unknown method" }) : answer(null, result)),
        (error: unknown) => answer({ message: String(error) }),
      );
    },
  }),
);
