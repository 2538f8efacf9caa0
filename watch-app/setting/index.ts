import { gettext } from "i18n";
import { accountOf } from "../app-side/account.ts";
import { pairingOf } from "../app-side/pairing.ts";
import { DEFAULT_ADDRESS, KEYS, unquoted } from "../app-side/phone.ts";
import { fill } from "../logic/words.ts";

const line = { fontSize: "16px", margin: "12px 0", lineHeight: "24px" };
const codeStyle = { fontSize: "34px", fontWeight: "bold", letterSpacing: "4px", margin: "12px 0" };

const STATUSES = ["asking", "waiting", "paired", "denied", "expired", "address", "revoked", "later", "ok"];
/** What can only be said of a pairing that holds for the address as it is now. */
const PAIRED = ["paired", "later", "ok"];

function statusText(code: string | null, paired: boolean): string {
  const known = code !== null && STATUSES.includes(code) && (paired || !PAIRED.includes(code));
  return gettext(`settings.status.${known ? code : "unpaired"}`);
}

function syncedAt(value: string | null): string {
  const time = value === null ? gettext("settings.never") : new Date(Number(value)).toLocaleString();
  return fill(gettext("settings.lastSync"), { time });
}

AppSettingsPage({
  build({ settingsStorage }) {
    const get = (key: string): string | null => settingsStorage.getItem(key) ?? null;
    const pairing = pairingOf({ get });
    const paired = accountOf({ get }) !== null;
    const code =
      pairing === null
        ? []
        : [
            Text({ style: line }, fill(gettext("settings.code"), { uri: pairing.uri })),
            Text({ style: codeStyle }, pairing.userCode),
          ];
    return View({ style: { padding: "20px" } }, [
      Text({ style: { ...line, fontSize: "22px" } }, gettext("settings.title")),
      TextInput({
        label: gettext("settings.address"),
        placeholder: DEFAULT_ADDRESS,
        settingsKey: KEYS.address,
      }),
      Text({ style: line }, gettext("settings.addressHint")),
      // The side service is the only one that talks to the network; this page only leaves it a note.
      Button({
        label: gettext(paired ? "settings.pairAgain" : "settings.pair"),
        color: "primary",
        onClick: () => settingsStorage.setItem(KEYS.command, `pair ${Date.now()}`),
      }),
      ...code,
      Text({ style: line }, statusText(unquoted(get(KEYS.status)), paired)),
      Text({ style: line }, syncedAt(unquoted(get(KEYS.lastSync)))),
    ]);
  },
});
