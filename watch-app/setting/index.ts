import { gettext } from "i18n";
import { accountOf } from "../app-side/account.ts";
import { pairingOf } from "../app-side/pairing.ts";
import { DEFAULT_ADDRESS, KEYS, unquoted } from "../app-side/phone.ts";
import { syncLog } from "../app-side/sync-log.ts";
import { fill } from "../logic/words.ts";
import { preferences } from "./preferences.ts";
import { big, line, section, words } from "./style.ts";

const codeStyle = { fontSize: "30px", fontWeight: "bold", letterSpacing: "2px", margin: "12px 0" };

const STATUSES = ["asking", "waiting", "paired", "denied", "expired", "address", "revoked", "later", "ok"];
/** What can only be said of a pairing that holds for the address as it is now. */
const PAIRED = ["paired", "later", "ok"];

function statusText(code: string | null, paired: boolean): string {
  const known = code !== null && STATUSES.includes(code) && (paired || !PAIRED.includes(code));
  return gettext(`settings.status.${known ? code : "unpaired"}`);
}

const timeOf = (at: number): string => new Date(at).toLocaleString();

function connection(store: SettingsStorage, paired: boolean): unknown[] {
  const get = (key: string): string | null => store.getItem(key) ?? null;
  const pairing = pairingOf({ get });
  const code =
    pairing === null
      ? []
      : [words(fill(gettext("settings.code"), { uri: pairing.uri })), Text({ style: codeStyle }, pairing.userCode)];
  const last = unquoted(get(KEYS.lastSync));
  const time = last === null ? gettext("settings.never") : timeOf(Number(last));
  return [
    Text({ style: { ...line, fontSize: "22px" } }, gettext("settings.title")),
    TextInput({ label: gettext("settings.address"), placeholder: DEFAULT_ADDRESS, settingsKey: KEYS.address }),
    words(gettext("settings.addressHint")),
    // The side service is the only one that talks to the network; this page only leaves it a note.
    Button({
      label: gettext(paired ? "settings.pairAgain" : "settings.pair"),
      color: "primary",
      onClick: () => store.setItem(KEYS.command, `pair ${Date.now()}`),
    }),
    ...code,
    words(statusText(unquoted(get(KEYS.status)), paired)),
    words(fill(gettext("settings.lastSync"), { time })),
  ];
}

/** What is on the watch only, and what becomes of it. */
function keeping(get: (key: string) => string | null): unknown[] {
  const n = Number(unquoted(get(KEYS.waiting))) || 0;
  const first = n > 0 ? [big(fill(gettext("settings.onlyOnWatch"), { n }))] : [];
  return [...first, words(gettext("settings.reinstall"))];
}

/** How the last syncs went, each as it was then: whether the watch is paired now says nothing about them. */
function log(get: (key: string) => string | null): unknown[] {
  const lines = syncLog({ get });
  if (lines.length === 0) return [];
  return section(
    gettext("settings.log"),
    lines.map(({ at, code }) =>
      words(fill(gettext("settings.logLine"), { time: timeOf(at), result: statusText(code, true) })),
    ),
  );
}

AppSettingsPage({
  build({ settingsStorage }) {
    const get = (key: string): string | null => settingsStorage.getItem(key) ?? null;
    const paired = accountOf({ get }) !== null;
    return View({ style: { padding: "20px" } }, [
      ...connection(settingsStorage, paired),
      ...keeping(get),
      ...(paired ? preferences(settingsStorage) : []),
      ...log(get),
    ]);
  },
});
