import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { serve } from "../../bin/serve.ts";
import { RECENT_S } from "../../core/contract/routes.ts";
import type { Host } from "../../local/host.ts";
import { answerScreening, tellAboutYou } from "./first-visit.ts";
import { test as base, expect, failing } from "./product.ts";
import { softKey } from "./soft-key.ts";

const NEW_PASSPHRASE = "five words that are new";

/** A Backstride whose clock the test holds, so that a sign-in can have been a while ago. */
const test = base.extend<{ host: Host }>({
  host: async ({ browserName: _ }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), "backstride-"));
    const host = await serve({ port: 0, dataDir, signals: false });
    await use(host);
    await host.stop();
    rmSync(dataDir, { recursive: true });
  },
});

test.use({ provoked: failing(401, 403) });

const account = (page: Page) => page.getByRole("region", { name: "Account", exact: true });
const question = (page: Page) => page.getByRole("dialog", { name: "Is it you?" });
const later = (host: Host) => host.clock.advance((RECENT_S + 1) * 1000);

async function setPassphrase(page: Page, button: string): Promise<void> {
  await account(page).getByRole("textbox", { name: "New passphrase" }).fill(NEW_PASSPHRASE);
  await account(page).getByRole("button", { name: button }).click();
}

test("an account that has only a passkey gets its first passphrase by that passkey, not by a page left open", async ({
  page,
  host,
}) => {
  test.setTimeout(180_000);
  await softKey(page);
  await page.goto(host.url);
  await page.getByLabel("One-time code").fill(host.setupCode ?? "");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("radio", { name: "Passkey" }).check();
  await page.getByRole("button", { name: "Create account" }).click();
  await answerScreening(page);
  await tellAboutYou(page);
  await page.goto(`${host.url}/settings`);
  await later(host);

  await setPassphrase(page, "Set a passphrase");
  await expect(question(page).getByRole("button", { name: "Use a passkey" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question(page)).toHaveCount(0);
  await expect(account(page).getByText("Please confirm that it is you, then try again.")).toBeVisible();

  await setPassphrase(page, "Set a passphrase");
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations).toEqual([]);
  await question(page).getByRole("button", { name: "Use a passkey" }).click();
  await expect(account(page).getByText("Done. Other browsers have to sign in again.")).toBeVisible();

  await account(page).getByRole("button", { name: "Make new codes" }).click();
  await expect(account(page).getByText("10 codes are left.")).toBeVisible();
  await expect(question(page)).toHaveCount(0);
});

test("a passphrase or a recovery code proves it, too; a wrong one says so and can be corrected", async ({
  page,
  host,
}) => {
  test.setTimeout(180_000);
  await page.goto(host.url);
  await page.getByLabel("One-time code").fill(host.setupCode ?? "");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("radio", { name: "Passphrase" }).check();
  await page.getByRole("textbox", { name: "Passphrase" }).fill(NEW_PASSPHRASE);
  await page.getByRole("button", { name: "Create account" }).click();
  await answerScreening(page);
  await tellAboutYou(page);
  await page.goto(`${host.url}/settings`);
  await later(host);

  await account(page).getByRole("button", { name: "Make new codes" }).click();
  await question(page).getByRole("textbox", { name: "Passphrase" }).fill("not what it is at all");
  await page.keyboard.press("Enter");
  await expect(question(page).getByText("That name and passphrase do not go together.")).toBeVisible();
  await question(page).getByRole("textbox", { name: "Passphrase" }).fill(NEW_PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(account(page).getByText("10 codes are left.")).toBeVisible();
  const code = await account(page)
    .getByRole("listitem")
    .getByText(/\w+-\w+/)
    .first()
    .innerText();

  await later(host);
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete everything" }).click();
  await question(page).getByText("I have a recovery code").click();
  await question(page).getByLabel("Recovery code").fill(code);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
});
