import { test as base } from "@playwright/test";
import { type Product, startProduct } from "../product/start.ts";

/** Every test gets a Backstride of its own, started as a person starts it, and watches the console for complaints. */
export const test = base.extend<{ product: Product; complaints: string[] }>({
  product: async ({ browserName: _ }, use) => {
    const product = await startProduct();
    await use(product);
    await product.stop();
    product.forget();
  },
  complaints: async ({ context }, use) => {
    const complaints: string[] = [];
    context.on("weberror", (error) => complaints.push(error.error().message));
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    await use(complaints);
  },
});

/**
 * A zone in which it is about noon just now, so that neither the simulated hour before nor the session after it meets
 * midnight, whenever the tests run.
 */
export function noonZone(now: Date = new Date()): string {
  const ahead = 12 - now.getUTCHours();
  return ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

export { expect } from "@playwright/test";
