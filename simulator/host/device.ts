import { createHardware, type Hardware } from "./hardware.ts";
import { apiLevelOf } from "./models.ts";
import { loadPackage, type Variant } from "./package.ts";
import type { BodyShape } from "./phone/fetch.ts";
import { Phone } from "./phone/phone.ts";
import { SettingsPage } from "./phone/settings-page.ts";
import type { Platform } from "./platform.ts";
import { Watch } from "./watch.ts";

export type DeviceOptions = {
  platform: Platform;
  variant: Variant;
  /** One of the variant's models; decides the API_LEVEL. */
  model: string;
  clockStartMs: number;
  /** Language of watch and phone, for example `en-US`. */
  language: string;
  settings: Readonly<Record<string, string>>;
  bodyShape: BodyShape;
  phoneInVirtualTime: boolean;
  /** After this long without a touch the screen goes dark; null: the wearer keeps it lit. */
  screenTimeoutMs: number | null;
};

/** A simulated watch with its phone. */
export type Device = {
  hardware: Hardware;
  watch: Watch;
  phone: Phone;
  settingsPage: SettingsPage;
  stop(): void;
};

export async function createDevice(options: DeviceOptions): Promise<Device> {
  const { platform, variant, model, clockStartMs, language, screenTimeoutMs } = options;
  const loaded = await loadPackage(platform, variant);
  const hardware = createHardware({
    platform,
    variant,
    model,
    apiLevel: apiLevelOf(model),
    language,
    loaded,
    clockStartMs,
    screenTimeoutMs,
  });
  const watch = new Watch(hardware);
  const phone = new Phone({
    hardware,
    language,
    seed: options.settings,
    bodyShape: options.bodyShape,
    virtualTime: options.phoneInVirtualTime,
  });
  const settingsPage = new SettingsPage(phone);
  return {
    hardware,
    watch,
    phone,
    settingsPage,
    stop: () => {
      settingsPage.close();
      watch.program.kill();
      phone.endSide();
    },
  };
}
