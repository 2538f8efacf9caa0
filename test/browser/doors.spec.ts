import { answerScreening, PASSPHRASE, tellAboutYou } from "./first-visit.ts";
import { expect, failing, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";
import { softKey } from "./soft-key.ts";

test.use({ provoked: failing(400) });

test("an account with a passkey, and signing in with it again", async ({ page, product }) => {
  await softKey(page);
  await page.goto(product.url);
  await page.getByLabel("One-time code").fill(product.setupCode ?? "");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("radio", { name: "Passkey" }).check();
  await page.getByRole("button", { name: "Create account" }).click();
  await answerScreening(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("link", { name: "Continue setting up" }).click();
  await tellAboutYou(page);
});

test("a wrong one-time code says so beside the field, and the right one still works", async ({ page, product }) => {
  await page.goto(product.url);
  await page.getByLabel("One-time code").fill("00000000-0000");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("textbox", { name: "Passphrase" }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("One-time code")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("One-time code").fill(product.setupCode ?? "");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Safety first" })).toBeVisible();
});

test("a wrong pairing code says so beside the field and pairs nothing", async ({ page, product }) => {
  await signedIn(page, product);
  await page.goto(`${product.url}/devices`);
  await page.getByLabel("Code from your phone").fill("BCDF-GHJK");
  await page.getByRole("button", { name: "Pair", exact: true }).click();
  await expect(page.getByText("That code is not right, or it has run out.")).toBeVisible();
  await expect(page.getByText("No watch is paired yet.")).toBeVisible();
});

test("a warning sign stops: no session, the text says whom to see, and no way round it", async ({ page, product }) => {
  await page.goto(product.url);
  await page.getByLabel("One-time code").fill(product.setupCode ?? "");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("textbox", { name: "Passphrase" }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "Create account" }).click();
  await answerScreening(page, [2]);
  await expect(page.getByRole("heading", { name: "We start with a stop" })).toBeVisible();
  await page.goto(product.url);
  await expect(page.getByRole("heading", { name: "Please get help first" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Next session" })).toHaveCount(0);
});
