import { invented } from "../demo/person.ts";
import { add } from "../test/browser/signed-in.ts";
import { firstAccount } from "../test/product/client.ts";
import type { Product } from "../test/product/start.ts";

const WEEKS = 261;
const ZONE = "Etc/UTC";

/** The first account of a host with the log of five years, told through the front door as a phone that was away tells it. */
export async function liveFiveYears({ url, setupCode }: Product): Promise<void> {
  const client = await firstAccount(url, setupCode ?? "");
  const today = new Date().toISOString().slice(0, 10);
  const events = invented(WEEKS, today, ZONE).filter(({ at }) => Date.parse(at) <= Date.now());
  await add(client, events);
}
