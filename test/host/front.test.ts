import { createPublicKey, verify } from "node:crypto";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Host } from "../../local/host.ts";
import { fixtureAssembly, post, startFixture, temporaryFolder } from "./assembly.ts";

const folder = temporaryFolder();
const SCRIPT = `console.log(${JSON.stringify("walk ".repeat(1000))});`;
let assembly: string;
let host: Host;

function write(path: string, text: string): string {
  const full = join(folder.path, "sites", path);
  mkdirSync(join(full, ".."), { recursive: true });
  writeFileSync(full, text);
  return full;
}

beforeAll(async () => {
  assembly = await fixtureAssembly(folder.path);
  write("secret.txt", "outside");
  write("dashboard/index.html", "<!doctype html><title>dashboard</title>");
  write("dashboard/assets/app-a1B2c3D4.js", SCRIPT);
  write("simulator/index.html", "<!doctype html><title>simulator</title>");
  write("package/manifest.json", "{}");
  const at = (name: string) => join(folder.path, "sites", name);
  host = await startFixture(assembly, join(folder.path, "data"), {
    sites: [
      { at: "/watch/package/", folder: at("package"), pages: false },
      { at: "/watch/", folder: at("simulator"), pages: false },
      { at: "/", folder: at("dashboard"), pages: true },
    ],
  });
});
afterAll(async () => {
  await host.stop();
  folder.remove();
});

type Raw = { status: number; headers: IncomingHttpHeaders; body: string };

/** fetch tidies paths and host names; this sends them as they are. */
function raw(path: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: "127.0.0.1",
      port: host.port,
      path,
      headers: { host: `localhost:${host.port}`, ...headers },
    });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.end();
  });
}

describe("the API", () => {
  it("gives a function the event that API Gateway would", async () => {
    const headers = { authorization: "Bearer anna", cookie: "a=1; b=2", "x-more": "yes" };
    const event = await (await fetch(`${host.url}/v1/history?from=2026-11-01&tag=x&tag=y`, { headers })).json();
    expect(event).toMatchObject({
      version: "2.0",
      routeKey: "GET /v1/history",
      rawPath: "/v1/history",
      rawQueryString: "from=2026-11-01&tag=x&tag=y",
      cookies: ["a=1", "b=2"],
      queryStringParameters: { from: "2026-11-01", tag: "x,y" },
      headers: { "x-more": "yes" },
      requestContext: {
        authorizer: { lambda: { person: "anna", routeKey: "GET /v1/history" } },
        http: { method: "GET", path: "/v1/history", sourceIp: "127.0.0.1" },
      },
      isBase64Encoded: false,
    });
    expect((event as { headers: object }).headers).not.toHaveProperty("cookie");
  });

  it("fills in path parameters, and takes a row that an event left", async () => {
    await post(host, { id: "a b" });
    await host.whenIdle();
    const answer = await fetch(`${host.url}/v1/sessions/a%20b`, { headers: { authorization: "Bearer anna" } });
    expect(answer.status).toBe(200);
  });

  it.each([
    ["no token", {}, 401, "Unauthorized"],
    ["a refused token", { authorization: "Bearer nobody" }, 403, "Forbidden"],
    ["an authorizer that breaks", { authorization: "Bearer broken" }, 500, "Internal Server Error"],
  ])("answers %s as API Gateway does", async (_, headers, status, message) => {
    const answer = await fetch(`${host.url}/v1/summary`, { headers: headers as Record<string, string> });
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
  });

  it("signs with a key that only its owner can read, and sets every cookie", async () => {
    const answer = await fetch(`${host.url}/v1/token`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "hello",
    });
    const { signature, publicKey, domain, code } = (await answer.json()) as Record<string, string>;
    const key = createPublicKey({ key: Buffer.from(publicKey ?? "", "base64"), format: "der", type: "spki" });
    expect(verify("sha256", Buffer.from("hello"), key, Buffer.from(signature ?? "", "base64"))).toBe(true);
    expect(answer.headers.getSetCookie()).toEqual(["one=1; Path=/", "two=2; Path=/v1"]);
    expect(domain).toBe(`localhost:${host.port}`);
    expect(code).toBe(host.setupCode);
    const keys = join(folder.path, "data", "keys");
    expect(readdirSync(keys).map((name) => statSync(join(keys, name)).mode & 0o777)).toEqual([0o600]);
  });

  it.each([
    ["GET", "/v1/nothing", 404, "not_found"],
    ["GET", "/v1/sessions/", 404, "not_found"],
    ["PUT", "/v1/plan", 405, "method_not_allowed"],
  ])("answers %s %s with %i and a problem", async (method, path, status, code) => {
    const answer = await fetch(host.url + path, { method });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status, code });
    expect(answer.status).toBe(status);
  });

  it("cuts a body of more than 6 MB off", async () => {
    const headers = { authorization: "Bearer anna", "content-type": "application/json" };
    const body = "x".repeat(6 * 1024 * 1024 + 1);
    const answer = await fetch(`${host.url}/v1/events`, { method: "POST", headers, body });
    expect([answer.status, await answer.json()]).toEqual([413, expect.objectContaining({ code: "too_large" })]);
  });

  it("loses an answer when told to, after the work is done", async () => {
    host.faults.dropHttpAnswers = 1;
    await expect(post(host, { id: "lost" })).rejects.toThrow();
    await host.whenIdle();
    const answer = await fetch(`${host.url}/v1/sessions/lost`, { headers: { authorization: "Bearer anna" } });
    expect(answer.status).toBe(200);
  });
});

