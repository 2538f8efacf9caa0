import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { firstVisit } from "./first-visit.ts";
import { expect, failing, test } from "./product.ts";

test.use({ provoked: failing(400, 401) });

const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("settings are kept and the plan answers; ways into the account; another language; a file of everything; the end with a receipt", async ({
  page,
  product,
}) => {
  test.setTimeout(180_000);
  await firstVisit(page, product.url, product.setupCode ?? "");
  await page.goto(product.url);
  await page.getByRole("banner").getByRole("link", { name: "Settings" }).click();
  const opened = await openedBefore(page, product.url);
  await changeEachCard(page);
  await takesInWhatWasKept(opened);
  await page.bringToFront();
  await changeLanguage(page, "Deutsch", "Einstellungen", "de");
  await expect(page.getByLabel("Notrufnummer")).toHaveValue("144");
  await watchSpeaksGerman(page, product.url);
  await page.goto(`${product.url}/settings`);
  await expect(page.getByLabel("In Ruhe (bpm)")).toHaveValue("58");
  await changeLanguage(page, "English", "Settings", "en");
  const code = await changeWaysIn(page);
  expect(await eventsSaved(page)).toContain("screening.answered.v1");
  await comeBackWith(page, code);
  await page.getByRole("banner").getByRole("link", { name: "Settings" }).click();
  await expect(card(page, "Account").getByText("9 codes are left.")).toBeVisible();
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete everything" }).click();
  await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
  await expect(page.getByText(/Backups of the table: gone by/)).toBeVisible();
});

/** The settings in a second window, where one field has been touched before anything is changed in the first. */
async function openedBefore(page: Page, url: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`${url}/settings`);
  await other.getByLabel("Emergency number").fill("911");
  await page.bringToFront();
  return other;
}

async function takesInWhatWasKept(other: Page): Promise<void> {
  await other.bringToFront();
  await expect(other.getByLabel("When you get up")).toHaveValue("05:15");
  await expect(other.getByLabel("At rest (bpm)")).toHaveValue("58");
  await expect(other.getByRole("group", { name: "Core check" }).getByLabel("Strength")).toHaveValue("off");
  await expect(other.getByLabel("Emergency number")).toHaveValue("911");
  await other.close();
}

async function changeEachCard(page: Page): Promise<void> {
  const week = card(page, "Your week");
  await week.getByLabel("When you get up").fill("05:15");
  await week.getByRole("radio", { name: "2", exact: true }).check();
  await week.getByRole("button", { name: "Save" }).click();
  await expect(week.getByRole("status")).toContainText(/Your next session: .*06:15, level 6/, { timeout: 15_000 });

  const limits = card(page, "Limits and safety");
  await limits.getByRole("radio", { name: "Use my limits" }).check();
  await limits.getByLabel("At rest (bpm)").fill("20");
  await limits.getByRole("button", { name: "Save" }).click();
  await expect(limits.getByLabel("At rest (bpm)")).toBeFocused();
  await limits.getByLabel("At rest (bpm)").fill("58");
  await limits.getByLabel("Highest (bpm)").fill("176");
  await limits.getByLabel("Emergency number").fill("144");
  await limits.getByRole("button", { name: "Save" }).click();
  await expect(limits.getByRole("status")).toContainText("Saved.", { timeout: 15_000 });

  const cues = card(page, "Cues on the watch");
  await cues.getByRole("group", { name: "Core check" }).getByLabel("Strength").selectOption("Off");
  await cues.getByRole("group", { name: "Run" }).getByLabel("Earlier").selectOption("3 s early");
  await cues.getByRole("button", { name: "Save" }).click();
  await expect(cues.getByRole("status")).toContainText("Saved.");
}

async function changeLanguage(page: Page, name: string, title: string, tag: string): Promise<void> {
  // Not `check`: the choice shows once the words of the language are there.
  await page.getByRole("radio", { name }).click();
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
}

/** The simulated watch and its page follow the dashboard. */
async function watchSpeaksGerman(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/watch/`);
  await expect(page.getByRole("heading", { name: "Simulierte Uhr" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("region", { name: "Bildschirm der Uhr" })).toContainText("Willkommen");
  await expect(page.getByRole("button", { name: "Diese Uhr koppeln" })).toBeVisible();
}

/** Another passphrase, and recovery codes. @returns one of the codes */
async function changeWaysIn(page: Page): Promise<string> {
  const account = card(page, "Account");
  await account.getByRole("textbox", { name: "New passphrase" }).fill("too short");
  await account.getByRole("button", { name: "Change the passphrase" }).click();
  await expect(account.getByRole("textbox", { name: "New passphrase" })).toBeFocused();
  await account.getByRole("textbox", { name: "New passphrase" }).fill("five words that are new");
  await account.getByRole("button", { name: "Change the passphrase" }).click();
  await expect(account.getByText("Done. Other browsers have to sign in again.")).toBeVisible();

  await account.getByRole("button", { name: "Make new codes" }).click();
  await expect(account.getByText("10 codes are left.")).toBeVisible();
  return (
    await account
      .getByRole("listitem")
      .getByText(/\w+-\w+/)
      .first()
      .innerText()
  ).trim();
}

async function eventsSaved(page: Page): Promise<string[]> {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save my data as a file" }).click();
  const log = JSON.parse(readFileSync(await (await saving).path(), "utf8"));
  return log.events.map(({ type }: { type: string }) => type);
}

async function comeBackWith(page: Page, code: string): Promise<void> {
  await card(page, "Account").getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("button", { name: "I have a recovery code" }).click();
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("textbox", { name: "New passphrase" }).fill("six words that are newer still");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
}
