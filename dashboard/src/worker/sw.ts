import type { PushMessage } from "../../../core/contract/push.ts";

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build (vite.config.ts): the addresses of this version, and its mark. */
declare const __SHELL__: {
  readonly version: string;
  readonly files: readonly string[];
  readonly languages: readonly string[];
};

const SHELL = __SHELL__;
const PREFIX = "backstride-";
const CACHE = `${PREFIX}${SHELL.version}`;
/** Pages of the dashboard. The simulated watch and the API look after themselves; nothing of theirs is ever kept here. */
const PAGE = /^\/(?!watch(\/|$)|v1\/|\.well-known\/|healthz)[^.]*$/;

/** The tag of a language, which is two files; undefined for any other file. */
const tagOf = (path: string): string | undefined => /\/lang-(\w\w)-/.exec(path)?.[1];
const filesOf = (tags: readonly (string | undefined)[]): string[] =>
  SHELL.languages.filter((path) => tags.includes(tagOf(path)));

/** The languages that an earlier version kept: the person reads them, so this version brings them along. */
async function languagesRead(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return filesOf(kept.flat().map(({ url }) => tagOf(url)));
}

self.addEventListener("install", (event) => {
  const keep = async () => {
    const wanted = [...SHELL.files, ...(await languagesRead())];
    // Names without a hash may be in the browser's own cache in an older version.
    const requests = wanted.map(
      (path) => new Request(path, { cache: path.startsWith("/assets/") ? "default" : "reload" }),
    );
    await (await caches.open(CACHE)).addAll(requests);
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") void self.skipWaiting();
});

/** A page is the shell of this version; its files come from here, and a language is kept as a whole once one of its files was read. */
async function answer(event: FetchEvent, path: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  const known = await cache.match(path);
  if (known !== undefined) return known;
  const response = await fetch(event.request);
  if (response.ok && SHELL.languages.includes(path)) event.waitUntil(cache.addAll(filesOf([tagOf(path)])));
  return response;
}

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode === "navigate" && PAGE.test(pathname)) event.respondWith(answer(event, "/"));
  else if (pathname.startsWith("/assets/") || SHELL.files.includes(pathname)) {
    if (mode !== "navigate") event.respondWith(answer(event, pathname));
  }
});

self.addEventListener("push", (event) => {
  const message: PushMessage | undefined = event.data?.json();
  if (message === undefined) return;
  const { title, body, tag, url } = message;
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: "/icon-192.png", data: { url } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = String(event.notification.data?.url ?? "/");
  const show = async () => {
    const pages = await self.clients.matchAll({ type: "window" });
    const open = pages.find(({ url }) => PAGE.test(new URL(url).pathname));
    if (open === undefined) await self.clients.openWindow(path);
    else await (await open.navigate(path))?.focus();
  };
  event.waitUntil(show());
});
