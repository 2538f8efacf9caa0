import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { expect, test } from "./product.ts";
import type { Look } from "./watch-pages/player.ts";
import { looksOf } from "./watch-pages/story.ts";

type Glass = typeof window & {
  draw(nodes: Look["nodes"], width: number, height: number, shape: string): void;
  complaints(round: boolean): string[];
};

/** The largest and the smallest of each shape. */
const SCREENS = ["round-480", "round-416", "square-390x450", "square-432x514"] as const;
const LANGUAGES = ["en-US", "de-DE", "es-ES", "fr-FR", "zh-CN"] as const;
/** Kept as pictures: the longest words on the smallest screens. Chinese would need a font that few test machines have. */
const PICTURED: readonly string[] = ["round-480 en-US", "round-416 de-DE", "square-390x450 de-DE"];

/** Nothing answers there: the page is made here. The drawing code only wants an address to be at. */
const ADDRESS = "http://watch.test/";

const sizeOf = (screen: string): [number, number] => {
  const [width = 0, height = width] = (/\d+(x\d+)?/.exec(screen)?.[0] ?? "").split("x").map(Number);
  return [width, height];
};

let script = "";
let style = "";
test.beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "watch-pages/glass.tsx")],
    bundle: true,
    write: false,
    outdir: "out",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  for (const { path, text } of outputFiles) {
    if (path.endsWith(".js")) script = text;
    else style = text;
  }
});

async function glass(page: Page, screen: string): Promise<void> {
  const [width, height] = sizeOf(screen);
  await page.setViewportSize({ width, height });
  await page.route(ADDRESS, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><body></body>" }),
  );
  await page.goto(ADDRESS);
  await page.addStyleTag({ content: `${style} body { margin: 0; padding: 0; background: #000; }` });
  await page.addScriptTag({ content: script });
}

for (const screen of SCREENS) {
  for (const language of LANGUAGES) {
    test(`${screen} ${language}: every page shows all its words, none over another, none off the glass`, async ({
      page,
    }) => {
      const looks = await looksOf(screen, language);
      await glass(page, screen);
      const found: Record<string, string[]> = {};
      for (const { name, nodes, kept, card } of looks) {
        const [width, height] = card ?? sizeOf(screen);
        const shape = card === undefined ? (screen.split("-")[0] ?? "round") : "square";
        const wrong = await page.evaluate(
          ([given, w, h, form]) => {
            const { draw, complaints } = window as unknown as Glass;
            draw(given, w, h, form);
            return complaints(form === "round");
          },
          [nodes, width, height, shape] as const,
        );
        if (wrong.length > 0) found[name] = wrong;
        if (kept && PICTURED.includes(`${screen} ${language}`)) {
          await expect.soft(page.locator("#glass")).toHaveScreenshot(`${screen}-${language}-${name}.png`, {
            // Letters differ a little between fonts and releases of the browser; what stands where does not.
            threshold: 0.3,
            maxDiffPixelRatio: 0.06,
          });
        }
      }
      expect(found).toEqual({});
    });
  }
}
