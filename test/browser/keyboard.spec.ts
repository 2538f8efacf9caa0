import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: "Etc/UTC" });

const MOST_TABS = 80;

/** Presses Tab until the element has the focus: whoever has no mouse gets there, too. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${target}.`);
}

test("by keyboard alone a watch is paired: the code, the question whether it is the own, and what came of it", async ({
  page,
  product,
}) => {
  await signedIn(page, product);
  const data = { name: "My watch", model: "Amazfit Balance", app: "1.0.0" };
  const { user_code } = (await (await page.request.post(`${product.url}/v1/pair/start`, { data })).json()) as {
    user_code: string;
  };
  await page.goto(product.url);
  await tabTo(page, page.getByRole("link", { name: "Pair your watch" }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Devices", level: 1 })).toBeFocused();
  await tabTo(page, page.getByLabel("Code from your phone"));
  await page.keyboard.type(user_code.toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Is this your watch?" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Confirm" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("My watch is paired.")).toBeFocused();
  await expect(page.getByRole("region", { name: "Paired watches" })).toContainText("My watch");
});

test("by keyboard alone the morning is told, looked at and told again; then the next session moves to another day", async ({
  page,
  product,
}) => {
  const client = await signedIn(page, product);
  const planned = async () => ((await (await client.get("/v1/plan")).json()) as { plan: { date: string } }).plan.date;
  const before = await planned();
  await page.goto(product.url);
  await expect(page.getByRole("region", { name: "Next session" })).toMatchAriaSnapshot(`
    - heading "Next session" [level=2]
    - img /\\d+ min.* in all. .*5 min warm-up, \\d+ × 15 s run, .*, 5 min cool-down/
    - list:
      - listitem: 5 min warm-up
      - listitem: /\\d+ × 15 s run, .* walk/
      - listitem: 5 min cool-down
  `);
  const score = (group: string) => page.getByRole("group", { name: group }).getByRole("radio").first();
  await tabTo(page, score("Back pain"));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, score("Leg or foot pain"));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Save this morning" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Back 2, leg or foot 0.")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(score("Back pain")).toBeFocused();

  await page.goto(`${product.url}/plan`);
  const move = page.getByRole("button", { name: /Move the next session to/ }).first();
  await expect(move).toBeVisible();
  await tabTo(page, move);
  await page.keyboard.press("Enter");
  await expect.poll(planned).not.toBe(before);
  await expect(page.getByRole("listitem").filter({ hasText: "planned" })).toBeFocused();
  await page.goto(product.url);
  await expect(page.getByRole("region", { name: "Next session" })).toContainText("No session today.");
});
