import { afterAll, beforeAll, expect, test } from "vitest";
import type { TokenAnswer } from "../../core/contract/auth.ts";
import type { PhoneFetch } from "../../simulator/node/index.ts";
import { startWatch } from "../../simulator/node/index.ts";
import { RealHost } from "../api/real-host.ts";
import { PACKAGE_DIR } from "./simulated-play.ts";

const HOUR = 3_600_000;

let host: RealHost;
let ann: TokenAnswer;
beforeAll(async () => {
  host = await RealHost.start();
  ann = await host.register("Ann", host.host.setupCode ?? "");
  // The functions are built first: minutes on a busy computer.
}, 300_000);
afterAll(() => host.stop());

/** The network behind the phone: the running host, each request as it is. */
const network: PhoneFetch = async ({ url, method, headers, body }) => {
  const answer = await fetch(url, { method, headers, ...(body === null ? {} : { body }) });
  const given = Object.fromEntries(answer.headers.entries());
  return { status: answer.status, statusText: answer.statusText, headers: given, body: await answer.text() };
};

/** The packaged watch with its real phone side, at the address of the host. */
const atHost = () =>
  startWatch({
    packageDir: PACKAGE_DIR,
    variant: "round-480",
    fetch: network,
    clockStartMs: Date.now() - HOUR,
    settings: { "backstride.address": host.host.url },
  });

type Watch = Awaited<ReturnType<typeof atHost>>;
const settingsOf = async (watch: Watch): Promise<string> => (await watch.phone.settings()).join(" ");

/** Pairs as a person does: the code of the settings page, confirmed by who is signed in. */
async function pair(watch: Watch, button: string): Promise<void> {
  await watch.phone.settings();
  await watch.phone.press(button);
  await watch.clock.until(() => watch.phone.stored("backstride.pairing") !== null, 10_000);
  const { userCode } = JSON.parse(watch.phone.stored("backstride.pairing") ?? "{}") as { userCode: string };
  expect(await settingsOf(watch)).toContain(userCode);
  await host.json("POST /v1/pair/confirm", { user_code: userCode, approve: true }, ann.access_token);
  await watch.clock.until(() => watch.phone.stored("backstride.status") === "paired", 60_000);
}

/** Chooses how a cue feels: a record in the outbox. */
async function chooseACue(watch: Watch): Promise<void> {
  for (const label of ["More", "Feel the cues", "Strength"]) {
    await watch.tap(label);
    await watch.clock.advance(100);
  }
  await watch.swipe("RIGHT");
  await watch.clock.advance(100);
  await watch.tap("Home");
}

test("a device that was removed says so on the watch and on the phone, keeps its records, and sends them once it is paired again", async () => {
  const watch = await atHost();
  await watch.clock.advance(3_000);
  await pair(watch, "Pair this watch");
  await watch.light(true);
  await watch.tap("Sync");
  await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 30_000);

  const { devices } = await host.json<{ devices: { id: string }[] }>("GET /v1/devices", {}, ann.access_token);
  expect(devices).toHaveLength(1);
  expect((await host.ask(`DELETE /v1/devices/${devices[0]?.id}`, { token: ann.access_token })).status).toBeLessThan(
    300,
  );
  await watch.light(true);
  await chooseACue(watch);
  await watch.clock.until(() => watch.screen().texts.includes("Pair again in Zepp app"), 30_000);
  expect(await settingsOf(watch)).toContain("This watch was removed on the dashboard. Pair it again.");
  expect(await settingsOf(watch)).toContain("Sync first: 1 records are only on the watch.");

  await pair(watch, "Pair this watch");
  await watch.light(true);
  await watch.tap("Sync");
  await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 30_000);
  await host.host.whenIdle();
  const { profile } = await host.json<{ profile: { cues: object } }>("GET /v1/plan", {}, ann.access_token);
  expect(profile.cues).toHaveProperty("run");
  expect(watch.violations).toEqual([]);
  await watch.stop();
});
