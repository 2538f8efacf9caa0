import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AuthStatus, OidcOptions, TokenAnswer } from "../../core/contract/auth.ts";
import { CLIENT_ID, CLIENT_SECRET, type OpenIdProvider, startOpenIdProvider } from "../identity/openid-provider.ts";
import { RealHost } from "./real-host.ts";

let openId: OpenIdProvider;
let host: RealHost;
beforeAll(async () => {
  openId = await startOpenIdProvider();
  const provider = { issuer: openId.issuer, clientId: CLIENT_ID, secret: CLIENT_SECRET };
  host = await RealHost.start({ provider });
  openId.serve(host.host.url);
});
afterAll(async () => {
  await host.stop();
  await openId.stop();
});

async function enter(account?: { code: string; name: string }): Promise<TokenAnswer> {
  const more = account === undefined ? {} : { account };
  const { ceremony, url } = await host.json<OidcOptions>("POST /v1/auth/oidc/options", more);
  const back = await openId.visit(url, "ann");
  expect(back.href.startsWith(`${host.host.url}/start?`)).toBe(true);
  const response = Object.fromEntries(back.searchParams);
  return host.json("POST /v1/auth/oidc/login", { ceremony, response, ...more });
}

it("the deployed functions make an account with a provider and sign it in, and the secret is in no log", async () => {
  const { provider } = await host.json<AuthStatus>("GET /v1/auth/status");
  expect(provider).toBe(new URL(openId.issuer).host);
  const made = await enter({ code: host.host.setupCode ?? "", name: "Ann" });
  expect(made.person).toMatchObject({ name: "Ann", admin: true });
  const again = await enter();
  expect(again.person).toEqual(made.person);
  expect((await host.ask("GET /v1/summary", { token: again.access_token })).status).toBe(200);
  expect(readFileSync(join(host.dataDir, "functions.log"), "utf8")).not.toContain(CLIENT_SECRET);
  expect(await host.rows()).not.toContain(CLIENT_SECRET);
});
