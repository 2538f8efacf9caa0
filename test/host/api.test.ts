import { createPublicKey, verify } from "node:crypto";
import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Host } from "../../local/host.ts";
import { fixtureAssembly, post, startFixture, temporaryFolder } from "./assembly.ts";

const folder = temporaryFolder();
let host: Host;

beforeAll(async () => {
  host = await startFixture(await fixtureAssembly(), join(folder.path, "data"));
});
afterAll(async () => {
  await host.stop();
  folder.remove();
});

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
    ["no token, which is the authorizer's to judge", {}, 403, "Forbidden"],
    ["a refused token", { authorization: "Bearer nobody" }, 403, "Forbidden"],
    ["an authorizer that breaks", { authorization: "Bearer broken" }, 500, "Internal Server Error"],
  ])("answers %s as API Gateway does", async (_, headers, status, message) => {
    const answer = await fetch(`${host.url}/v1/summary`, { headers: headers as Record<string, string> });
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
  });

  it("signs with keys that only their owner can read, and sets every cookie", async () => {
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
    expect(readdirSync(keys).map((name) => statSync(join(keys, name)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it("answers what changes something when that is on the disk; what is only read, and what the bus keeps, at once", async () => {
    // As if the table had begun a new log, and the one before were not yet on the disk.
    const before = join(folder.path, "data", "table", "000000.log");
    writeFileSync(before, "");
    let answered = false;
    const changed = fetch(`${host.url}/v1/token`, { method: "POST", body: "hello" }).then(() => {
      answered = true;
    });
    const read = await fetch(`${host.url}/v1/history`, { headers: { authorization: "Bearer anna" } });
    const statuses = [read.status];
    for (const id of ["kept", "kept too", "kept as well"]) statuses.push((await post(host, { id })).status);
    expect([statuses, answered]).toEqual([[200, 202, 202, 202], false]);
    rmSync(before);
    await changed;
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

  it.each([
    ["said", () => "x".repeat(6 * 1024 * 1024 + 1)],
    ["unsaid", () => new Blob(["x".repeat(6 * 1024 * 1024 + 1)]).stream()],
  ])("cuts a body of more than 6 MB off, its length %s", async (_length, body) => {
    const headers = { authorization: "Bearer anna", "content-type": "application/json" };
    const sent = { method: "POST", headers, body: body(), duplex: "half" } as RequestInit;
    const answer = await fetch(`${host.url}/v1/events`, sent);
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
