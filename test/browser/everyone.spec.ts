import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { sessionEvent } from "../product/client.ts";
import { expect, noonZone, test } from "./product.ts";
import { signedIn } from "./signed-in.ts";

test.use({ timezoneId: noonZone() });

const PAGES = [
  "/",
  "/plan",
  "/rules",
  "/history",
  "/history?view=calendar",
  "/add",
  "/exercises",
  "/trends",
  "/questions",
  "/devices",
  "/settings",
  "/safety",
  "/screening",
  "/not-a-page",
  "/watch/",
];
/** What axe says about colours: all that a look of other colours at the same width can change. */
const COLOURS = ["color-contrast", "link-in-text-block"];
/** Each differs from the one before in one thing, so that a page is opened once and then only looks otherwise. */
const LOOKS = [
  { colorScheme: "light", width: 1280, rules: null },
  { colorScheme: "dark", width: 1280, rules: COLOURS },
  { colorScheme: "dark", width: 320, rules: null },
  { colorScheme: "light", width: 320, rules: COLOURS },
] as const;

async function findings(page: Page, rules: readonly string[] | null): Promise<string[]> {
  // No frame here is of another origin, so axe can stay in the page; nobody reads what passes.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"], preload: false }).setLegacyMode();
  const asked =
    rules === null ? axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]) : axe.withRules([...rules]);
  const { violations } = await asked.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Axe has nothing to say about the page as it stands, in any look, and nothing sticks out sideways. */
async function pleasesEveryone(page: Page, path: string): Promise<void> {
  for (const { colorScheme, width, rules } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    expect(await findings(page, rules), `${path} ${colorScheme} at ${width} px`).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(sideways, `${path} at ${width} px scrolls sideways`).toBe(false);
  }
}

test("every page, light and dark, wide and narrow: nothing for axe to find, nothing sideways", async ({
  page,
  product,
}) => {
  test.setTimeout(360_000);
  for (const path of ["/start", "/goodbye"]) {
    await page.goto(product.url + path);
    await pleasesEveryone(page, path);
  }
  const event = sessionEvent();
  await signedIn(page, product, [event]);
  const session = `/session/${event.data.sessionId}`;
  for (const path of [...PAGES, session]) {
    await page.goto(product.url + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true], .skeleton")).toHaveCount(0);
    if (path === session) await page.getByRole("button", { name: "Correct", exact: true }).click();
    await pleasesEveryone(page, path);
  }
});

test("by keyboard alone: skip to the content, then to the history, focus on its heading", async ({ page, product }) => {
  await signedIn(page, product);
  await page.goto(product.url);
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press("Tab");
    if (
      await page.getByRole("link", { name: "History", exact: true }).evaluate((link) => link === document.activeElement)
    )
      break;
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "History", level: 1 })).toBeFocused();
});
