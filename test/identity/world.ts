import "./cloud.ts";

import { createHash } from "node:crypto";
import { afterAll, beforeEach, expect, vi } from "vitest";
import type { TokenAnswer } from "../../core/contract/auth.ts";
import { scopeOf } from "../../core/contract/routes.ts";
import { type HttpAnswer, type HttpEvent, http } from "../../lambdas/adapters/http.ts";
import { signWithKms } from "../../lambdas/adapters/signing.ts";
import { siteOf } from "../../lambdas/adapters/site.ts";
import { type AuthorizerEvent, decide } from "../../lambdas/authorize/decide.ts";
import type { Context } from "../../lambdas/identity/context.ts";
import { handle } from "../../lambdas/identity/handler.ts";
import type { PassphraseCost } from "../../lambdas/identity/passphrase.ts";
import type { Provider } from "../../lambdas/identity/provider.ts";
import { freshTable, stopCloud } from "./cloud.ts";

export const SETUP_CODE = "0193abcd-77fe-51fc09e2b7d4";
export const PASSPHRASE = "quiet morning gravel path";

/** A passphrase's cost is for guessers; only `passphrase.test.ts` is about it. */
const QUICK: PassphraseCost = { n: 16, r: 8, p: 1 };

export const LABEL = { name: "Ann's watch", model: "Amazfit Balance", app: "1.0.0" };
export const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

export type Answer = {
  readonly status: number;
  // A test reads members of whatever it asked for; a wrong one is undefined and fails the expectation.
  readonly body: Record<string, unknown>;
  readonly cookie: string | null;
  readonly raw: HttpAnswer;
};
export type Call = {
  readonly token?: string;
  readonly cookie?: string | null;
  readonly id?: string;
  readonly source?: string;
  readonly contentType?: string;
  readonly origin?: string;
};

/** Time and chance in the test's hands, and the way a request takes: authorize in front where the route has a scope. */
export class World {
  now = Date.now();
  domain = "localhost:7878";
  setupCode = SETUP_CODE;
  provider: Provider | null = null;
  passphraseCost = QUICK;
  /** What identity put on the bus. */
  readonly emitted: { readonly type: string; readonly detail: unknown }[] = [];
  private drawn = 0;
  private seed = "";

  /** As new, with its own chance. */
  begin(seed: string): void {
    Object.assign(this, {
      now: Date.now(),
      domain: "localhost:7878",
      setupCode: SETUP_CODE,
      provider: null,
      passphraseCost: QUICK,
      drawn: 0,
      seed,
    });
    this.emitted.length = 0;
  }

  later(seconds: number): void {
    this.now += seconds * 1000;
  }

  context(source = "203.0.113.7"): Context {
    const random = (bytes: number): Buffer => {
      this.drawn += 1;
      return createHash("shake256", { outputLength: bytes }).update(`${this.seed}/${this.drawn}`).digest();
    };
    const { now, setupCode, provider, passphraseCost } = this;
    const emit = async (type: string, detail: unknown) => {
      this.emitted.push({ type, detail });
    };
    const site = siteOf(this.domain);
    return { now, random, passphraseCost, sign: signWithKms, emit, site, setupCode, provider, source };
  }

  async call(routeKey: string, body?: unknown, how: Call = {}): Promise<Answer> {
    const event = eventOf(siteOf(this.domain).cookie, routeKey, body, how);
    if (scopeOf(routeKey) !== null) {
      const answer = await this.authorize(routeKey, how.token ?? "");
      Object.assign(event.requestContext, { authorizer: { lambda: answer.context } });
    }
    const raw = await http((request) => handle(this.context(how.source), request))(event);
    const cookie = /^backstride_refresh(?:_\d+)?=([^;]*)/.exec(raw.cookies?.[0] ?? "")?.[1] ?? null;
    const parsed = raw.body === undefined ? {} : (JSON.parse(raw.body) as Record<string, unknown>);
    return { status: raw.statusCode ?? 0, body: parsed, cookie, raw };
  }

  authorize(routeKey: string, token: string) {
    const event = { routeKey, headers: { authorization: `Bearer ${token}` } };
    return decide(event as unknown as AuthorizerEvent, this.now);
  }

  register(name = "Ann", code = SETUP_CODE, passphrase = PASSPHRASE): Promise<Answer> {
    return this.call("POST /v1/auth/passphrase/register", { code, name, passphrase });
  }

  login(name = "Ann", passphrase = PASSPHRASE, source?: string): Promise<Answer> {
    return this.call("POST /v1/auth/passphrase/login", { name, passphrase }, source === undefined ? {} : { source });
  }

  /** The admin, signed in. */
  async admin(): Promise<{ token: string; cookie: string; person: TokenAnswer["person"] }> {
    const answer = await this.register();
    if (answer.cookie === null) throw new Error(JSON.stringify(answer.body));
    const { access_token: token, person } = answer.body as unknown as TokenAnswer;
    return { token, cookie: answer.cookie, person };
  }

  /** A watch, paired to whoever holds `token`. */
  async pair(token: string): Promise<TokenAnswer> {
    const { user_code, device_code } = (await this.call("POST /v1/pair/start", LABEL)).body;
    await this.call("POST /v1/pair/confirm", { user_code, approve: true }, { token });
    const answer = await this.call("POST /v1/pair/token", { grant_type: DEVICE_GRANT, device_code });
    return answer.body as unknown as TokenAnswer;
  }

  async invite(token: string): Promise<string> {
    const answer = await this.call("POST /v1/auth/invites", {}, { token });
    return String(answer.body.code);
  }
}

/** The world of each test in a file: the same one, begun anew, with an empty table. `prepare` runs before each test. */
export function useWorld(prepare: (world: World) => Promise<void> = async () => {}): World {
  const world = new World();
  afterAll(stopCloud);
  beforeEach(async () => {
    // Crashes and refusals are logged as they should be; here they would only bury the verdict.
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    await freshTable();
    world.begin(expect.getState().currentTestName ?? "");
    await prepare(world);
  });
  return world;
}

function eventOf(cookie: string, routeKey: string, body: unknown, how: Call): HttpEvent {
  const event = {
    version: "2.0",
    routeKey,
    headers: {
      "content-type": how.contentType ?? "application/json; charset=utf-8",
      ...(how.origin === undefined ? {} : { origin: how.origin }),
    },
    cookies: how.cookie == null ? [] : [`${cookie}=${how.cookie}`],
    pathParameters: how.id === undefined ? {} : { id: how.id },
    requestContext: { http: { sourceIp: how.source ?? "203.0.113.7" } },
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  };
  return event as unknown as HttpEvent;
}
