import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { parsePo } from "../../bin/watch-po.mjs";
import { childrenOf, type SettingsNode } from "../../simulator/host/phone/components.ts";
import type { SimulatedWatch } from "../../simulator/node/index.ts";
import { ROOT } from "../watch/build.ts";
import { Cloud, planOf } from "../watch/cloud.ts";
import { open } from "../watch/journey.ts";
import { expect, test } from "./product.ts";

type Drawing = typeof window & { drawSettings(content: readonly (SettingsNode | string)[]): void };

/** Nothing answers there: the page is made here. The drawing code only wants an address to be at. */
const ADDRESS = "http://phone.test/";
/** A narrow phone. */
const WIDTH = 320;

/** The page as it stands, without what it does. */
function contentOf({ device }: SimulatedWatch): (SettingsNode | string)[] {
  const { settingsPage } = device;
  const plain = (node: SettingsNode | string): SettingsNode | string => {
    if (typeof node === "string") return node;
    const value = node.type === "TextInput" ? { value: settingsPage.valueOf(node) } : {};
    const kept = Object.fromEntries(Object.entries(node.props).filter(([, each]) => typeof each !== "function"));
    return { ...node, props: { ...kept, ...value }, children: childrenOf(node.children).map(plain) };
  };
  return settingsPage.content.map(plain);
}

/** First seen, with a code to confirm, paired and in use, and with an address where nothing answers. */
async function looksIn(language: string): Promise<Readonly<Record<string, (SettingsNode | string)[]>>> {
  const cloud = new Cloud(planOf(5, "2026-11-20"));
  const watch = await open(cloud, { language });
  const texts = parsePo(readFileSync(join(ROOT, "watch-app/i18n", `${language}.po`), "utf8"));
  const say = (key: string): string => texts.get(key) ?? key;
  const look = async () => {
    await watch.phone.settings();
    return contentOf(watch);
  };
  const first = await look();
  await watch.phone.press(say("settings.pair"));
  await watch.clock.advance(1_000);
  const code = await look();
  cloud.confirmed = true;
  await watch.clock.advance(6_000);
  await watch.light(true);
  await watch.tap(say("home.sync"));
  await watch.clock.advance(5_000);
  const paired = await look();
  await watch.phone.type(say("settings.address"), "https://nobody.example");
  cloud.up = false;
  await watch.phone.press(say("settings.pair"));
  await watch.clock.advance(12_000);
  const wrong = await look();
  await watch.stop();
  return { first, code, paired, wrong };
}

test.use({ timezoneId: "UTC", locale: "en-GB" });

for (const language of ["en-US", "de-DE"]) {
  test(`${language}: the phone's settings page shows all its words on a narrow phone`, async ({ page }) => {
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, "watch-pages/glass.tsx")],
      ...{ bundle: true, write: false, outdir: "out", jsx: "automatic", jsxImportSource: "preact" },
    });
    const textOf = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
    await page.setViewportSize({ width: WIDTH, height: 800 });
    await page.route(ADDRESS, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><body></body>" }),
    );
    await page.goto(ADDRESS);
    await page.addStyleTag({ content: `${textOf(".css")} body { margin: 0; }` });
    await page.addScriptTag({ content: textOf(".js") });
    for (const [name, content] of Object.entries(await looksIn(language))) {
      await page.evaluate((given) => (window as unknown as Drawing).drawSettings(given), content);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${name}: nothing hangs over the side`).toBeLessThanOrEqual(WIDTH);
      await expect.soft(page.locator("#phone")).toHaveScreenshot(`${language}-${name}.png`, {
        threshold: 0.3,
        maxDiffPixelRatio: 0.06,
      });
    }
  });
}
