import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import type { TokenAnswer } from "../core/contract/auth.ts";
import playwright from "../playwright.config.ts";
import { PASSPHRASE } from "../test/browser/first-visit.ts";
import { clientWith } from "../test/product/client.ts";
import { freePort, startProduct } from "../test/product/start.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import { liveFiveYears } from "./five-years.ts";
import { trendsPainted } from "./trends.ts";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;
const AUDITS = {
  "largest-contentful-paint": "LCP (ms)",
  "cumulative-layout-shift": "CLS (thousandths)",
  "total-blocking-time": "TBT (ms)",
} as const;

type Measured = ReadonlyMap<string, number>;

/** The pages of somebody with five years behind them, on the phone that Lighthouse imagines (mobile, slow 4G, CPU ÷4), signed in, nothing cached. */
export async function pages(): Promise<Figure[]> {
  const product = await startProduct();
  try {
    await liveFiveYears(product);
    const session = await lastSession(product.url);
    const paths = { today: "/", history: "/history", session: `/session/${session}` };
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(paths)) figures.push(...(await medians(name, product.url, path)));
    return [...figures, ...(await withBrowser(product.url, ({ context }) => trendsPainted(context, product.url)))];
  } finally {
    await product.stop();
    product.forget();
  }
}

export async function lastSession(url: string): Promise<string> {
  const { access_token } = await login((path, body) =>
    fetch(url + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  );
  const answer = await clientWith(url, access_token).get("/v1/summary");
  const { recent } = (await answer.json()) as { recent: readonly { id: string; kind: string }[] };
  const last = recent.find(({ kind }) => kind === "session");
  if (last === undefined) throw new Error("Five years without a session.");
  return last.id;
}

type Json = { json: () => Promise<unknown> };

async function login(post: (path: string, body: unknown) => Promise<Json>): Promise<TokenAnswer> {
  return (await (
    await post("/v1/auth/passphrase/login", { name: "Ada", passphrase: PASSPHRASE })
  ).json()) as TokenAnswer;
}

type Browser = { readonly context: BrowserContext; readonly port: number };

/** A browser that is signed in and has never opened a page of ours. */
export async function withBrowser<T>(url: string, use: (browser: Browser) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), "backstride-bench-"));
  const port = await freePort();
  const launch = playwright.use?.launchOptions ?? {};
  const args = [...(launch.args ?? []), `--remote-debugging-port=${port}`];
  const context = await chromium.launchPersistentContext(profile, { ...launch, args, locale: "en-GB" });
  try {
    const page = await context.newPage();
    const { person } = await login((path, data) => page.request.post(url + path, { data }));
    // A file of the same origin with no script in it.
    await page.goto(`${url}/robots.txt`);
    await page.evaluate((who) => localStorage.setItem("backstride.person", who), JSON.stringify(person));
    await page.close();
    return await use({ context, port });
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function medians(name: string, url: string, path: string): Promise<Figure[]> {
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await withBrowser(url, ({ port }) => measure(url + path, port)));
  const names = [...(runs[0]?.keys() ?? [])];
  return names.map((each) =>
    figure(
      `${name}, ${each}`,
      percentile(
        runs.map((run) => run.get(each) ?? Number.NaN),
        0.5,
      ),
    ),
  );
}

async function measure(page: string, port: number): Promise<Measured> {
  const settings = { port, disableStorageReset: true, onlyCategories: [...CATEGORIES] };
  const result = await lighthouse(page, settings);
  if (result === undefined) throw new Error(`Lighthouse gave nothing for ${page}.`);
  const { categories, audits, finalDisplayedUrl } = result.lhr;
  if (finalDisplayedUrl !== page) throw new Error(`${page} led to ${finalDisplayedUrl}.`);
  const scores = CATEGORIES.map(
    (name) => [`${name}, short of 100`, 100 - 100 * (categories[name]?.score ?? 0)] as const,
  );
  const times = Object.entries(AUDITS).map(([id, name]) => {
    const value = audits[id]?.numericValue ?? Number.NaN;
    return [name, id === "cumulative-layout-shift" ? 1000 * value : value] as const;
  });
  return new Map([...scores, ...times]);
}
