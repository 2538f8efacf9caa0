import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { serve } from "../../bin/serve.ts";
import type { Summary } from "../../core/contract/api.ts";
import { invented } from "../../demo/person.ts";
import { until } from "../product/client.ts";
import { type Boxes, boxesOf, differing, faultsOf, read, written } from "./pictures/boxes.ts";
import { expect, test } from "./product.ts";
import { account, add } from "./signed-in.ts";

/** A Thursday with ten weeks behind it, on the clock of the host and of the pages. */
const NOW = new Date("2026-11-26T10:00:00Z");
const WEEKS = 10;
/** A pixel of the picture kept stands for so many of the page: no letter is left in it, only what is where, and how dark. */
const COARSE = 8;
const LOOKS = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 320 },
] as const;
const HEIGHT = 1600;
const BOXES = join(import.meta.dirname, "pictures/boxes.txt");

test.use({ timezoneId: "Etc/UTC" });

async function coarsePicture(page: Page, width: number): Promise<Buffer> {
  const cdp = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width, height: HEIGHT, scale: 1 / COARSE };
  const { data } = await cdp.send("Page.captureScreenshot", { format: "png", clip });
  await cdp.detach();
  return Buffer.from(data, "base64");
}

test("the main pages of an invented person look as they did: parts in their places, nothing over another, nothing cut off", async ({
  page,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), "backstride-"));
  const host = await serve({ port: 0, dataDir, signals: false, startAt: NOW.getTime() });
  const log = invented(WEEKS, NOW.toISOString().slice(0, 10), "Etc/UTC");
  const client = await account(page, host);
  await add(client, log);
  // The plan is there before all of the log is told in it.
  const summary = async () => (await (await client.get("/v1/summary")).json()) as Summary;
  const sessions = log.flatMap((event) => (event.type === "session.recorded.v1" ? [event.data.sessionId] : []));
  await until(
    summary,
    ({ recent, questionnaires }) => recent[0]?.id === sessions.at(-1) && questionnaires?.due.length === 0,
    60_000,
  );
  await page.clock.setFixedTime(NOW);
  const found: Record<string, Boxes> = {};
  const paths = {
    today: "/",
    plan: "/plan",
    history: "/history",
    calendar: "/history?view=calendar",
    trends: "/trends",
  };
  for (const [title, path] of Object.entries({ ...paths, session: `/session/${sessions.at(-1)}` })) {
    await page.goto(host.url + path);
    await expect(page.locator(".card, .month, .calendar").first()).toBeVisible();
    // A chart is drawn once its width is known.
    await expect(page.locator(".skeleton, .waiting, figure:not(:has(svg))")).toHaveCount(0);
    for (const { colorScheme, width } of LOOKS) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: HEIGHT });
      const name = `${title}-${colorScheme}-${width}`;
      expect.soft(await page.evaluate(faultsOf), name).toEqual([]);
      found[name] = await page.evaluate(boxesOf);
      expect
        .soft(await coarsePicture(page, width))
        .toMatchSnapshot(`${name}.png`, { threshold: 0.2, maxDiffPixelRatio: 0.12 });
    }
  }
  // `--update-snapshots` keeps these, too.
  if (["all", "changed"].includes(test.info().config.updateSnapshots)) writeFileSync(BOXES, written(found));
  expect(differing(read(readFileSync(BOXES, "utf8")), found)).toEqual([]);
  await page.close();
  await host.stop();
  rmSync(dataDir, { recursive: true });
});
