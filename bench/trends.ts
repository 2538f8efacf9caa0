import type { BrowserContext, Page } from "@playwright/test";
import { type Figure, figure, percentile } from "./figure.ts";

const RUNS = 5;

/** From the click on "Trends" to the frame in which every chart of five years stands there, data and script fetched anew. */
export async function trendsPainted(context: BrowserContext, url: string): Promise<Figure[]> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const figures: Figure[] = [];
  for (const [name, rate] of [
    ["trends of 5 years painted (ms)", 1],
    ["trends of 5 years painted, CPU ÷4 (ms)", 4],
  ] as const) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await page.goto(url);
      await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
      await page.locator(".card:not(.skeleton)").first().waitFor();
      await cdp.send("Emulation.setCPUThrottlingRate", { rate });
      times.push(await painted(page));
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    }
    figures.push(figure(name, percentile(times, 0.5)));
  }
  await page.close();
  return figures;
}

/** Measured in the page, between two frames of its own. */
function painted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const started = performance.now();
        const look = () => {
          const drawn =
            document.querySelectorAll(".trends figure svg").length >= 7 && !document.querySelector(".skeleton");
          if (!drawn) return requestAnimationFrame(look);
          // The frame after the one that holds them: they are on the screen.
          return requestAnimationFrame(() => done(performance.now() - started));
        };
        document.querySelector<HTMLElement>('nav a[href="/trends"]')?.click();
        requestAnimationFrame(look);
      }),
  );
}