describe("the files", () => {
  it.each(["/", "/history", "/sessions/0193"])("%s is the dashboard's page", async (path) => {
    const answer = await fetch(host.url + path);
    expect(await answer.text()).toContain("dashboard");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("of the simulated watch may be framed by our own pages", async () => {
    const answer = await fetch(`${host.url}/watch/`);
    expect(await answer.text()).toContain("simulator");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    expect((await fetch(`${host.url}/watch`)).url).toBe(`${host.url}/watch/`);
    expect(await (await fetch(`${host.url}/watch/package/manifest.json`)).text()).toBe("{}");
  });

  it("with a hash in their name are kept for ever, and travel compressed", async () => {
    const path = "/assets/app-a1B2c3D4.js";
    const plain = await raw(path);
    expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(plain.body).toBe(SCRIPT);
    for (const encoding of ["br", "gzip"]) {
      const packed = await raw(path, { "accept-encoding": encoding });
      expect(packed.headers["content-encoding"]).toBe(encoding);
      expect(Number(packed.headers["content-length"])).toBeLessThan(SCRIPT.length / 10);
      expect(await (await fetch(host.url + path, { headers: { "accept-encoding": encoding } })).text()).toBe(SCRIPT);
    }
  });

  it("that have not changed are not sent again, and are once they have", async () => {
    const file = write("dashboard/note.txt", "one");
    const first = await raw("/note.txt");
    const again = await raw("/note.txt", { "if-none-match": String(first.headers.etag) });
    expect([again.status, again.body]).toEqual([304, ""]);
    writeFileSync(file, "a second one");
    expect((await raw("/note.txt", { "if-none-match": String(first.headers.etag) })).body).toBe("a second one");
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/a/..%5c..%5csecret.txt",
    "/%00.txt",
    "/%zz.txt",
  ])("outside of the site stay there: %s", async (path) => {
    const answer = await raw(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("outside");
  });
});

describe("names", () => {
  it("sends 127.0.0.1 on to localhost, because passkeys belong to a name", async () => {
    const answer = await raw("/history?x=1", { host: `127.0.0.1:${host.port}` });
    expect([answer.status, answer.headers.location]).toEqual([308, `${host.url}/history?x=1`]);
  });

  it("refuses any other name, which a page elsewhere could have pointed here", async () => {
    expect((await raw("/v1/auth/status", { host: "evil.example" })).status).toBe(421);
  });
});

describe("the services' ports", () => {
  it("refuse a caller that is none of our functions", async () => {
    const { AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_EVENTBRIDGE } = host.environmentOf("read");
    for (const url of [AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_EVENTBRIDGE]) {
      const headers = {
        "x-amz-target": "DynamoDB_20120810.ListTables",
        authorization: "AWS4-HMAC-SHA256 Credential=x/y/z",
      };
      expect((await fetch(String(url), { method: "POST", headers, body: "{}" })).status).toBe(403);
    }
  });
});
