import { test as base, expect } from "@playwright/test";
import { type Product, startProduct } from "../product/start.ts";

/** A test's product stops before its pages do, which ask it for news and for their service worker. */
const STOPPED =
  /^(Failed to load resource: net::ERR_CONNECTION_(REFUSED|RESET)|An unknown error occurred when fetching the script\.)$/;

type Given = {
  readonly product: Product;
  /** What the console may say in this test besides nothing: what is provoked there. */
  readonly provoked: RegExp | null;
  readonly quietConsole: undefined;
};

type End = number | `ERR_${string}`;

/** What the browser itself says of answers with these statuses, and of requests that came to these ends. */
export const failing = (...ends: readonly End[]): RegExp =>
  new RegExp(`^Failed to load resource: (the server responded with a status of |net::)(${ends.join("|")})( |$)`);

/**
 * Every test gets a Backstride of its own, started as a person starts it. An error, a warning or a breach of the content
 * security policy in the console of any of its pages fails it, unless it is provoked.
 */
export const test = base.extend<Given>({
  product: async ({ browserName: _ }, use) => {
    const product = await startProduct();
    await use(product);
    await product.stop();
    product.forget();
  },
  provoked: [null, { option: true }],
  quietConsole: [
    async ({ context, provoked }, use) => {
      const complaints: string[] = [];
      context.on("weberror", (error) => complaints.push(error.error().message));
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      await use(undefined);
      const heard = complaints.filter((complaint) => !STOPPED.test(complaint));
      expect(heard.filter((complaint) => provoked?.test(complaint) !== true)).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * A zone in which it is about noon just now, so that neither the simulated hour before nor the session after it meets
 * midnight, whenever the tests run.
 */
export function noonZone(now: Date = new Date()): string {
  const ahead = 12 - now.getUTCHours();
  return ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

export { expect };
