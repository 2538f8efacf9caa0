import type { Device } from "../host/device.ts";
import { SettingsContent } from "./settings-view.tsx";
import { useSignals } from "./use.ts";

/** The phone: the app's settings page as the Zepp app would show it. */
export function PhonePanel({ device }: { device: Device }) {
  const { settingsPage, phone, hardware } = device;
  useSignals(settingsPage.changed, phone.changed, hardware.link.changed);
  return (
    <section class="card phone" aria-label="Phone">
      <h2>Phone</h2>
      <p class="hint">{hardware.link.isUp() ? "Connected with the watch." : "Out of the watch's reach."}</p>
      <div class="settings">
        <SettingsContent page={settingsPage} />
      </div>
    </section>
  );
}
