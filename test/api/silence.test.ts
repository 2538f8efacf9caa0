import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { PasskeyOptions, TokenAnswer } from "../../core/contract/auth.ts";
import { ROUTES } from "../../core/contract/routes.ts";
import { Authenticator } from "../identity/authenticator.ts";
import { BrowserPush } from "../identity/browser-push.ts";
import { envelope, firstVisitEvents, newId, sessionEvent } from "../product/client.ts";
import { damage, poison } from "./damage.ts";
import { PASSPHRASE, RealHost } from "./real-host.ts";

/*
 * One person goes through everything that there is, and so does what goes wrong. Nothing that they said, and nothing that opens
 * their account, may stand in a line that a function or the host itself writes.
 */
const HOUR_MS = 3_600_000;
const NAME = "Quillon Vanterpool";
/** Short, because `JSON.parse` quotes the first ten characters. */
const SPOKEN = "pinpricks";
const NUMBER = "0199-733-1202";
const BIRTH_YEAR = 1937;
const PHRASES = ["a wrong passphrase of mine", "seven herons over the marsh"] as const;

/** What must not be seen, with what it is. */
const secrets = new Map<string, string>(Object.entries({ NAME, SPOKEN, NUMBER, PASSPHRASE }));
/** What was printed by this process, where the host runs. */
const printed: string[] = [];
let host: RealHost;
let browser: BrowserPush;
let ann: TokenAnswer;
let log = "";

const keep = (what: string, value: unknown) => secrets.set(`${what} ${secrets.size}`, String(value));
const ask = (route: string, body: unknown = {}, token = ann.access_token, headers = {}) =>
  host.ask(route, { token, headers, body: typeof body === "string" ? body : JSON.stringify(body) });
const json = async <T>(route: string, body?: unknown, token?: string) => (await ask(route, body, token)).json() as T;

async function signedIn(route: string, body: unknown): Promise<TokenAnswer> {
  const answer = await ask(route, body, "nobody");
  const cookie = /backstride_refresh\w*=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[0];
  const tokens = (await answer.json()) as TokenAnswer;
  expect([route, answer.status, typeof cookie]).toEqual([route, 200, "string"]);
  keep("access token", tokens.access_token);
  keep("cookie", String(cookie).split("=")[1]);
  await ask("POST /v1/token", { grant_type: "refresh_token" }, "nobody", { cookie });
  return tokens;
}

const login = () => signedIn("POST /v1/auth/passphrase/login", { name: NAME, passphrase: PHRASES[1] });

async function comeIn(): Promise<void> {
  const code = host.host.setupCode;
  keep("setup code", code);
  const start = { name: NAME, passphrase: PASSPHRASE };
  await ask("POST /v1/auth/passphrase/register", { ...start, code: `${SPOKEN}-code` }, "nobody");
  ann = await signedIn("POST /v1/auth/passphrase/register", { ...start, code });
  for (const phrase of PHRASES) keep("passphrase", phrase);
  await ask("POST /v1/auth/passphrase/login", { name: NAME, passphrase: PHRASES[0] }, "nobody");
  ann = await json("POST /v1/auth/passphrase", { passphrase: PHRASES[1] });
  const { codes } = await json<{ codes: string[] }>("POST /v1/auth/recovery-codes");
  for (const one of codes) keep("recovery code", one);
  await signedIn("POST /v1/auth/recovery/login", { name: NAME, code: codes[0] });
  await ask("POST /v1/auth/recovery/login", { name: NAME, code: codes[0] }, "nobody");
  const invite = await json<{ code: string }>("POST /v1/auth/invites");
  keep("invite", invite.code);
  const guest = { code: invite.code, name: `${NAME} the younger`, passphrase: PASSPHRASE };
  await signedIn("POST /v1/auth/passphrase/register", guest);
}

async function passkey(): Promise<void> {
  const key = new Authenticator("ES256", host.host.url);
  keep("passkey", key.id.toString("base64url"));
  const begun = await json<PasskeyOptions & { options: { user: { id: string } } }>("POST /v1/auth/passkeys/options");
  keep("challenge", begun.options.challenge);
  keep("ceremony", begun.ceremony);
  await ask("POST /v1/auth/passkeys", { ceremony: begun.ceremony, name: NAME, response: key.create(begun.options) });
  for (const twist of [{ origin: `https://${SPOKEN}.example` }, {}]) {
    const { ceremony, options } = await json<PasskeyOptions>("POST /v1/auth/passkey/login-options", {}, "nobody");
    const response = key.get(options, twist);
    keep("signature", response.response.signature);
    await ask("POST /v1/auth/passkey/login", { ceremony, response }, "nobody");
  }
}

async function watch(): Promise<TokenAnswer> {
  const label = { name: `${NAME}'s wrist`, model: SPOKEN, app: "1.0.0" };
  type Started = { user_code: string; device_code: string };
  const { user_code, device_code } = await json<Started>("POST /v1/pair/start", label, "nobody");
  keep("user code", user_code);
  keep("device code", device_code);
  const grant = { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code };
  await ask("POST /v1/pair/token", grant, "nobody");
  await ask("POST /v1/pair/confirm", { user_code: "BCDF-GHJK" });
  for (const more of [{}, { approve: true }]) await ask("POST /v1/pair/confirm", { user_code, ...more });
  const paired = await json<TokenAnswer>("POST /v1/pair/token", grant, "nobody");
  keep("refresh token", paired.refresh_token);
  keep("access token", paired.access_token);
  return paired;
}

