import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, importPKCS8, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TokenAnswer } from "../../core/contract/auth.ts";
import { ROUTES } from "../../core/contract/routes.ts";
import { checkin, session } from "../pipeline/events.ts";
import { RealHost } from "./real-host.ts";

const PROTECTED = ROUTES.filter(({ scope }) => scope !== null);
const UNKNOWN = "0193a1b2-c3d4-7000-8000-00000000ffff";

let host: RealHost;
let ann: TokenAnswer;
let ben: TokenAnswer;
let watch: TokenAnswer;
beforeAll(async () => {
  host = await RealHost.start();
  ann = await host.register("Ann", host.host.setupCode ?? "");
  const { code } = await host.json<{ code: string }>("POST /v1/auth/invites", {}, ann.access_token);
  ben = await host.register("Ben", code);
  watch = await host.pair(ann.access_token);
});
afterAll(() => host.stop());

const at = (path: string, id = UNKNOWN) => path.replace(/\{\w+\}/, id);

/** Every protected route with one token, as `METHOD path: status`, refused ones left out. */
async function answered(token: string): Promise<string[]> {
  const open: string[] = [];
  for (const { method, path } of PROTECTED) {
    const answer = await host.ask(`${method} ${at(path)}`, { token, body: "{}" });
    const type = answer.headers.get("content-type");
    const refused = [401, 403].includes(answer.status) && type === "application/problem+json";
    if (!refused) open.push(`${method} ${path}: ${answer.status}`);
  }
  return open;
}

describe("no protected route answers to", () => {
  const claims = () => ({ ...decodeJwt(ann.access_token), exp: Math.floor(Date.now() / 1000) + 900 });
  const header = () => ({ ...decodeProtectedHeader(ann.access_token), alg: "RS256" });
  const ours = () => importPKCS8(host.signingKey(), "RS256");
  const sign = async (change: object, headerChange: object = {}) =>
    new SignJWT({ ...claims(), ...change }).setProtectedHeader({ ...header(), ...headerChange }).sign(await ours());
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");

  const TOKENS: Record<string, () => Promise<string> | string> = {
    "an expired token": () => sign({ exp: Math.floor(Date.now() / 1000) - 1 }),
    "a token of another issuer": () => sign({ iss: "https://elsewhere.example" }),
    "a token for another audience": () => sign({ aud: "elsewhere" }),
    "a token without a scope": () => sign({ scope: "" }),
    "a token of another kind": () => sign({}, { typ: "JWT" }),
    "a token of nobody": () => sign({ sub: UNKNOWN }),
    "a token of an earlier epoch": () => sign({ epoch: -1 }),
    "a token of a device that is not paired": () => sign({ did: UNKNOWN, epoch: undefined }),
    "an unsigned token": () => `${encoded({ ...header(), alg: "none" })}.${encoded(claims())}.`,
    "a token signed with the public key as a secret": () => {
      const secret = createPublicKey(host.signingKey()).export({ type: "spki", format: "pem" });
      return new SignJWT(claims()).setProtectedHeader({ ...header(), alg: "HS256" }).sign(Buffer.from(secret));
    },
    "a token signed with another key": () => {
      const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
      return new SignJWT(claims()).setProtectedHeader(header()).sign(privateKey);
    },
    "a refresh token": () => String(watch.refresh_token),
  };

  it.each(Object.entries(TOKENS))("%s", async (_name, token) => {
    expect(await answered(await token())).toEqual([]);
  });

  it("the token of a watch, but for what a watch does", async () => {
    const open = (await answered(watch.access_token)).map((line) => line.replace(/: \d+$/, ""));
    const allowed = PROTECTED.filter(({ scope }) => scope === "events:write" || scope === "plan:read");
    expect(open).toEqual(allowed.map(({ method, path }) => `${method} ${path}`));
  });

  it("the token of a watch that was removed", async () => {
    const lost = await host.pair(ann.access_token);
    await host.ask(`DELETE /v1/devices/${lost.device_id}`, { token: ann.access_token });
    expect(await answered(lost.access_token)).toEqual([]);
  });
});

describe("what belongs to one person", () => {
  const outing = session("2026-11-20");
  const event = { ...outing, source: "api" };
  const events = (token: string, body: unknown) => host.json("POST /v1/events", body, token);

  it("cannot be read, changed or removed by another who knows its id", async () => {
    await events(ann.access_token, { events: [event] });
    const keys = { p256dh: createPublicKeyPoint(), auth: "A".repeat(22) };
    const wanted = { endpoint: "https://push.example.com/a", keys, name: "Ann's laptop" };
    const { id: push } = await host.json<{ id: string }>("POST /v1/push/subscriptions", wanted, ann.access_token);
    const { id: invite } = await host.json<{ id: string }>("POST /v1/auth/invites", {}, ann.access_token);
    await host.host.whenIdle();
    const before = await host.rows();
    const ids = [outing.data.sessionId, watch.device_id ?? "", push, invite];
    for (const { method, path } of PROTECTED.filter((route) => route.path.includes("{"))) {
      for (const id of ids) {
        const answer = await host.ask(`${method} ${at(path, id)}`, { token: ben.access_token, body: "{}" });
        expect([path, id, answer.status >= 400 && answer.status < 500]).toEqual([path, id, true]);
      }
    }
    expect(await host.rows()).toBe(before);
  });

  it("is not touched by another's event about it", async () => {
    const deleted = { ...checkin("2026-11-20"), source: "api", type: "session.deleted.v1" };
    const { sessionId } = outing.data;
    await events(ben.access_token, {
      events: [event, { ...deleted, data: { sessionId, sessionDate: "2026-11-20" } }],
    });
    await host.host.whenIdle();
    const mine = await host.ask(`GET /v1/sessions/${sessionId}`, { token: ann.access_token });
    expect([mine.status, (await mine.json()) as object]).toMatchObject([200, { session: { sessionId } }]);
  });
});

it("an answer comes compressed, and not again to who has it", async () => {
  const first = await host.ask("GET /v1/openapi.json", { headers: { "accept-encoding": "br" } });
  expect([first.status, first.headers.get("content-encoding")]).toEqual([200, "br"]);
  expect(await first.json()).toMatchObject({ openapi: "3.1.0" });
  const headers = { "if-none-match": String(first.headers.get("etag")) };
  const again = await host.ask("GET /v1/openapi.json", { headers });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

function createPublicKeyPoint(): string {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  return publicKey.export({ type: "spki", format: "der" }).subarray(-65).toString("base64url");
}
