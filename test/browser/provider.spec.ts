import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { CLIENT_ID, CLIENT_SECRET, startOpenIdProvider } from "../identity/openid-provider.ts";
import { startProduct } from "../product/start.ts";
import { answerScreening } from "./first-visit.ts";
import { test as base, expect, failing } from "./product.ts";

/** A Backstride whose people may sign in at an OpenID provider on this computer. */
const test = base.extend({
  product: async ({ browserName: _ }, use) => {
    const openId = await startOpenIdProvider();
    const folder = mkdtempSync(join(tmpdir(), "backstride-secret-"));
    const file = join(folder, "secret");
    writeFileSync(file, CLIENT_SECRET, { mode: 0o600 });
    const settings = {
      BACKSTRIDE_OIDC_ISSUER: openId.issuer,
      BACKSTRIDE_OIDC_CLIENT_ID: CLIENT_ID,
      BACKSTRIDE_OIDC_SECRET_FILE: file,
    };
    const product = await startProduct({}, settings);
    openId.serve(product.url);
    await use(product);
    await product.stop();
    product.forget();
    await openId.stop();
    rmSync(folder, { recursive: true });
  },
});

// The provider asks for fonts from the net, and has no icon.
test.use({ provoked: failing(401, 404, "ERR_NAME_NOT_RESOLVED") });

async function signInThere(page: Page, login: string): Promise<void> {
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.locator("button[type=submit]").click();
}

test("an account with an OpenID provider, signing in with it again, and a stranger who is told why not", async ({
  page,
  product,
  context,
}) => {
  await page.goto(product.url);
  await page.getByLabel("One-time code").fill(product.setupCode ?? "");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("radio", { name: "127.0.0.1" }).check();
  await page.getByRole("button", { name: "Create account" }).click();
  await signInThere(page, "ada");
  await page.getByRole("link", { name: "Continue setting up" }).click();
  expect(page.url()).toBe(`${product.url}/start`);
  await answerScreening(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Continue with 127.0.0.1" }).click();
  // The provider knows the browser still.
  await page.getByRole("link", { name: "Continue setting up" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await context.clearCookies();
  await page.getByRole("button", { name: "Continue with 127.0.0.1" }).click();
  await signInThere(page, "eve");
  await expect(page.getByText("No account here is linked to that sign-in.")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
