import { expect, type Page } from "@playwright/test";

export const PASSPHRASE = "four quiet words here";

/** Account with a passphrase, sixteen times "no", a usual pain of 2, comfortable walking, short jogs, every day. */
export async function firstVisit(page: Page, url: string, setupCode: string): Promise<void> {
  await page.goto(url);
  await createAccount(page, setupCode);
  await answerScreening(page);
  await tellAboutYou(page);
}

export async function createAccount(page: Page, setupCode: string): Promise<void> {
  await page.getByLabel("One-time code").fill(setupCode);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("radio", { name: "Passphrase" }).check();
  await page.getByRole("textbox", { name: "Passphrase" }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "Create account" }).click();
}

/** @param yes the numbers of the questions answered with yes */
export async function answerScreening(page: Page, yes: readonly number[] = []): Promise<void> {
  await expect(page.getByRole("heading", { name: "Safety first" })).toBeVisible();
  const questions = page.getByRole("group").filter({ has: page.getByRole("radio", { name: "No" }) });
  await expect(questions).toHaveCount(16);
  for (const [index, question] of (await questions.all()).entries()) {
    await question.getByRole("radio", { name: yes.includes(index + 1) ? "Yes" : "No" }).check();
  }
  await page.getByRole("button", { name: "Continue" }).click();
}

export async function tellAboutYou(page: Page): Promise<void> {
  const group = (name: string) => page.getByRole("group", { name });
  const pick = (name: string, answer: string) => group(name).getByRole("radio", { name: answer, exact: true }).check();
  await pick("Your usual back pain these days", "2");
  await pick("How long can you walk comfortably?", "30 min or more");
  await pick("Have you jogged in the last 30 days?", "Yes");
  await page.getByLabel("Times a week").fill("3");
  await page.getByLabel("Minutes at a stretch").fill("0.25");
  await pick("Worst pain while jogging", "1");
  for (const day of await group("Days that suit you").getByRole("checkbox").all()) await day.check();
  await page.getByLabel("When you get up").fill("06:30");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "You are set" })).toBeVisible();
}
