import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { siteOf } from "../../lambdas/adapters/site.ts";
import { readCbor } from "../../lambdas/identity/cbor.ts";
import {
  AssertionResponse,
  RegistrationResponse,
  verifyAssertion,
  verifyRegistration,
} from "../../lambdas/identity/webauthn.ts";
import { type Algorithm, Authenticator, cbor, type Twist } from "./authenticator.ts";

/*
 * The library is the second opinion: whatever a ceremony looks like, ours accepts it only if the library does, and for the
 * ceremonies of honest authenticators both accept.
 */

const site = siteOf("localhost:7878");
const user = { id: "YW5u" };
const challenge = "dGhlIGNoYWxsZW5nZSBvZiB0aGlzIHRlc3Q";
const algorithms: Algorithm[] = ["ES256", "EdDSA", "RS256"];
const expected = { expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.rpId };

const TWISTS: [string, Twist][] = [
  ["nothing", {}],
  ["no user verification", { flags: 0x41 }],
  ["another origin", { origin: "http://localhost:1" }],
  ["the origin with https", { origin: "https://localhost:7878" }],
  ["another site", { rpId: "localhost:7878" }],
  ["another challenge", { challenge: "AAAA" }],
  ["an empty challenge", { challenge: "" }],
  ["another type", { type: "payment.get" }],
  ["nobody present", { flags: 0x44 }],
  ["a counter", { counter: 7 }],
];

type Registration = ReturnType<Authenticator["create"]>;
type Assertion = ReturnType<Authenticator["get"]>;

const verdict = async (check: () => unknown): Promise<boolean> => {
  try {
    return (await check()) !== false;
  } catch {
    return false;
  }
};
const ourRegistration = (response: unknown) =>
  verdict(() => verifyRegistration(v.parse(RegistrationResponse, response), challenge, site));
const theirRegistration = (response: Registration) =>
  verdict(async () => {
    const input = response as unknown as Parameters<typeof verifyRegistrationResponse>[0]["response"];
    return (await verifyRegistrationResponse({ response: input, ...expected, requireUserVerification: false }))
      .verified;
  });

async function assertionVerdicts(passkey: Authenticator, response: Assertion, counter: number) {
  const made = passkey.create({ challenge, user });
  const kept = { ...verifyRegistration(v.parse(RegistrationResponse, made), challenge, site), counter };
  const input = made as unknown as Parameters<typeof verifyRegistrationResponse>[0]["response"];
  const theirs = await verifyRegistrationResponse({ response: input, ...expected, requireUserVerification: false });
  const credential = theirs.registrationInfo?.credential;
  if (credential === undefined) throw new Error("the library refused an honest registration");
  return {
    ours: await verdict(() => verifyAssertion(v.parse(AssertionResponse, response), kept, challenge, site)),
    theirs: await verdict(async () => {
      const answer = response as unknown as Parameters<typeof verifyAuthenticationResponse>[0]["response"];
      const options = { response: answer, ...expected, requireUserVerification: false };
      return (await verifyAuthenticationResponse({ ...options, credential: { ...credential, counter } })).verified;
    }),
  };
}

/** One byte of one base64url member changed. */
function flip<T extends { response: object }>(whole: T, member: string, position: number, mask: number): T {
  const bytes = Buffer.from(String((whole.response as Record<string, unknown>)[member]), "base64url");
  const at = position % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  return { ...whole, response: { ...whole.response, [member]: bytes.toString("base64url") } };
}

/** Ours asks for no attestation statement and reads none, so theirs is shown none either. */
function withoutStatement(whole: Registration): Registration {
  const { value } = readCbor(Buffer.from(whole.response.attestationObject, "base64url"));
  const parts: [string, unknown][] = [
    ["fmt", "none"],
    ["attStmt", new Map()],
    ["authData", (value as Map<unknown, unknown>).get("authData")],
  ];
  const attestationObject = cbor(new Map<unknown, unknown>(parts)).toString("base64url");
  return { ...whole, response: { ...whole.response, attestationObject } };
}

describe.each(algorithms)("our verification of %s agrees with the library's", (algorithm) => {
  const passkey = new Authenticator(algorithm);

  it.each(TWISTS)("on registrations with %s", async (_what, twist) => {
    const response = passkey.create({ challenge, user }, twist);
    expect(await ourRegistration(response)).toBe(await theirRegistration(response));
  });

  it.each(TWISTS)("on assertions with %s", async (_what, twist) => {
    for (const counter of [0, 6, 7]) {
      const response = passkey.get({ challenge }, twist);
      const { ours, theirs } = await assertionVerdicts(passkey, response, counter);
      expect(ours, `kept counter ${counter}`).toBe(theirs);
    }
  });

  it("and accepts the honest ones", async () => {
    expect(await ourRegistration(passkey.create({ challenge, user }))).toBe(true);
    expect(await assertionVerdicts(passkey, passkey.get({ challenge }), 0)).toEqual({ ours: true, theirs: true });
  });

  it("and is never laxer when a byte of an assertion was changed", async () => {
    const members = fc.constantFrom("clientDataJSON", "authenticatorData", "signature");
    const change = fc.tuple(members, fc.nat(5000), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([member, position, mask]) => {
        const response = flip(passkey.get({ challenge }), member, position, mask);
        const { ours } = await assertionVerdicts(passkey, response, 0);
        expect(ours).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("and is never laxer when a byte of a registration was changed", async () => {
    const change = fc.tuple(
      fc.constantFrom("clientDataJSON", "attestationObject"),
      fc.nat(5000),
      fc.integer({ min: 1, max: 255 }),
    );
    await fc.assert(
      fc.asyncProperty(change, async ([member, position, mask]) => {
        const response = flip(passkey.create({ challenge, user }), member, position, mask);
        if (await ourRegistration(response)) expect(await theirRegistration(withoutStatement(response))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("reading CBOR", () => {
  it("gives back what was written", () => {
    const value = new Map<unknown, unknown>([
      [1, -257],
      ["text", "ä"],
      [-70000 % 65_536, Buffer.alloc(300, 7)],
      ["in", new Map([[0, 255]])],
    ]);
    expect(readCbor(cbor(value)).value).toEqual(value);
  });

  it("answers any bytes with a value or a RangeError, never hanging nor reading past the end", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(readCbor(Buffer.from(bytes)).end).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
