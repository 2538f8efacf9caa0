import { addDays } from "../../core/calendar/calendar.ts";
import { sessionEvent } from "../product/client.ts";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

test("a swim added by hand shows in the calendar by sign and word, is reached by keys, and is taken back", async ({
  page,
  product,
}) => {
  const yesterday = new Date(Date.now() - 86_400_000);
  const session = sessionEvent(yesterday);
  await signedIn(page, product, [session]);
  await page.goto(`${product.url}/history`);
  await page.getByRole("link", { name: "Calendar" }).click();
  const done = page.getByRole("button", { name: /: done.*worst pain of the day 2/ });
  await expect(done).toHaveCount(1);
  await expect(page.getByRole("table").filter({ has: done })).toMatchAriaSnapshot(`
    - table /^\\w+ \\d{4}$/:
      - caption: /^\\w+ \\d{4}$/
      - rowgroup:
        - row "Mo Tu We Th Fr Sa Su"
      - rowgroup:
        - row:
          - cell:
            - button /day \\d+ \\w+. done.*worst pain of the day 2/
  `);

  const today = new Date().toISOString().slice(0, 10);
  await page.locator(`[data-date="${today}"]`).press("ArrowLeft");
  await expect(page).toHaveURL(new RegExp(`day=${addDays(today, -1)}`));
  await expect(done).toBeFocused();
  await page.getByRole("link", { name: "Add something on this day" }).click();

  await page.getByRole("radio", { name: "Swim" }).check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Give whole minutes")).toBeVisible();
  await page.getByLabel("Minutes").fill("25");
  await page.getByLabel("Day").fill(addDays(today, -3));
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Added to your history." })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Taken out again." })).toBeVisible();
  await page.getByRole("link", { name: "See it in the calendar" }).click();
  await expect(page.getByRole("status").filter({ hasText: "nothing noted" })).toBeVisible();
});
