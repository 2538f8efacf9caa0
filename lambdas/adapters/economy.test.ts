import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { economical } from "./economy.ts";
import { type HttpAnswer, type HttpEvent, json } from "./http.ts";

const BODY = { items: Array.from({ length: 100 }, (_, index) => ({ index, text: "walk and jog" })) };

const answered = (headers: Record<string, string>, answer: HttpAnswer = json(200, BODY), routeKey = "GET /v1/plan") =>
  economical({ routeKey, headers } as unknown as HttpEvent, answer);
const bytes = ({ body }: HttpAnswer) => Buffer.from(body ?? "", "base64");

describe("an answer to a GET", () => {
  it.each([
    ["br", "gzip, deflate, br", brotliDecompressSync],
    ["gzip", "gzip;q=1.0, deflate", gunzipSync],
  ])("is compressed as %s for who takes it", (encoding, accepted, open) => {
    const answer = answered({ "accept-encoding": accepted });
    expect(answer).toMatchObject({ isBase64Encoded: true, headers: { "content-encoding": encoding } });
    expect(JSON.parse(open(bytes(answer)).toString())).toEqual(BODY);
    expect(bytes(answer).length).toBeLessThan(JSON.stringify(BODY).length / 4);
  });

  it("stays as it is for who takes nothing else, or when it is short", () => {
    expect(JSON.parse(answered({}).body ?? "")).toEqual(BODY);
    const short = answered({ "accept-encoding": "br" }, json(200, { plan: null }));
    expect(short.headers).not.toHaveProperty("content-encoding");
  });

  it("is not sent again to who has it, until it changes", () => {
    const { etag } = answered({}).headers as Record<string, string>;
    for (const held of [etag, etag?.replace("W/", ""), `"other", ${etag}`]) {
      const again = answered({ "if-none-match": String(held) });
      expect(again).toMatchObject({ statusCode: 304, body: "", headers: { etag } });
    }
    expect(answered({ "if-none-match": String(etag) }, json(200, { plan: null })).statusCode).toBe(200);
  });

  it("keeps the mark that the function gave it", () => {
    expect(answered({}, json(200, BODY, { etag: '"ours"' })).headers).toMatchObject({ etag: '"ours"' });
  });
});

it.each([
  ["a refusal", json(404, { code: "not_found" }), "GET /v1/plan"],
  ["tokens", json(200, BODY), "POST /v1/token"],
  ["nothing", { statusCode: 204 }, "GET /v1/plan"],
])("leaves %s alone", (_what, answer, routeKey) => {
  expect(answered({ "accept-encoding": "br", "if-none-match": "*" }, answer, routeKey)).toBe(answer);
});
