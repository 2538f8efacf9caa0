import { expect, it } from "vitest";
import { LABEL, PASSPHRASE, useWorld } from "./world.ts";

const AT_ONCE = 40;
/** Ten passphrases are hashed, which is slow on purpose. */
const PATIENCE_MS = 180_000;
let admin: Awaited<ReturnType<typeof world.admin>>;
const world = useWorld(async (here) => {
  admin = await here.admin();
});

type Guess = (source: string, nth: number) => Promise<{ status: number }>;

/** A guesser has an address of their own for every try: many at once, then one by one until refused. @returns how many were looked at */
async function guesses(guess: Guess): Promise<number> {
  const address = (nth: number) => `198.51.${Math.floor(nth / 250)}.${nth % 250}`;
  const atOnce = Array.from({ length: AT_ONCE }, (_, nth) => guess(address(nth), nth));
  const statuses = (await Promise.all(atOnce)).map(({ status }) => status);
  do statuses.push((await guess(address(statuses.length), statuses.length)).status);
  while (statuses.at(-1) !== 429 && statuses.length < 2 * AT_ONCE);
  expect(statuses.filter((status) => ![400, 401, 429].includes(status))).toEqual([]);
  return statuses.filter((status) => status !== 429).length;
}

const recover = (code: string, source: string) =>
  world.call("POST /v1/auth/recovery/login", { name: "Ann", code }, { source });
const letters = (nth: number) => "BCDFGHJKLMNPQRST".slice(nth % 8, (nth % 8) + 8);

it("recovery codes: five looks in a quarter of an hour, from all addresses together; then not even the right one", async () => {
  const { codes } = (await world.call("POST /v1/auth/recovery-codes", {}, { token: admin.token })).body;
  const [right = ""] = codes as string[];
  expect(await guesses((source, nth) => recover(`${letters(nth)}${letters(nth + 1)}`, source))).toBeLessThanOrEqual(5);
  expect((await recover(right, "192.0.2.1")).status).toBe(429);
  world.later(901);
  expect((await recover(right, "192.0.2.1")).status).toBe(200);
});

it(
  "passphrases: ten looks in a quarter of an hour, from all addresses together; then not even the right one",
  async () => {
    const guess = (source: string, nth: number) => world.login("Ann", `wrong passphrase ${nth}`, source);
    expect(await guesses(guess)).toBeLessThanOrEqual(10);
    expect((await world.login("Ann", PASSPHRASE, "192.0.2.1")).status).toBe(429);
  },
  PATIENCE_MS,
);

it("pairing codes: five looks in ten minutes for a person, from all addresses together; then not even the right one", async () => {
  const { user_code } = (await world.call("POST /v1/pair/start", LABEL)).body;
  const confirm = (code: unknown, source: string) =>
    world.call("POST /v1/pair/confirm", { user_code: code, approve: true }, { token: admin.token, source });
  expect(await guesses((source, nth) => confirm(letters(nth), source))).toBeLessThanOrEqual(5);
  expect((await confirm(user_code, "192.0.2.1")).status).toBe(429);
  expect((await world.call("GET /v1/devices", undefined, { token: admin.token })).body).toEqual({ devices: [] });
});

it("invites: 80 random bits, so that no number of addresses helps, and sixty tries from each", async () => {
  const codes = await Promise.all(Array.from({ length: 10 }, () => world.invite(admin.token)));
  for (const code of codes) expect(code).toMatch(/^([0-9a-f]{5}-){3}[0-9a-f]{5}$/);
  expect(new Set(codes.join("").replaceAll("-", "").match(/.{4}/g)).size).toBeGreaterThan(45);
  const guess = (nth: number) =>
    world.call(
      "POST /v1/auth/passphrase/register",
      { code: `00000-00000-00000-${String(nth).padStart(5, "0")}`, name: "Eve", passphrase: PASSPHRASE },
      { source: "192.0.2.9" },
    );
  const answers = await Promise.all(Array.from({ length: 70 }, (_, nth) => guess(nth)));
  expect(answers.filter(({ status }) => status === 400).length).toBeLessThanOrEqual(60);
  expect(answers.filter(({ status }) => ![400, 429].includes(status))).toEqual([]);
});
