import { gettext } from "i18n";
import { pairingOf } from "../app-side/pairing.ts";
import { DEFAULT_ADDRESS, KEYS, unquoted } from "../app-side/phone.ts";
import { fill } from "../logic/words.ts";

const line = { fontSize: "16px", margin: "12px 0", lineHeight: "24px" };
const codeStyle = { fontSize: "34px", fontWeight: "bold", letterSpacing: "4px", margin: "12px 0" };

const STATUSES = ["unpaired", "asking", "waiting", "paired", "denied", "expired", "address", "revoked", "later", "ok"];

function statusText(code: string | null): string {
  return gettext(`settings.status.${code !== null && STATUSES.includes(code) ? code : "unpaired"}`);
}

function syncedAt(value: string | null): string {
  const time = value === null ? gettext("settings.never") : new Date(Number(value)).toLocaleString();
  return fill(gettext("settings.lastSync"), { time });
}

AppSettingsPage({
  build({ settingsStorage }) {
    const get = (key: string): string | null => settingsStorage.getItem(key) ?? null;
    const pairing = pairingOf({ get });
    const paired = unquoted(get(KEYS.account)) !== null;
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
      Text({ style: line }, statusText(unquoted(get(KEYS.status)))),
      Text({ style: line }, syncedAt(unquoted(get(KEYS.lastSync)))),
    ]);
  },
});
