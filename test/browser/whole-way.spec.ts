import type { Page } from "@playwright/test";
import { clientWith, envelope } from "../product/client.ts";
import type { Product } from "../product/start.ts";
import { firstVisit, PASSPHRASE } from "./first-visit.ts";
import { expect, failing, noonZone, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";
import { SimulatedWatch } from "./simulated-watch.ts";

// A phone that asks after a code before it is confirmed is answered 400 (RFC 8628), which the browser tells.
test.use({ timezoneId: noonZone(), provoked: failing(400) });
test.setTimeout(240_000);
// Each waits for most of a minute while a session is played.
test.describe.configure({ mode: "parallel" });

/** A therapist's ceiling of level 5, told as a program would tell it: the first visit has no field for it. */
const ceilingAt5 = () => ({ ...envelope(), type: "profile.changed.v1", data: { ceilingLevel: 5 } }) as const;

async function tellCeiling({ url }: Product): Promise<void> {
  const body = JSON.stringify({ name: "Ada", passphrase: PASSPHRASE });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/v1/auth/passphrase/login`, { method: "POST", headers, body });
  const { access_token } = (await answer.json()) as { access_token: string };
  await clientWith(url, access_token).post("/v1/events", { events: [ceilingAt5()] });
}

async function pair(dashboard: Page, watch: SimulatedWatch, url: string): Promise<void> {
  await watch.open(url);
  const code = await watch.pairingCode();
  const way = watch.page.getByRole("link", { name: "Enter this code on the dashboard" });
  await expect(way).toHaveAttribute("href", "/devices");
  await dashboard.goto(`${url}/devices`);
  await dashboard.getByLabel("Code from your phone").fill(code);
  await dashboard.getByRole("button", { name: "Pair", exact: true }).click();
  await expect(dashboard.getByText("The code was made")).toBeVisible();
  await dashboard.getByRole("button", { name: "Confirm" }).click();
  await expect(watch.phone()).toContainText("Paired");
  await expect(way).toHaveCount(0);
  await watch.button("Sync").click();
  await expect(watch.screen()).toContainText("6 × 0:15");
}

/** A watch that is paired and synced, and the dashboard open on Today. */
async function withWatch(page: Page, { url }: Product): Promise<SimulatedWatch> {
  const watch = new SimulatedWatch(await page.context().newPage());
  await pair(page, watch, url);
  await page.goto(url);
  return watch;
}

/** The session shows by itself within three seconds; its page has the steps, the heart rate and the cues. */
async function seeSession(dashboard: Page): Promise<void> {
  const main = dashboard.getByRole("main");
  const session = main.getByRole("link", { name: /Level 5/ });
  await expect(session).toHaveCount(1, { timeout: 3000 });
  await expect(main).toContainText("Tomorrow morning, tell us how your back feels");
  await session.click();
  await expect(main.getByRole("img", { name: /beats a minute on average in the runs/ })).toBeVisible();
  await expect(main.getByRole("row", { name: /^\d+ Run 0:15 0:15$/ })).toHaveCount(6);
  await main.getByText(/Show all \d+ cues/).click();
  await expect(main.getByRole("row", { name: /^Run / })).toHaveCount(6);
}

test("from the first visit to a planned next session, with a watch session in between", async ({ page, product }) => {
  await firstVisit(page, product.url, product.setupCode ?? "");
  await tellCeiling(product);
  const watch = await withWatch(page, product);
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();

  await watch.begin("2", "0");
  await watch.setSpeed(60);
  await expect(watch.button("Done")).toBeVisible({ timeout: 60_000 });
  await watch.answerAfter();

  await seeSession(page);
});

test("the phone out of reach during the session, back after it: one session, whole", async ({ page, product }) => {
  await signedIn(page, product, [ceilingAt5()]);
  const watch = await withWatch(page, product);

  await watch.begin("2", "0");
  await watch.link(false);
  await watch.fromCueToCue();
  await watch.answerAfter();
  await expect(watch.screen()).toContainText("Phone out of reach", { timeout: 30_000 });

  await watch.link(true);
  await watch.button("Done").click();
  await watch.button("Sync").click();
  await expect(watch.screen()).toContainText("All in sync", { timeout: 30_000 });
  await seeSession(page);
});
