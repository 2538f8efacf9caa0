import { sessionEvent } from "../product/client.ts";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

test("a session is corrected by keyboard: the page says what it did to the plan, the original stays and counts again", async ({
  page,
  product,
  complaints,
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
  expect(complaints).toEqual([]);
});
