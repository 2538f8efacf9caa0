import { expect, failing, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC", provoked: failing("ERR_FAILED") });

test("a week off from the menu, by keyboard alone, and back again; then a day moved, then an easier session", async ({
  page,
  product,
}) => {
  const client = await signedIn(page, product);
  const planned = async () =>
    ((await (await client.get("/v1/plan")).json()) as { plan: { state: string; date: string; level: number } }).plan;
  const before = await planned();
  await page.goto(product.url);
  await page.getByRole("link", { name: "Plan", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { name: "Plan", level: 1 })).toBeFocused();
  await page.getByRole("link", { name: "Take time off" }).press("Enter");
  await expect(page.getByRole("radio", { name: /One week off/ })).toBeChecked();
  await page.getByRole("button", { name: "Pause the plan" }).press("Enter");
  const off = page.getByRole("region", { name: "Take time off" });
  await expect(off).toContainText("The first day back is");
  expect((await planned()).state).toBe("paused");
  await off.getByRole("button", { name: "I am back" }).press("Enter");
  await expect(off.getByRole("button", { name: "Pause the plan" })).toBeVisible();
  await expect(page.getByText("Welcome back.")).toBeInViewport();

  const week = page.getByRole("region", { name: "Two weeks" });
  const move = week.getByRole("button", { name: /Move the next session to/ }).first();
  await move.press("Enter");
  await expect.poll(async () => (await planned()).date).not.toBe(before.date);
  await expect(week.getByText("planned", { exact: false }).last()).toBeVisible();

  await page.getByRole("button", { name: /One level easier|Not yet/ }).press("Enter");
  await expect.poll(async () => (await planned()).level).toBe(before.level - 1);
  await expect(page.getByRole("region", { name: "Past decisions" })).toContainText(`to level ${before.level - 1}`);
});

test("a therapist's ceiling holds the plan; without a connection the page shows what it saw last, and one never seen says so", async ({
  page,
  product,
}) => {
  const client = await signedIn(page, product);
  await page.goto(`${product.url}/plan`);
  await page.getByLabel("Highest level, as agreed with a therapist").selectOption("2");
  await page.getByRole("region", { name: "Limits" }).getByRole("button", { name: "Save" }).click();
  const level = async () => ((await (await client.get("/v1/plan")).json()) as { plan: { level: number } }).plan.level;
  await expect.poll(level).toBe(2);
  const lowered = page.getByRole("listitem").filter({ hasText: /planned\s*Level 2/ });
  await expect(lowered).toHaveCount(1);

  await page.route("**/v1/**", (route) => route.abort());
  await page.reload();
  await expect(page.getByText("You see what was loaded last")).toBeVisible();
  await expect(lowered).toHaveCount(1);
  await page.goto(`${product.url}/trends`);
  await expect(page.getByRole("alert").filter({ hasText: "No connection. Check the network" })).toBeVisible();
});
