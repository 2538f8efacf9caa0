/**
 * Runs while the rest of the pages is still on its way, so that three things come together with it and not after it: the texts, the
 * file of the page that is opened, and a token for who has signed in here. It imports nothing, to be small.
 */
type Files = Readonly<Record<string, string>>;

const PAGES: readonly (readonly [file: string, paths: RegExp])[] = [
  ["today", /^\/(plan|rules)?$/],
  ["past", /^\/(history|trends)/],
  ["session", /^\/session\//],
  ["settings", /^\/(settings|goodbye)/],
  ["start", /^\/(start|devices|screening)/],
  ["more", /^\/(add|questions|exercises|safety)/],
];

/** Written into the page by the build (vite.config.ts): the files by name. */
const files = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="files"]')?.content ?? "{}") as Files;

function fetchSoon(name: string): void {
  const href = files[name];
  if (href === undefined) return;
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href });
  document.head.append(link);
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

const spoken = [stored("backstride.language"), ...navigator.languages].map((tag) => `lang-${tag?.slice(0, 2)}`);
fetchSoon(spoken.find((name) => name in files) ?? "lang-en");
fetchSoon(PAGES.find(([, paths]) => paths.test(location.pathname))?.[0] ?? "today");

if (stored("backstride.person") !== null) {
  const asked = fetch("/v1/token", {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: '{"grant_type":"refresh_token"}',
    cache: "no-store",
    signal: AbortSignal.timeout(15_000),
  });
  // Whoever takes it hears of a failure; until then it is nobody's.
  asked.catch(() => undefined);
  globalThis.backstrideToken = asked;
}
