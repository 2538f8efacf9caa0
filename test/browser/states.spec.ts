import type { Page } from "@playwright/test";
import { envelope, newId, sessionEvent } from "../product/client.ts";
import { expect, failing, test } from "./product.ts";
import { add, signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC", provoked: failing(404, "ERR_FAILED") });

const PAGES = ["/", "/plan", "/history", "/trends", `/session/${newId()}`];

/** Goes to each page and expects what a person sees of it. */
async function walk(page: Page, url: string, seen: (path: string) => Promise<void>): Promise<void> {
  for (const path of PAGES) {
    await page.goto(url + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await seen(path);
  }
}

test("today, plan, history, trends and a session: what they show without a connection, on the way, and before anything is there", async ({
  page,
  product,
}) => {
  await signedIn(page, product);
  await page.route("**/v1/**", (route) => route.abort());
  await walk(page, product.url, async (path) => {
    await expect(page.getByRole("button", { name: "Try again" }).first(), path).toBeVisible();
    await expect(page.locator(".skeleton"), path).toHaveCount(0);
  });
  await page.unroute("**/v1/**");
  await page.route("**/v1/{summary,history,weeks,days,sessions}**", () => undefined);
  await page.route("**/v1/sessions/**", () => undefined);
  await walk(page, product.url, async (path) => {
    await expect(page.locator(".skeleton").first(), path).toBeVisible();
    await expect(page.getByRole("alert").filter({ hasText: /./ }), path).toHaveCount(0);
  });
  await page.unrouteAll({ behavior: "ignoreErrors" });
  const empty: Readonly<Record<string, string | RegExp>> = {
    "/": "Your sessions will appear here",
    "/plan": "Only the next session is decided",
    "/history": "Once your watch has synced a session",
    "/trends": "Two weeks of sessions or check-ins",
  };
  await walk(page, product.url, async (path) => {
    await expect(page.getByText(empty[path] ?? "This session is not among yours."), path).toBeVisible();
  });
});

test("after a warning sign today and the plan say what to do first; history and trends stay readable", async ({
  page,
  product,
}) => {
  const session = sessionEvent();
  const client = await signedIn(page, product, [session]);
  const answers = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [String(index + 1), index === 0]));
  await add(client, [{ ...envelope(), type: "screening.answered.v1", data: { answers, version: 1 } }]);
  await page.goto(product.url);
  await expect(page.getByRole("region", { name: /^Please (get help|see a doctor)/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "Next session" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Try it on a simulated watch" })).toHaveCount(0);
  await page.goto(`${product.url}/plan`);
  await expect(page.getByText("on hold", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /Move the next session/ })).toHaveCount(0);
  await page.goto(`${product.url}/session/${session.data.sessionId}`);
  await expect(page.getByRole("region", { name: "Timeline" })).toBeVisible();
  await page.goto(`${product.url}/history`);
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(session.data.sessionId));
});
