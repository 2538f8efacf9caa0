import { expect, test } from "vitest";
import { addDays } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { decide } from "../../core/plan/decide.ts";
import { EMPTY_CHECKPOINT } from "../../core/progress/checkpoint.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { profile, screening, session } from "../../core/progress/testing.ts";
import type { PhoneFetch, SimulatedWatch } from "../../simulator/node/index.ts";
import { finishSession, MINUTE, MORNING, pairedWatch, SECOND, startSession } from "./simulated-play.ts";
import { SimulatedServer } from "./simulated-server.ts";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TODAY = "2026-11-20";
const realNow = () => MORNING + 40 * DAY;
const told = { placement: { walkMin: 60, jog: null }, days: [1, 3, 5], wakeUp: "06:00" };
const past = (usualPain: number): LogEvent[] => [
  screening("2026-11-09"),
  profile("2026-11-09", { ...told, usualPain }),
  session("2026-11-18", { level: 4 }),
];

/** A cloud that decides by the log, for the day that `today` says; `deaf`: it stores, but its plan is behind. */
class DecidingServer extends SimulatedServer {
  today = TODAY;
  deaf = false;
  usualPain = 2;

  log(): LogEvent[] {
    return [...past(this.usualPain), ...(this.deaf ? [] : this.stored)];
  }

  decision() {
    return decide(EMPTY_CHECKPOINT, this.log(), profileOf(EMPTY_CHECKPOINT, this.log()), this.today);
  }

  readonly answering: PhoneFetch = async (request) => {
    const path = new URL(request.url).pathname;
    if (this.plan !== null) this.plan = { ...this.plan, ...this.decision(), rev: this.stored.length + 1 };
    if (path !== "/v1/checkpoint") return this.fetch(request);
    const folded = profileOf(EMPTY_CHECKPOINT, this.log());
    const body = { checkpoint: EMPTY_CHECKPOINT, tail: this.log(), profile: folded, planRev: this.stored.length + 1 };
    const headers = { "content-type": "application/json" };
    return { status: 200, statusText: "", headers, body: JSON.stringify(body) };
  };
}

async function played(usualPain = 2) {
  const server = new DecidingServer();
  server.usualPain = usualPain;
  const { watch } = await pairedWatch({ realNow }, server, server.answering);
  return { watch, server };
}

const home = (texts: readonly string[]): string => texts.join(" | ");

test.each([
  [2, "A bit sore today: a gentle walk instead."],
  [3, "Warm-up"],
])("pain of 4 before the session, with a BASE of %i as the watch works it out: %s", async (base, said) => {
  const { watch } = await played(base);
  await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 30 * SECOND);
  for (const label of ["Start", "4", "0", "I feel well"]) {
    await watch.tap(label);
    await watch.clock.advance(SECOND);
  }
  expect(watch.screen().texts).toContain(said);
  await watch.stop();
});

test("with the phone away the watch decides the next session itself, as the cloud does once it hears of it", async () => {
  const { watch, server } = await played();
  await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 30 * SECOND);
  expect(server.decision()).toMatchObject({ date: TODAY, level: 4 });
  await watch.link(false);
  await startSession(watch);
  await finishSession(watch);
  await watch.tap("Done");
  await watch.kill();
  await watch.clock.advance(DAY);
  await watch.boot();
  await watch.clock.until(() => watch.screen().page === "page/home", SECOND);
  for (const tap of ["Tell it", "1", "0", "Done"]) {
    await watch.tap(tap);
    await watch.clock.advance(100);
  }
  await watch.clock.until(() => watch.screen().page === "page/home", SECOND);
  const alone = home(watch.screen().texts);
  expect(alone).toContain("Decided on the watch:");
  expect(server.stored).toEqual([]);

  await watch.link(true);
  server.today = addDays(TODAY, 1);
  await watch.tap("Sync");
  await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 2 * MINUTE);
  const together = home(watch.screen().texts);
  expect(together).not.toContain("Decided on the watch:");
  expect(server.decision().date).toBe("2026-11-23");
  const [title, details] = alone.split(" | ");
  expect(together.split(" | ").slice(0, 2)).toEqual([title, details]);
  expect(title).toBe("Mon 23 Nov");
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a plan of the cloud that does not know the latest session yet does not replace the watch's own", async () => {
  const { watch, server } = await played();
  await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 30 * SECOND);
  await startSession(watch);
  server.deaf = true;
  await finishSession(watch);
  await watch.tap("Done");
  await watch.clock.until(() => watch.screen().texts.includes("All in sync"), MINUTE);
  expect(server.decision().date).toBe(TODAY);
  expect(watch.screen().texts[0]).not.toBe("Today");
  expect(home(watch.screen().texts)).toContain("Decided on the watch:");
  server.deaf = false;
  await watch.tap("Sync");
  await watch.clock.advance(30 * SECOND);
  expect(home(watch.screen().texts)).not.toContain("Decided on the watch:");
  await watch.stop();
});

test("missed days with the phone away are met with a decision for today", async () => {
  const { watch } = await played();
  await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 30 * SECOND);
  await watch.link(false);
  await watch.kill();
  await watch.clock.advance(17 * DAY);
  await watch.boot();
  await watch.clock.until(() => watch.screen().page === "page/home", SECOND);
  const texts = home(watch.screen().texts);
  expect(texts).toContain("Decided on the watch:");
  expect(texts).not.toContain("over ten days old");
  expect(watch.screen().buttons).toContain("Start");
  await watch.stop();
});

/** As {@link startSession}, also for the walk that is offered after a session. After three minutes something comes in between. */
async function shortSession(watch: SimulatedWatch): Promise<void> {
  await watch.boot();
  await watch.clock.advance(SECOND);
  await watch.tap(watch.screen().buttons.find((label) => label.startsWith("Start")) ?? "Start");
  await watch.clock.until(() => watch.screen().page === "page/before", SECOND);
  for (const answer of ["2", "0", "I feel well"]) await watch.tap(answer);
  await watch.clock.advance(3 * MINUTE);
  for (const tap of ["End", "Other reason", "Done", "As before", "3", "No", "Done"]) {
    await watch.tap(tap);
    await watch.clock.advance(100);
  }
  await watch.clock.until(() => watch.screen().page === "page/summary", SECOND);
  await watch.kill();
}

test("sixty sessions pile up with the phone away, and each arrives once when it is back", async () => {
  const { watch, server } = await pairedWatch({ realNow });
  await watch.link(false);
  await watch.kill();
  for (let session = 0; session < 60; session += 1) {
    await shortSession(watch);
    await watch.clock.advance(3 * HOUR);
  }
  expect(server.stored).toEqual([]);

  await watch.link(true);
  await watch.boot();
  await watch.clock.until(() => watch.screen().texts.includes("All in sync"), 10 * MINUTE);
  const arrived = server.stored.filter(({ type }) => type === "session.recorded.v1");
  expect(new Set(arrived.map(({ id }) => id)).size).toBe(60);
  expect(arrived.map(({ id }) => server.sent.get(id))).toEqual(arrived.map(() => 1));
  expect(watch.violations).toEqual([]);
  await watch.stop();
}, 600_000);
