import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
// @ts-expect-error plain JavaScript without declarations
import Provider from "oidc-provider";

export const CLIENT_ID = "backstride";
export const CLIENT_SECRET = "a client's secret: with / and = and %";

export type OpenIdProvider = {
  readonly issuer: string;
  /** Whose pages it sends browsers back to, from now on. */
  readonly serve: (origin: string) => void;
  /** What a browser does at the provider: signs in as `login`, consents. @returns where it is sent back to */
  readonly visit: (url: string, login: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
};

/** A real OpenID provider on loopback, with a client for the dashboard. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serve = (origin: string) => {
    const client = { client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [`${origin}/start`] };
    const provider = new Provider(issuer, { clients: [client], pkce: { required: () => true } });
    server.removeAllListeners("request").on("request", provider.callback() as RequestListener);
  };
  return { issuer, serve, visit: (url, login) => visit(issuer, url, login), stop: () => close(server) };
}

async function visit(issuer: string, url: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(url);
  for (let step = 0; step < 20; step += 1) {
    if (next.origin !== issuer) return next;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const form = await formAt(next, cookie);
    const sent =
      form === null ? {} : { method: "POST", body: new URLSearchParams({ prompt: form, login, password: "any" }) };
    const response = await fetch(next, { ...sent, headers: { cookie }, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null) throw new Error(`The provider stopped: ${response.status} ${await response.text()}`);
    next = new URL(location, next);
  }
  throw new Error("The provider did not send the browser back.");
}

/** The form of an interaction: `login` or `consent`; null at any other address. */
async function formAt(url: URL, cookie: string): Promise<string | null> {
  if (!url.pathname.startsWith("/interaction/")) return null;
  const page = await (await fetch(url, { headers: { cookie } })).text();
  return /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? null;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
