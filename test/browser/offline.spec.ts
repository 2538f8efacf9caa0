import type { Page } from "@playwright/test";
import { clientWith } from "../product/client.ts";
import { PASSPHRASE } from "./first-visit.ts";
import { expect, failing, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC", provoked: failing(401, "ERR_INTERNET_DISCONNECTED", "ERR_FAILED") });

const pages = (page: Page) => page.evaluate(() => caches.keys());

/** The pages are kept, in the language that is read, and a worker answers for them. */
async function keptHere(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.locator('link[rel="manifest"]')).toHaveCount(1);
  await page.reload();
  const kept = async () => {
    const [name] = await pages(page);
    if (name === undefined) return [];
    return page.evaluate(async (cache) => (await (await caches.open(cache)).keys()).map(({ url }) => url), name);
  };
  // The whole language, though Today says only the words of every day.
  for (const file of ["/lang-en-", "/lang-en-rest-"]) {
    await expect.poll(async () => (await kept()).some((url) => url.includes(file))).toBe(true);
  }
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

async function saveMorning(page: Page): Promise<void> {
  const pick = (group: string, score: string) =>
    page.getByRole("group", { name: group }).getByRole("radio", { name: score, exact: true }).check();
  await pick("Back pain", "2");
  await pick("Leg or foot pain", "1");
  await page.getByRole("button", { name: "Save this morning" }).click();
}

const onShelf = (page: Page, shelf: "answers" | "outbox") =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open("backstride");
        request.onsuccess = () => {
          const count = request.result.transaction(name).objectStore(name).count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
    shelf,
  );

test("without a network the pages open with the last data; a check-in is kept over a reload and arrives once", async ({
  page,
  context,
  product,
}) => {
  await signedIn(page, product);
  await page.goto(product.url);
  await expect(page.getByRole("heading", { name: "Next session" })).toBeVisible();
  await keptHere(page);

  await context.setOffline(true);
  await saveMorning(page);
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
  await expect.poll(() => onShelf(page, "answers")).toBe(0);
});

test("where the browser stores nothing, a check-in waits in the page, says so, and still arrives once", async ({
  page,
  context,
  product,
}) => {
  await page.addInitScript(() => {
    // As Firefox does it in a private window of old.
    IDBFactory.prototype.open = () => {
      throw new DOMException("A mutation operation was attempted on a database that did not allow mutations.");
    };
  });
  await signedIn(page, product);
  await page.goto(product.url);
  await expect(page.getByRole("heading", { name: "Next session" })).toBeVisible();

  await context.setOffline(true);
  await saveMorning(page);
  const waits = page.getByText("Kept only while this page is open");
  await expect(waits).toBeVisible();
  await expect(page.getByText("Back 2, leg or foot 1.")).toBeVisible();
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  await (await asked).dismiss();

  await context.setOffline(false);
  await expect(waits).toHaveCount(0, { timeout: 20_000 });
  expect(await checkinsIn(product.url)).toBe(1);
});

test("with an account goes what waits in its browser, and all that was kept of it", async ({
  page,
  context,
  product,
}) => {
  await signedIn(page, product);
  await page.goto(`${product.url}/settings`);
  await expect(page.getByRole("button", { name: "Delete my account" })).toBeVisible();
  // The service takes no events for now, all else goes on.
  await context.route("**/v1/events", (route) => route.abort());
  await page.getByRole("link", { name: "Today", exact: true }).click();
  await saveMorning(page);
  await expect.poll(() => onShelf(page, "outbox")).toBe(1);

  await page.goto(`${product.url}/settings`);
  await page.evaluate(async () => {
    // Nobody can be subscribed without a push service on the net: whether the subscription is ended is all that is looked at.
    await navigator.serviceWorker.ready;
    const unsubscribe = async () => document.body.toggleAttribute("data-push-ended", true);
    PushManager.prototype.getSubscription = async () => ({ unsubscribe }) as unknown as PushSubscription;
  });
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Delete/ })
    .click();
  await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
  await expect.poll(async () => [await onShelf(page, "outbox"), await onShelf(page, "answers")]).toEqual([0, 0]);
  await expect(page.locator("body[data-push-ended]")).toHaveCount(1);
  expect(await page.evaluate(() => localStorage.getItem("backstride.person"))).toBeNull();
});
