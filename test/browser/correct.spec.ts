import { sessionEvent } from "../product/client.ts";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

test("a session is corrected by keyboard: the page says what it did to the plan, the original stays and counts again", async ({
  page,
  product,
}) => {
  const session = sessionEvent();
  await signedIn(page, product, [session]);
  await page.goto(`${product.url}/session/${session.data.sessionId}`);
  const card = page.getByRole("region", { name: /Correct this session|Corrected/ });
  await card.getByRole("button", { name: "Correct" }).press("Enter");
  await card.getByLabel("Worst, Back").selectOption("8");
  await card.getByLabel("Notes").fill("The hill was too much.");
  await card.getByRole("button", { name: "Save the correction" }).press("Enter");
  await expect(card.getByText("The hill was too much.")).toBeVisible();
  await expect(card.getByRole("status")).toContainText(/level/i);
  await card.getByText("The original", { exact: true }).press("Enter");
  await expect(card.getByRole("row", { name: /Worst/ })).toContainText("2");
  await expect(page.getByRole("region", { name: "How the plan read it" })).toContainText("Too much");
  await card.getByRole("button", { name: "Back to the original" }).press("Enter");
  await expect(card.getByRole("heading", { name: "Correct this session" })).toBeVisible();
});

test("a session is deleted after a question that says it is for good; the exercises of another stand apart", async ({
  page,
  product,
}) => {
  const [kept, wrong] = [sessionEvent(new Date(Date.now() - 90 * 60_000)), sessionEvent()];
  const plank = { kind: "strength", move: "plank", plannedS: 10, doneS: 10 } as const;
  const dog = { kind: "strength", move: "bird-dog", side: "L", reps: 6, plannedS: 60, doneS: 48 } as const;
  kept.data.steps.push({ ...plank, side: null }, dog);
  await signedIn(page, product, [kept, wrong]);
  await page.goto(`${product.url}/session/${wrong.data.sessionId}`);
  await expect(page.getByRole("region", { name: "Exercises before and after" })).toHaveCount(0);
  await page.getByRole("button", { name: "Delete this session" }).press("Enter");
  const question = page.getByRole("dialog");
  await expect(question).toContainText("cannot be undone");
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await page.getByRole("button", { name: "Delete this session" }).press("Enter");
  await question.getByRole("button", { name: "Delete this session" }).press("Enter");
  await expect(page.getByRole("heading", { name: "History", level: 1 })).toBeVisible();
  await expect(page.locator(".entries a")).toHaveCount(1);
  await page.locator(".entries a").click();
  const exercises = page.getByRole("region", { name: "Exercises before and after" }).first();
  await expect(exercises.getByRole("row", { name: /Bird-dog · left · 6 ×/ })).toContainText("48 s");
  await expect(page.getByRole("region", { name: "Steps" }).first()).not.toContainText("Plank");
});