/** What was said of a session afterwards, in words. */
function told(session: ReturnType<typeof sessionEvent>) {
  const { sessionId, endedAt, outcome, reason, steps, surface, scores } = session.data;
  const data = { sessionId, sessionDate: session.localDate, endedAt, outcome, reason, steps, surface, scores };
  return { ...envelope(), type: "session.edited.v1", data: { ...data, notes: SPOKEN } };
}

async function tell(): Promise<void> {
  const session = sessionEvent();
  const [screening, profile] = firstVisitEvents();
  const about = { ...profile, data: { ...profile?.data, birthYear: BIRTH_YEAR, emergencyNumber: NUMBER } };
  const send = (...events: object[]) => ask("POST /v1/events", { events });
  expect(await (await send(screening ?? {}, about, session, told(session))).json()).toMatchObject({ rejected: [] });
  await send({ ...session, data: { ...session.data, device: SPOKEN } }, { ...session, id: newId(), type: SPOKEN });
  for (const body of [`{"notes": ${SPOKEN}`, SPOKEN, JSON.stringify(SPOKEN.repeat(9_000))]) {
    expect((await ask("POST /v1/events", body)).status).toBeGreaterThanOrEqual(400);
  }
  for (const { method, path } of ROUTES.filter((route) => route.method === "GET")) {
    const at = path.replace("{id}", session.data.sessionId);
    for (const query of ["", `?cursor=${SPOKEN}&from=${SPOKEN}`]) await ask(`${method} ${at}${query}`);
    await ask(`${method} ${path.replace("{id}", SPOKEN)}`, {}, SPOKEN);
  }
  const subscription = browser.subscription(NAME, `/${SPOKEN}`);
  for (const value of [browser.origin, ...Object.values(subscription.keys)]) keep("push", value);
  await ask("POST /v1/push/subscriptions", subscription);
}

async function goWrong(): Promise<void> {
  await poison(host, ann.person.id, SPOKEN);
  await host.host.whenIdle();
  let lost = 1;
  host.host.faults.afterAwsCall = (call) =>
    call.function.endsWith("-record") && call.operation === "PutItem" && lost-- > 0 ? "crash" : "answer";
  await ask("POST /v1/events", { events: [sessionEvent(new Date(host.host.clock.now() - 2 * HOUR_MS))] });
  await host.host.whenIdle();
  await host.host.clock.advance(HOUR_MS / 20);
  browser.answers.push(403);
  await host.host.clock.advance(26 * HOUR_MS);
  ann = await login();
  await damage(host, ann.person.id, SPOKEN);
  expect((await ask("GET /v1/summary")).status).toBe(500);
  await ask("POST /v1/events", { events: [sessionEvent(new Date(host.host.clock.now() - HOUR_MS))] });
  await host.host.whenIdle();
  await host.host.clock.advance(HOUR_MS / 10);
}

async function copied(watchTokens: TokenAnswer): Promise<void> {
  const renew = (refresh_token: unknown) =>
    json<TokenAnswer>("POST /v1/token", { grant_type: "refresh_token", refresh_token }, "nobody");
  const next = await renew(watchTokens.refresh_token);
  keep("refresh token", next.refresh_token);
  keep("refresh token", (await renew(next.refresh_token)).refresh_token);
  await host.host.clock.advance(61_000);
  await renew(watchTokens.refresh_token);
}

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  }
  [host, browser] = await Promise.all([RealHost.start(), BrowserPush.start()]);
  await comeIn();
  await passkey();
  const watchTokens = await watch();
  await tell();
  await copied(watchTokens);
  ann = await login();
  await goWrong();
  ann = await login();
  expect((await ask("DELETE /v1/account")).status).toBe(202);
  await host.host.clock.advance(HOUR_MS / 20);
  await host.host.whenIdle();
  await host.host.stop();
  log = host.log();
}, 240_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await browser.stop();
  await host.stop();
});

it.each([
  ...["taken", "recorded", "planned", "reminded", "pushed", "erased", "push refused", "passkey refused"],
  ...["refresh token used again: family revoked", "unexpected", "not recorded", "delivery failed", "dead letter"],
])("all of it happened: %s", (message) => {
  expect(log).toContain(`"message":"${message}"`);
});

it("a poisoned event was put aside, and an error that nobody foresaw was thrown", () => {
  expect(log).toContain('"EventsQuarantined":1');
  expect(log).toMatch(/Invoke Error\t\{"errorType":"SyntaxError"/);
});

it("no line holds what opens an account, or what a person said", () => {
  expect(secrets.size).toBeGreaterThan(40);
  const seen = [...secrets].filter(([, secret]) => secret.length < 6 || `${log}${printed.join("")}`.includes(secret));
  expect(seen).toEqual([]);
  expect(log).not.toMatch(/scores|"steps"|"back"|"leg"|usualPain|answers|birthYear|emergency|Bearer/);
  expect(log).not.toMatch(new RegExp(`[:\\s"]${BIRTH_YEAR}\\b`));
});
