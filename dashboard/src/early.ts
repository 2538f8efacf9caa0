/**
 * Stands in the page itself and runs before anything else is fetched, so that what the pages will need comes together with them and
 * not after them: the texts, the file of the page that is opened, a token for who has signed in here, and what that page shows. It
 * imports nothing. Who changes it changes its hash in `core/contract/site.ts`, too.
 */
type Files = Readonly<Record<string, string>>;

/** Pages that say more than the words of every day. */
const WORDY: readonly (readonly [file: string, paths: RegExp])[] = [
  ["settings", /^\/(settings|goodbye)/],
  ["start", /^\/(start|devices|screening)/],
  ["more", /^\/(add|questions|exercises|safety)/],
];
const PAGES: typeof WORDY = [["past", /^\/(history|trends)/], ["session", /^\/session\//], ...WORDY];

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

const tags = [stored("backstride.language"), ...navigator.languages].map(String);
const spoken = tags.find((tag) => `lang-${tag.slice(0, 2)}` in files)?.slice(0, 2) ?? "en";
const page = PAGES.find(([, paths]) => paths.test(location.pathname));
fetchSoon(`lang-${spoken}`);
if (page !== undefined && WORDY.includes(page)) fetchSoon(`lang-${spoken}-rest`);
fetchSoon(page?.[0] ?? "today");

/** What the pages show first, as they ask for it. */
const SHOWN: Readonly<Record<string, string>> = { "/history": "/v1/history", "/trends": "/v1/weeks" };
const session = /^\/session\/([\w-]+)$/.exec(location.pathname)?.[1];
const shown = session === undefined ? SHOWN[location.pathname + location.search] : `/v1/sessions/${session}`;

const early = new Map<string, Promise<Response>>();

function ask(path: string, answer: Promise<Response>): void {
  // Whoever takes it hears of a failure; until then it is nobody's.
  answer.catch(() => undefined);
  early.set(path, answer);
}

function send(path: string, init: RequestInit): Promise<Response> {
  return fetch(path, { ...init, cache: "no-store", signal: AbortSignal.timeout(15_000) });
}

if (stored("backstride.person") !== null) {
  const accept = "application/json";
  const token = send("/v1/token", {
    method: "POST",
    headers: { accept, "content-type": accept },
    body: '{"grant_type":"refresh_token"}',
  });
  ask("/v1/token", token);
  const bearer = token
    .then((answer) => (answer.ok ? answer.clone().json() : Promise.reject(new Error("signed out"))))
    .then(({ access_token }) => `Bearer ${access_token}`);
  for (const path of ["/v1/summary", shown]) {
    if (path === undefined) continue;
    const answer = bearer.then((authorization) => send(path, { headers: { accept, authorization } }));
    ask(path, answer);
  }
}
globalThis.backstrideEarly = early;

// The first date costs a browser as much as a page does; here it only costs the time of waiting for the rest.
const region = navigator.languages.find((tag) => tag.slice(0, 2) === spoken) ?? spoken;
const format = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
setTimeout(() => new Intl.DateTimeFormat(region, format).format(0));
