import { createECDH, type ECDH, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createLocalJWKSet, jwtVerify } from "jose";

type Decrypt = (body: Buffer, params: { version: string; privateKey: ECDH; authSecret: string }) => Buffer;
/** Encrypted content encoding as others wrote it: the other side of ours. */
const { decrypt } = createRequire(import.meta.url)("http_ece") as { decrypt: Decrypt };

export type Received = { readonly message: unknown; readonly headers: IncomingMessage["headers"] };

/** A browser with its push service, both on loopback: keeps what its service worker would be handed. */
export class BrowserPush {
  readonly received: Received[] = [];
  /** What the service answers, one after the other; 201 once they are used up. */
  readonly answers: number[] = [];
  calls = 0;
  private readonly pair = createECDH("prime256v1");
  private readonly auth = randomBytes(16).toString("base64url");
  private readonly server = createServer((request, response) => {
    void this.take(request).then((status) => response.writeHead(status).end());
  });
  private port = 0;

  static async start(): Promise<BrowserPush> {
    const browser = new BrowserPush();
    browser.pair.generateKeys();
    await new Promise<void>((done) => browser.server.listen(0, "127.0.0.1", done));
    browser.port = (browser.server.address() as AddressInfo).port;
    return browser;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  subscription(name = "Test browser", path = "/a") {
    const p256dh = this.pair.getPublicKey("base64url");
    return { endpoint: this.origin + path, expirationTime: null, keys: { p256dh, auth: this.auth }, name };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async take(request: IncomingMessage): Promise<number> {
    this.calls += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const status = this.answers.shift() ?? 201;
    if (status !== 201) return status;
    const params = { version: "aes128gcm", privateKey: this.pair, authSecret: this.auth };
    const message = JSON.parse(decrypt(Buffer.concat(chunks), params).toString("utf8"));
    this.received.push({ message, headers: request.headers });
    return status;
  }
}

/** What the `Authorization` of a push request says, verified with the key that it names itself (RFC 8292). */
export async function vapidClaims(header: string, audience: string, at: number) {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), k=([\w-]{87})$/.exec(header) ?? [];
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  const keys = createLocalJWKSet({ keys: [{ kty: "EC", crv: "P-256", x, y }] });
  const { payload } = await jwtVerify(token, keys, { audience, currentDate: new Date(at), algorithms: ["ES256"] });
  return { payload, key };
}
