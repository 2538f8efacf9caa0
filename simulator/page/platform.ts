import type { GlobalScope, PhoneAnswer, PhoneRequest, Platform, Realm } from "../host/platform.ts";
import { type Store, scoped } from "../host/store.ts";

/** Where the host serves the unpacked package. */
export const PACKAGE_URL = new URL("/watch/package/", location.href);

/** An iframe of its own: the package's classic scripts are loaded into it by address, so nothing is ever evaluated. */
function frameRealm(base: URL, name: string): Realm {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = name;
  frame.setAttribute("aria-hidden", "true");
  document.body.append(frame);
  const window = frame.contentWindow;
  const inner = frame.contentDocument;
  if (window === null || inner === null) throw new Error("This browser gives no iframe to run the watch app in.");
  return {
    global: window as unknown as GlobalScope,
    load: (path) =>
      new Promise((resolve, reject) => {
        const script = inner.createElement("script");
        script.src = new URL(path, base).href;
        script.addEventListener("load", () => resolve());
        script.addEventListener("error", () => reject(new Error(`${path} could not be loaded.`)));
        inner.head.append(script);
      }),
    destroy: () => frame.remove(),
  };
}

async function read(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} is not there (${response.status}).`);
  return response;
}

/** The phone's way to the network. */
async function phoneFetch({ url, method, headers, body }: PhoneRequest): Promise<PhoneAnswer> {
  const response = await fetch(url, { method, headers, body, credentials: "omit", cache: "no-store" });
  return {
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

/** `localStorage`, below a name of ours. */
export function browserStore(name: string): Store {
  return scoped(
    {
      get: (key) => localStorage.getItem(key),
      set: (key, value) => localStorage.setItem(key, value),
      remove: (key) => localStorage.removeItem(key),
      keys: () => Object.keys(localStorage),
    },
    `backstride-simulator/${name}/`,
  );
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

export function browserPlatform(variantBase: string, store: Store): Platform {
  const base = new URL(variantBase, PACKAGE_URL);
  return {
    createRealm: async (name) => frameRealm(base, name),
    readText: async (path) => (await read(new URL(path, base))).text(),
    readBytes: async (path) => new Uint8Array(await (await read(new URL(path, base))).arrayBuffer()),
    fetch: phoneFetch,
    store,
    realNow: Date.now,
    turn: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
    sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
  };
}
