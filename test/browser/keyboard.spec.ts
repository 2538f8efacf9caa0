import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

const MOST_TABS = 80;

/** Presses Tab until the element has the focus: whoever has no mouse gets there, too. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${target}.`);
}

test("by keyboard alone a watch is paired: the code, the question whether it is the own, and what came of it", async ({
  page,
  product,
}) => {
  await signedIn(page, product);
  const data = { name: "My watch", model: "Amazfit Balance", app: "1.0.0" };
  const { user_code } = (await (await page.request.post(`${product.url}/v1/pair/start`, { data })).json()) as {
    user_code: string;
  };
  await page.goto(product.url);
  await tabTo(page, page.getByRole("link", { name: "Pair your watch" }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Devices", level: 1 })).toBeFocused();
  await tabTo(page, page.getByLabel("Code from your phone"));
  await page.keyboard.type(user_code.toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Is this your watch?" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Confirm" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("My watch is paired.")).toBeFocused();
  await expect(page.getByRole("region", { name: "Paired watches" })).toContainText("My watch");
});
