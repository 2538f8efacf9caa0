import "./cloud.ts";

import { generateKeyPairSync } from "node:crypto";
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  jwtVerify,
  SignJWT,
} from "jose";
import { describe, expect, it } from "vitest";
import { ROUTES } from "../../core/contract/routes.ts";
import { callerOf, type HttpEvent } from "../../lambdas/adapters/http.ts";
import type { AccessClaims } from "../../lambdas/adapters/token.ts";
import { ENDPOINTS } from "../../lambdas/identity/endpoints.ts";
import { replaceKey } from "./cloud.ts";
import { useWorld, type World } from "./world.ts";

let admin: Awaited<ReturnType<World["admin"]>>;
const world = useWorld(async (here) => {
  admin = await here.admin();
});

const contextFor = async (token: string, routeKey = "GET /v1/auth/me") =>
  (await world.authorize(routeKey, token)).context;

/** A token signed by the right key, with claims of the test's choice. */
const signed = (claims: Partial<Record<keyof AccessClaims, unknown>>) => {
  const claimed = { ...decodeJwt(admin.token), ...claims };
  return world.context().sign(claimed as unknown as AccessClaims, world.now);
};

describe("a person's access token", () => {
  it("says who it is, and verifies with the published keys", async () => {
    expect(await contextFor(admin.token)).toEqual({
      person: admin.person.id,
      deviceId: "",
      authTime: String(Math.floor(world.now / 1000)),
      scopes: "events:write plan:read history:read account:manage",
    });
    const keys = (await world.call("GET /.well-known/jwks.json")).body as unknown as JSONWebKeySet;
    const options = { issuer: "backstride", audience: "backstride", currentDate: new Date(world.now) };
    const { payload } = await jwtVerify(admin.token, createLocalJWKSet(keys), options);
    expect(payload).toMatchObject({ sub: admin.person.id, exp: Math.floor(world.now / 1000) + 900 });
    expect(payload.did).toBeUndefined();
  });

  it("is `expired` after 15 minutes, and the function behind answers 401 as problem+json", async () => {
    world.later(899);
    expect((await world.call("GET /v1/auth/me", undefined, { token: admin.token })).status).toBe(200);
    world.later(2);
    expect(await contextFor(admin.token)).toEqual({ problem: "expired" });
    const answer = await world.call("GET /v1/auth/me", undefined, { token: admin.token });
    expect(answer).toMatchObject({ status: 401, body: { code: "expired", title: "expired", status: 401 } });
    expect(answer.raw.headers?.["content-type"]).toBe("application/problem+json");
  });
});

describe("a bad token is `unauthorized`:", () => {
  const otherKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

  it.each(["", "nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.e30."])("%j", async (token) => {
    expect(await contextFor(token)).toEqual({ problem: "unauthorized" });
  });

  it.each([true, false])("signed by another key (our key id: %s)", async (ours) => {
    const kid = ours ? (decodeProtectedHeader(admin.token).kid ?? "") : "another";
    const header = { alg: "RS256", typ: "at+jwt", kid };
    const token = await new SignJWT(decodeJwt(admin.token)).setProtectedHeader(header).sign(otherKey);
    expect(await contextFor(token)).toEqual({ problem: "unauthorized" });
  });

  it("with a changed claim", async () => {
    const [header, , signature] = admin.token.split(".");
    const claims = Buffer.from(JSON.stringify({ ...decodeJwt(admin.token), sub: "someone-else" })).toString(
      "base64url",
    );
    expect(await contextFor(`${header}.${claims}.${signature}`)).toEqual({ problem: "unauthorized" });
  });

  it.each([
    ["another audience", { aud: "elsewhere" }],
    ["another issuer", { iss: "elsewhere" }],
    ["no expiry", { exp: undefined }],
    ["no subject", { sub: undefined }],
    ["no scope", { scope: undefined }],
  ])("with %s", async (_what, claims) => {
    expect(await contextFor(await signed(claims))).toEqual({ problem: "unauthorized" });
  });
});

describe("a new signing key", () => {
  it("is fetched when a token names it, but at most once a minute, whatever key ids strangers invent", async () => {
    const key = replaceKey();
    const { n = "", e = "" } = key.export({ format: "jwk" });
    const kid = await calculateJwkThumbprint({ kty: "RSA", n, e });
    const claims = { ...decodeJwt(admin.token), exp: Math.floor(world.now / 1000) + 900 };
    const token = await new SignJWT(claims).setProtectedHeader({ alg: "RS256", typ: "at+jwt", kid }).sign(key);
    expect(await contextFor(token)).toEqual({ problem: "unauthorized" });
    world.later(600);
    expect(await contextFor(token)).toMatchObject({ person: admin.person.id });
    expect(await contextFor(admin.token)).toEqual({ problem: "unauthorized" });
  });
});

describe("scopes", () => {
  it("let a device do what its scopes say, and nothing else", async () => {
    const { access_token } = await world.pair(admin.token);
    for (const route of ROUTES.filter((candidate) => candidate.scope !== null)) {
      const allowed = route.scope === "events:write" || route.scope === "plan:read";
      const context = await contextFor(access_token, `${route.method} ${route.path}`);
      if (allowed) expect(context.person, route.path).toBe(admin.person.id);
      else expect(context, route.path).toEqual({ problem: "forbidden" });
    }
  });

  it("note that the device was here, at most once a minute", async () => {
    const { access_token } = await world.pair(admin.token);
    const lastSeen = async () => {
      const { devices } = (await world.call("GET /v1/devices", undefined, { token: admin.token })).body;
      return (devices as { lastSeenAt: string | null }[]).map(({ lastSeenAt }) => lastSeenAt);
    };
    await contextFor(access_token, "GET /v1/plan");
    const first = new Date(world.now).toISOString();
    expect(await lastSeen()).toEqual([first]);
    world.later(30);
    await contextFor(access_token, "GET /v1/plan");
    expect(await lastSeen()).toEqual([first]);
    world.later(31);
    await contextFor(access_token, "GET /v1/plan");
    expect(await lastSeen()).toEqual([new Date(world.now).toISOString()]);
  });

  it("answer 403 as problem+json", async () => {
    const { access_token } = await world.pair(admin.token);
    const answer = await world.call("GET /v1/devices", undefined, { token: access_token });
    expect(answer).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });

  it("close a route that is not in the contract", async () => {
    expect(await contextFor(admin.token, "GET /v1/nowhere")).toEqual({ problem: "forbidden" });
  });
});

describe("callerOf", () => {
  it.each([undefined, {}, { person: "" }, { problem: "unauthorized", person: "someone" }])("refuses %j", (lambda) => {
    const event = { requestContext: { authorizer: { lambda } } } as unknown as HttpEvent;
    expect(() => callerOf(event)).toThrow(expect.objectContaining({ code: "unauthorized" }));
  });
});

describe("identity", () => {
  it("answers each of its routes in the contract, and no other", () => {
    const ours = ROUTES.filter((route) => route.handler === "identity").map((route) => `${route.method} ${route.path}`);
    expect(Object.keys(ENDPOINTS).sort()).toEqual(ours.sort());
  });
});
