import { expect, it } from "vitest";
import { publicOnly } from "./post.ts";

const addressOf = (host: string, all: boolean) =>
  new Promise((done, failed) => {
    publicOnly(host, { all }, (error, address) => (error === null ? done(address) : failed(error)));
  });

it.each(["localhost", "127.0.0.1", "10.0.0.1", "::1", "169.254.169.254"])("does not connect to %s", async (host) => {
  for (const all of [true, false]) await expect(addressOf(host, all)).rejects.toThrow(/no public address/);
});

it("connects to a public address", async () => {
  expect(await addressOf("8.8.8.8", false)).toBe("8.8.8.8");
  expect(await addressOf("8.8.8.8", true)).toEqual([{ address: "8.8.8.8", family: 4 }]);
});
