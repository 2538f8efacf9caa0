import { effect, signal } from "@preact/signals";
import { language } from "../i18n/t.ts";

/** A newer version of these pages that waits to take over; null: none. */
export const newer = signal<ServiceWorker | null>(null);

/** Lets the newer version take over. The page then opens again as that version. */
export const takeOver = (): void => newer.value?.postMessage("take-over");

/** Makes the pages open without a network: their files are kept by a service worker, never anything of the API. */
export async function keepPages(): Promise<void> {
  // In the page from the start, the manifest would take its share of a slow connection before anything is to be seen.
  document.head.insertAdjacentHTML("beforeend", '<link rel="manifest" href="/manifest.webmanifest">');
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    // The very first worker takes a page that is fresh already.
    if (controlled) location.reload();
  });
  const registration = await serviceWorker.register("/sw.js");
  watchFor(registration);
  await serviceWorker.ready;
  effect(() => keepLanguageOf(language.value));
}

function watchFor(registration: ServiceWorkerRegistration): void {
  const offer = () => {
    if (registration.active !== null) newer.value = registration.waiting;
  };
  offer();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
}

/** The language was fetched before anybody kept anything: asked for again, all of it, the worker keeps it. */
function keepLanguageOf(tag: string): void {
  const files = document.querySelector<HTMLMetaElement>('meta[name="files"]')?.content ?? "{}";
  for (const [name, file] of Object.entries<string>(JSON.parse(files))) {
    if (name.startsWith(`lang-${tag}`)) void fetch(file).catch(() => undefined);
  }
}
