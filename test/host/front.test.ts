import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lanAddress } from "../../bin/serve.ts";
import type { Host } from "../../local/host.ts";
import { fixtureAssembly, startFixture, temporaryFolder } from "./assembly.ts";

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
  assembly = await fixtureAssembly();
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
function raw(path: string, headers: Record<string, string> = {}, port = host.port): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: "127.0.0.1",
      port,
      path,
      headers: { host: `localhost:${port}`, ...headers },
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

it.each(["http://localhost/", "*"])("an address like %s is refused as any problem is", async (path) => {
  const { status, headers, body } = await raw(path);
  expect([status, headers["content-type"], JSON.parse(body).code]).toEqual([
    400,
    "application/problem+json",
    "invalid",
  ]);
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

describe("names", () => {
  it("sends 127.0.0.1 on to localhost, because passkeys belong to a name", async () => {
    const answer = await raw("/history?x=1", { host: `127.0.0.1:${host.port}` });
    expect([answer.status, answer.headers.location]).toEqual([308, `${host.url}/history?x=1`]);
  });

  it.each(["/v1/auth/status", "/healthz", "/"])(
    "refuses any other name, which a page elsewhere could have pointed here: %s",
    async (path) => {
      for (const name of ["evil.example", `localhost:${host.port}.evil.example`]) {
        expect((await raw(path, { host: name })).status).toBe(421);
      }
    },
  );

  it("are taken in capitals, and the state of each part is told to every name of this computer", async () => {
    expect((await raw("/v1/nothing", { host: `LocalHost:${host.port}` })).status).toBe(404);
    for (const name of ["localhost", "127.0.0.1", "[::1]"]) {
      expect((await raw("/healthz", { host: `${name}:${host.port}` })).status).toBe(200);
    }
  });

  it("is the address in the home network when that was asked for, and then nothing else", async () => {
    const data = join(folder.path, "lan");
    const lan = await startFixture(assembly, data, { address: "127.0.0.1" });
    expect(lan.url).toBe(`http://127.0.0.1:${lan.port}`);
    expect((await fetch(`${lan.url}/v1/nothing`, { redirect: "manual" })).status).toBe(404);
    const named = (name: string) => raw("/v1/nothing", { host: `${name}:${lan.port}` }, lan.port);
    const sent = await named("localhost");
    expect([sent.status, sent.headers.location]).toEqual([308, `${lan.url}/v1/nothing`]);
    expect((await named("evil.example")).status).toBe(421);
    await lan.stop();
  });
});

describe("--lan", () => {
  const at = (address: string, internal = false) => ({ family: "IPv4" as const, internal, address });

  it("takes the one address of a home network, and the wanted one of several", () => {
    expect(lanAddress("", [at("127.0.0.1", true), at("192.168.1.5"), at("203.0.113.5")])).toBe("192.168.1.5");
    expect(lanAddress("10.0.0.7", [at("192.168.1.5"), at("10.0.0.7")])).toBe("10.0.0.7");
  });

  it.each([
    ["", [at("203.0.113.5")], /no home network/],
    ["203.0.113.5", [at("203.0.113.5"), at("10.0.0.7")], /--lan=10\.0\.0\.7/],
    ["", [at("192.168.1.5"), at("172.16.0.1")], /--lan=192\.168\.1\.5 or --lan=172\.16\.0\.1/],
  ])("says what to do when %j cannot be had", (wanted, all, sentence) => {
    expect(() => lanAddress(wanted, all)).toThrow(sentence);
  });
});
