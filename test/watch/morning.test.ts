import { expect, test } from "vitest";
import { finishSession, MINUTE, MORNING, pairedWatch, SECOND, startSession } from "./simulated-play.ts";
import { SimulatedServer } from "./simulated-server.ts";

const DAY = 1_440 * MINUTE;
const realNow = () => MORNING + 10 * DAY;
const asked = "How is your body after the session?";

async function dayAfter() {
  const server = new SimulatedServer();
  server.wakeUp = "06:30";
  const played = await pairedWatch({ realNow, screenTimeoutMs: 15_000 }, server);
  await startSession(played.watch);
  await finishSession(played.watch);
  await played.watch.tap("Done");
  return played;
}

test("the morning after a session the watch asks by itself, and the answer reaches the log once", async () => {
  const { watch, server } = await dayAfter();
  await watch.clock.advance(MORNING + DAY - 2 * SECOND - watch.clock.now());
  expect(watch.screen().page).toBeNull();
  const before = watch.events.length;
  await watch.clock.advance(5 * SECOND);
  const notified = watch.events.slice(before).filter(({ text }) => text.includes("Notification"));
  expect(notified.map(({ text }) => text)).toEqual([`Notification: Good morning — ${asked}`]);

  await watch.boot();
  await watch.clock.until(() => watch.screen().texts.includes(asked), SECOND);
  await watch.tap("Tell it");
  await watch.clock.until(() => watch.screen().page === "page/morning", SECOND);
  await watch.tap("3");
  await watch.tap("1");
  await watch.tap("Done");
  await watch.clock.advance(20 * SECOND);
  const mornings = server.stored.flatMap((event) => (event.type === "checkin.reported.v1" ? [event.data] : []));
  expect(mornings.filter(({ kind }) => kind === "morning")).toEqual([
    { kind: "morning", back: 3, leg: 1, forDate: "2026-11-21" },
  ]);
  expect(watch.screen().texts).toContain("All in sync");
  expect(watch.violations).toEqual([]);

  const told = watch.events.length;
  await watch.clock.advance(DAY);
  expect(watch.events.slice(told).filter(({ text }) => text.includes("Notification"))).toEqual([]);
  await watch.stop();
});

test("the alarm of the morning outlives a reboot; who says nothing may answer later, for that morning", async () => {
  const { watch, server } = await dayAfter();
  await watch.reboot();
  const before = watch.events.length;
  await watch.clock.advance(MORNING + DAY + 5 * SECOND - watch.clock.now());
  expect(watch.events.slice(before).some(({ text }) => text.includes("Notification"))).toBe(true);
  await watch.clock.advance(DAY);
  await watch.boot();
  await watch.clock.until(() => watch.screen().texts.includes(asked), SECOND);
  await watch.tap("Later");
  await watch.tap("More");
  await watch.clock.until(() => watch.screen().page === "page/more", SECOND);
  await watch.tap("Morning check-in");
  await watch.clock.until(() => watch.screen().page === "page/morning", SECOND);
  expect(watch.screen().texts).toContain("Back, next morning?");
  await watch.tap("2");
  await watch.swipe("RIGHT");
  await watch.tap("4");
  await watch.tap("0");
  await watch.tap("Done");
  await watch.clock.advance(12 * SECOND);
  await watch.tap("Sync");
  await watch.clock.advance(20 * SECOND);
  expect(server.stored).toContainEqual(
    expect.objectContaining({ data: { kind: "morning", back: 4, leg: 0, forDate: "2026-11-21" } }),
  );
  expect(watch.violations).toEqual([]);
  await watch.stop();
});

test("a morning without a session before it is not asked about, but can be told", async () => {
  const { watch, server } = await pairedWatch({ realNow });
  await watch.tap("More");
  await watch.clock.until(() => watch.screen().page === "page/more", SECOND);
  await watch.tap("Morning check-in");
  await watch.clock.until(() => watch.screen().page === "page/morning", SECOND);
  for (const tap of ["1", "0", "Done"]) await watch.tap(tap);
  await watch.clock.advance(20 * SECOND);
  expect(server.stored.map(({ data }) => data)).toEqual([{ kind: "morning", back: 1, leg: 0, forDate: "2026-11-20" }]);
  await watch.tap("More");
  await watch.clock.until(() => watch.screen().page === "page/more", SECOND);
  expect(watch.screen().buttons).not.toContain("Morning check-in");
  await watch.stop();
});
