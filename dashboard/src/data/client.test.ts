import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { speak } from "../i18n/languages.ts";
import { createClient } from "./client.ts";
import { problem, service } from "./testing.ts";

const Shape = v.strictObject({ name: v.string() });

function setUp(answer: Parameters<typeof service>[0], prove?: () => Promise<boolean>) {
  const { fetch, calls } = service(answer);
  let renewals = 0;
  const bearer = async () => `token ${renewals}`;
  const renew = async () => {
    renewals += 1;
  };
  return { client: createClient(fetch, { bearer, renew }, prove), calls, renewals: () => renewals };
}

describe("a request of the signed-in person", () => {
  it("carries the token and the mark, and gives nothing when nothing is new", async () => {
    const { client, calls } = setUp(() => ({ status: 304 }));
    expect(await client.read("/v1/summary", Shape, '"a"')).toBeNull();
    expect(calls[0]?.headers.get("authorization")).toBe("Bearer token 0");
    expect(calls[0]?.headers.get("if-none-match")).toBe('"a"');
  });

  it("gives the data with its mark", async () => {
    const { client } = setUp(() => ({ status: 200, body: { name: "x" }, headers: { etag: '"b"' } }));
    expect(await client.read("/v1/summary", Shape)).toEqual({ data: { name: "x" }, etag: '"b"' });
  });

  it.each([
    ["our own problem", problem(401, "expired", "over")],
    ["the gateway's plain answer", { status: 401, body: { message: "Unauthorized" } }],
  ])("is sent again with a new token after %s", async (_, refusal) => {
    const { client, calls } = setUp((__, nth) => (nth === 1 ? refusal : { status: 200, body: { name: "x" } }));
    expect(await client.post("/v1/events", Shape, { a: 1 })).toEqual({ name: "x" });
    expect(calls.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer token 0", "Bearer token 1"]);
    expect(calls.map(({ body }) => body)).toEqual([{ a: 1 }, { a: 1 }]);
  });

  it("is sent again once, not for ever", async () => {
    const { client, renewals } = setUp(() => problem(401, "expired", "over"));
    await expect(client.remove("/v1/devices/1")).rejects.toMatchObject({ code: "expired" });
    expect(renewals()).toBe(1);
  });

  it("is not sent again when what was entered is refused", async () => {
    const { client, calls } = setUp(() => problem(401, "unauthorized", "not your code", "code"));
    await expect(client.post("/v1/auth/recovery/login", Shape, {})).rejects.toMatchObject({ field: "code" });
    expect(calls).toHaveLength(1);
  });

  it("is sent once more after the person has shown who they are, and not if they would rather not", async () => {
    const stale = problem(403, "reauthenticate", "too long ago");
    const answer = (_: unknown, nth: number) => (nth === 1 ? stale : { status: 200, body: { name: "x" } });
    const proven = setUp(answer, async () => true);
    expect(await proven.client.post("/v1/auth/recovery-codes", Shape, {})).toEqual({ name: "x" });
    expect(proven.renewals()).toBe(0);
    for (const declined of [setUp(answer, async () => false), setUp(answer)]) {
      await expect(declined.client.remove("/v1/account")).rejects.toMatchObject({ code: "reauthenticate" });
      expect(declined.calls).toHaveLength(1);
    }
  });

  it("tells the field at fault, and what the service said of it as the cause", async () => {
    const { client } = setUp(() => problem(400, "invalid", "It must be a colour.", "colour"));
    await expect(client.post("/v1/pair/confirm", Shape, {})).rejects.toMatchObject({
      code: "invalid",
      field: "colour",
      cause: "It must be a colour.",
    });
  });

  it.each([
    ["conflict", "name", "Diesen Namen hat hier schon jemand. Bitte wähle einen anderen."],
    ["too_many", undefined, "Das waren ein paar Versuche zu viel. Bitte warte einige Minuten."],
    ["invalid", "name.first", "Ein Name hat 1 bis 60 Zeichen."],
    ["clock_skew", "at", "Das liegt in der Zukunft. Prüfe Tag, Zeit und die Uhr dieses Geräts."],
    ["invalid", "colour", "Das ging so nicht. Prüfe, was du eingegeben hast, und versuche es noch einmal."],
    ["newer_than_this_page", "x", "Das ging so nicht. Prüfe, was du eingegeben hast, und versuche es noch einmal."],
  ])("says a refusal %s about %s in the language of the page", async (code, field, message) => {
    await speak("de");
    const { client } = setUp(() => problem(409, code, "The service's own words.", field));
    await expect(client.post("/v1/pair/confirm", Shape, {})).rejects.toMatchObject({ code, message });
    await speak("en");
  });

  it.each([
    ["no network", () => null, "offline"],
    ["an answer of another shape", () => ({ status: 200, body: { title: "x" } }), "outdated"],
    ["an answer that is no problem document", () => ({ status: 502, body: "gone" }), "internal"],
  ])("ends in a named error with %s", async (_, answer, code) => {
    const { client } = setUp(answer);
    await expect(client.read("/v1/summary", Shape)).rejects.toMatchObject({ code });
  });
});
