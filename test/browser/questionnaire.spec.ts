import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

test("both questionnaires are asked from Today, answered by keyboard, and then no longer asked", async ({
  page,
  product,
}) => {
  const client = await signedIn(page, product);
  await page.goto(product.url);
  await page.getByRole("link", { name: "Answer them" }).press("Enter");
  const own = page.getByRole("region", { name: "Activities of your own" });
  await own.getByRole("button", { name: "Save" }).press("Enter");
  await expect(own.getByText("Name at least one activity")).toBeVisible();
  await own.getByLabel("Activity 1").fill("Gardening");
  await own
    .getByRole("group", { name: /Gardening/ })
    .getByRole("radio", { name: "4" })
    .check();
  await own.getByRole("button", { name: "Save" }).press("Enter");
  await expect(own).toHaveCount(0);
  const today = page.getByRole("region", { name: "What is true for you today" });
  await today.getByRole("checkbox", { name: /I walk more slowly/ }).check();
  await today.getByRole("button", { name: "Save with 1 sentence ticked" }).press("Enter");
  await expect(page.getByRole("link", { name: "Trends" }).last()).toBeVisible();
  const answers = async () => (await (await client.get("/v1/weeks")).json()) as { questionnaires: unknown[] };
  await expect.poll(async () => (await answers()).questionnaires.length).toBe(2);
  await page.goto(product.url);
  await expect(page.getByRole("heading", { name: "So far" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Answer them" })).toHaveCount(0);
});
