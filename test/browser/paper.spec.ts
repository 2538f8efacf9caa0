import type { Page } from "@playwright/test";
import { sessionEvent } from "../product/client.ts";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

const opened = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
};

test("on paper: nothing to press, every fold open, each chart with its table, A4", async ({ page, product }) => {
  const session = sessionEvent();
  await signedIn(page, product, [session]);
  for (const path of ["/", "/plan", `/session/${session.data.sessionId}`, "/history", "/history?view=calendar"]) {
    await opened(page, product.url + path);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("nav.nav"), path).toBeHidden();
    for (const button of await page.locator("button:not(.calendar-day)").all()) await expect(button, path).toBeHidden();
    for (const table of await page.locator("table").all()) await expect(table, path).toBeVisible();
    await page.emulateMedia({ media: null });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    // A4 in points, give or take the rounding of the engine.
    expect(pdf, path).toMatch(/\/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/);
  }
});

test("in forced colours what is chosen and what is drawn keeps apart from the ground", async ({ page, product }) => {
  const session = sessionEvent();
  await signedIn(page, product, [session]);
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  await opened(page, product.url);
  const ground = await style("body", "background-color");
  expect(ground).toBe("rgb(0, 0, 0)");
  expect(await style(".phase-run", "fill")).not.toBe(ground);
  await page.getByRole("radio", { name: "3", exact: true }).first().check();
  expect(await style(".score-cell:has(:checked) > span", "background-color")).not.toBe(
    await style(".score-cell:not(:has(:checked)) > span", "background-color"),
  );
  await page.goto(`${product.url}/history?view=calendar`);
  const done = page.getByRole("button", { name: /: done/ });
  await done.click();
  const width = (pressed: boolean) => style(`button.calendar-day[aria-pressed=${pressed}]`, "border-top-width");
  expect(await width(true)).not.toBe(await width(false));
});
