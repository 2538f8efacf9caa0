import { expect, test } from "vitest";
import { followPairing, pairingOf, startPairing } from "./pairing.ts";
import { phoneWith, tokens } from "./phone.testing.ts";
import { KEYS } from "./phone.ts";

const START = { device_code: "dc", user_code: "BCDF-GHJK", verification_uri: "u", expires_in: 600, interval: 5 };

test("pairing shows the code, keeps pace when told to slow down, and keeps the tokens", async () => {
  const turns = ["authorization_pending", "slow_down", "authorization_pending"];
  const { phone, kept, later } = phoneWith((url) => {
    if (url.endsWith("/v1/pair/start")) return { status: 200, body: START };
    const code = turns.shift();
    return code === undefined ? { status: 200, body: tokens(1) } : { status: 400, body: { code } };
  });
  await startPairing(phone, "0.1.0");
  expect(pairingOf(phone)?.userCode).toBe("BCDF-GHJK");
  expect(kept.get(KEYS.status)).toBe("waiting");
  const before = phone.now();
  await followPairing(phone);
  expect(phone.now() - before).toBe((5 + 5 + 10 + 10) * 1000);
  expect(kept.get(KEYS.status)).toBe("paired");
  expect(pairingOf(phone)).toBeNull();
  expect(JSON.parse(kept.get(KEYS.account) ?? "{}")).toMatchObject({
    refresh: "refresh-1",
    address: "http://localhost:7878",
  });
  later(0);
});

test.each([
  ["access_denied", "denied"],
  ["expired_token", "expired"],
  ["invalid_grant", "expired"],
])("pairing answered with %s says %s", async (code, status) => {
  const { phone, kept } = phoneWith((url) =>
    url.endsWith("start") ? { status: 200, body: START } : { status: 400, body: { code } },
  );
  await startPairing(phone, "0.1.0");
  await followPairing(phone);
  expect(kept.get(KEYS.status)).toBe(status);
});

test("a pairing that was under way when the service started is asked after at once", async () => {
  const { phone, kept } = phoneWith((url) =>
    url.endsWith("start") ? { status: 200, body: START } : { status: 200, body: tokens(1) },
  );
  await startPairing(phone, "0.1.0");
  const before = phone.now();
  await followPairing(phone, true);
  expect(phone.now()).toBe(before);
  expect(kept.get(KEYS.status)).toBe("paired");
});

test("a code that nobody confirms runs out, network or not", async () => {
  const { phone, kept } = phoneWith((url) => {
    if (url.endsWith("start")) return { status: 200, body: START };
    throw new Error("no network");
  });
  await startPairing(phone, "0.1.0");
  await followPairing(phone);
  expect(kept.get(KEYS.status)).toBe("expired");
});

test.each([
  ["a page of something else", { status: 200, body: null }],
  ["not found", { status: 404, body: { code: "not_found" } }],
])("an address with %s is told to be wrong", async (_, reply) => {
  const { phone, kept } = phoneWith(() => reply);
  await startPairing(phone, "0.1.0");
  expect(kept.get(KEYS.status)).toBe("address");
});
