import { createECDH } from "node:crypto";
import { expect, it } from "vitest";
import { encrypt, freshSender } from "./encrypt.ts";
import { rawSignature } from "./vapid.ts";

const bytes = (text: string) => Buffer.from(text, "base64url");

/** RFC 8291, section 5 and appendix A. */
const RECEIVER = {
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
};
const BODY =
  "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

it("makes the message of the RFC's example, byte by byte", () => {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
  const body = encrypt("When I grow up, I want to be a watermelon", RECEIVER, {
    pair,
    salt: bytes("DGv6ra1nlYgDCS1FRnbzlw"),
  });
  expect(body.toString("base64url")).toBe(BODY);
});

it("never encrypts twice with the same key and salt", () => {
  const [one, two] = [freshSender(), freshSender()];
  expect(one.salt.equals(two.salt)).toBe(false);
  expect(one.pair.getPublicKey().equals(two.pair.getPublicKey())).toBe(false);
});

it.each([
  ["numbers of full length", "3006020101020102", 1, 2],
  ["a number with a zero before it", "300702020080020102", 128, 2],
])("puts the two numbers of a signature side by side: %s", (_what, der, first, second) => {
  const raw = rawSignature(Buffer.from(der, "hex"));
  expect([raw.length, raw[31], raw[63]]).toEqual([64, first, second]);
});
