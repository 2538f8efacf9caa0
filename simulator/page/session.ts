import { createDevice, type Device } from "../host/device.ts";
import { Signal } from "../host/events.ts";
import type { PackageManifest, Variant } from "../host/package.ts";
import { clearStore, type Store } from "../host/store.ts";
import { watchLanguage } from "./i18n/languages.ts";
import { t } from "./i18n/t.ts";
import { browserPlatform, browserStore, PACKAGE_URL } from "./platform.ts";

/** The watch's clock starts this far behind, so that a whole session fits before it meets the real now. */
const HEAD_START_MS = 60 * 60_000;
const DRIVE_MS = 50;
/** After the computer slept, the watch does not jump. */
const LONGEST_STEP_MS = 1_000;
const CLOCK_KEY = "clock";
const chosen = browserStore("page");

export async function loadManifest(): Promise<PackageManifest> {
  const response = await fetch(new URL("manifest.json", PACKAGE_URL));
  if (!response.ok) throw new Error(t("problem.notBuilt", response.status));
  return (await response.json()) as PackageManifest;
}

export type Model = { name: string; variant: Variant };

export function modelsOf(manifest: PackageManifest): Model[] {
  return manifest.variants
    .flatMap((variant) => variant.models.map((name) => ({ name, variant })))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The model looked at last, else the best known round one. */
export function rememberedModel(models: readonly Model[]): Model | undefined {
  const name = chosen.get("model") ?? "Amazfit Balance";
  return models.find((model) => model.name === name) ?? models[0];
}

/** One simulated watch on this page, driven by real time. */
export type Session = { device: Device; model: Model; frame: Signal; stop(): void };

export async function startSession(model: Model): Promise<Session> {
  chosen.set("model", model.name);
  const store = browserStore(model.name);
  const device = await createDevice({
    platform: browserPlatform(model.variant.base, store),
    variant: model.variant,
    model: model.name,
    clockStartMs: Math.max(Date.now() - HEAD_START_MS, Number(store.get(CLOCK_KEY) ?? 0)),
    language: watchLanguage(),
    settings: { "backstride.source": "simulator", "backstride.address": location.origin },
    bodyShape: "string",
    phoneInVirtualTime: false,
    screenTimeoutMs: null,
  });
  const frame = new Signal();
  const stopDriving = drive(device, store, frame);
  await device.settingsPage.open();
  await device.watch.open();
  return {
    device,
    model,
    frame,
    stop: () => {
      stopDriving();
      device.stop();
    },
  };
}

/** Forgets everything that this watch and its phone have stored. */
export function factoryReset(model: Model): void {
  clearStore(browserStore(model.name));
}

function drive(device: Device, store: Store, frame: Signal): () => void {
  const { clock } = device.hardware;
  let last = performance.now();
  const save = () => store.set(CLOCK_KEY, String(Math.floor(clock.now())));
  const timer = setInterval(() => {
    const now = performance.now();
    const step = Math.min(now - last, LONGEST_STEP_MS);
    last = now;
    void clock.tick(step).then(() => frame.emit());
  }, DRIVE_MS);
  const saver = setInterval(save, 1_000);
  addEventListener("pagehide", save);
  return () => {
    clearInterval(timer);
    clearInterval(saver);
    removeEventListener("pagehide", save);
  };
}
