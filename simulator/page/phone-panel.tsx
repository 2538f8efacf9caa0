import type { Device } from "../host/device.ts";
import { t } from "./i18n/t.ts";
import { SettingsContent } from "./settings-view.tsx";
import { useSignals } from "./use.ts";

/** Where the package keeps a pairing for as long as its code can be confirmed. */
const PAIRING = "backstride.pairing";

/** The phone: the app's settings page as the Zepp app would show it, and beside it the way to where its code goes. */
export function PhonePanel({ device }: { device: Device }) {
  const { settingsPage, phone, hardware } = device;
  useSignals(settingsPage.changed, phone.changed, hardware.link.changed);
  return (
    <section class="card phone" aria-label={t("phone.title")}>
      <h2>{t("phone.title")}</h2>
      <p class="hint">{t(hardware.link.isUp() ? "phone.connected" : "phone.away")}</p>
      <div class="settings">
        <SettingsContent page={settingsPage} />
      </div>
      {phone.settings.get(PAIRING) !== null && <EnterCode />}
    </section>
  );
}

function EnterCode() {
  return (
    <div class="next">
      <a class="button" href="/devices" target="_blank" rel="noopener" aria-describedby="new-tab">
        {t("phone.enterCode")}
      </a>
      <p class="hint" id="new-tab">
        {t("phone.newTab")}
      </p>
    </div>
  );
}
