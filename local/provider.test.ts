import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { providerFrom } from "./provider.ts";

const folder = mkdtempSync(join(tmpdir(), "backstride-provider-"));
const file = join(folder, "secret");
const FULL = {
  BACKSTRIDE_OIDC_ISSUER: "https://id.example",
  BACKSTRIDE_OIDC_CLIENT_ID: "backstride",
  BACKSTRIDE_OIDC_SECRET_FILE: file,
};

beforeAll(() => writeFileSync(file, "the secret\n", { mode: 0o600 }));
afterAll(() => rmSync(folder, { recursive: true }));

it("is nothing without an issuer, else all three", () => {
  expect(providerFrom({})).toBeUndefined();
  expect(providerFrom(FULL)).toEqual({ issuer: "https://id.example", clientId: "backstride", secret: "the secret" });
});

it.each(["BACKSTRIDE_OIDC_CLIENT_ID", "BACKSTRIDE_OIDC_SECRET_FILE"])("names %s when it is missing", (name) => {
  expect(() => providerFrom({ ...FULL, [name]: "" })).toThrow(name);
});

it.each(["http://id.example", "id.example", "ftp://localhost"])("refuses the issuer %s", (issuer) => {
  expect(() => providerFrom({ ...FULL, BACKSTRIDE_OIDC_ISSUER: issuer })).toThrow(/https/);
});

it("takes plain http from this computer alone", () => {
  const issuer = "http://127.0.0.1:3000";
  expect(providerFrom({ ...FULL, BACKSTRIDE_OIDC_ISSUER: issuer })?.issuer).toBe(issuer);
});

it.runIf(process.platform !== "win32")("refuses a secret that others may read", () => {
  chmodSync(file, 0o640);
  expect(() => providerFrom(FULL)).toThrow(/chmod 600/);
  chmodSync(file, 0o600);
});
