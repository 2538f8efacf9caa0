import type { Page } from "@playwright/test";
import { clientWith } from "../product/client.ts";
import { firstVisit, PASSPHRASE } from "./first-visit.ts";
import { expect, test } from "./product.ts";

const pages = (page: Page) => page.evaluate(() => caches.keys());

/** The pages are kept, in the language that is read, and a worker answers for them. */
async function keptHere(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  const kept = async () => {
    const [name] = await pages(page);
    if (name === undefined) return [];
    return page.evaluate(async (cache) => (await (await caches.open(cache)).keys()).map(({ url }) => url), name);
  };
  await expect.poll(async () => (await kept()).some((url) => url.includes("/lang-en-"))).toBe(true);
  expect((await kept()).filter((url) => url.includes("/v1/"))).toEqual([]);
}

async function checkinsIn(url: string): Promise<number> {
  const body = JSON.stringify({ name: "Ada", passphrase: PASSPHRASE });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/v1/auth/passphrase/login`, { method: "POST", headers, body });
  const { access_token } = await answer.json();
  const log = await (await clientWith(url, access_token).get("/v1/export")).json();
  const { events }: { events: { type: string }[] } = log;
  return events.filter(({ type }) => type === "checkin.reported.v1").length;
}

test("without a network the pages open with the last data; a check-in is kept over a reload and arrives once", async ({
  page,
  context,
  product,
}) => {
  await firstVisit(page, product.url, product.setupCode ?? "");
  await page.goto(product.url);
  await expect(page.getByRole("heading", { name: "Next session" })).toBeVisible();
  await keptHere(page);

  await context.setOffline(true);
  const pick = (group: string, score: string) =>
    page.getByRole("group", { name: group }).getByRole("radio", { name: score, exact: true }).check();
  await pick("Back pain", "2");
  await pick("Leg or foot pain", "1");
  await page.getByRole("button", { name: "Save this morning" }).click();
  const waits = page.getByText("An answer waits for the network.");
  await expect(waits).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: "Next session" })).toBeVisible();
  await expect(waits).toBeVisible();
  await expect(page.getByText("Back 2, leg or foot 1.")).toBeVisible();
  await page.goto(`${product.url}/safety`);
  await expect(page.getByRole("heading", { name: "Safety", level: 1 })).toBeVisible();

  await context.setOffline(false);
  await expect(waits).toHaveCount(0, { timeout: 20_000 });
  expect(await checkinsIn(product.url)).toBe(1);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toHaveCount(0);
  const left = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open("backstride");
          request.onsuccess = () => {
            const count = request.result.transaction("answers").objectStore("answers").count();
            count.onsuccess = () => resolve(count.result);
          };
        }),
    );
  await expect.poll(left).toBe(0);
});
