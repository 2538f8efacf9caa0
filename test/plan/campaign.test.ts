import { expect, it } from "vitest";
import type { LogEvent } from "../../core/contract/event.ts";
import { anyLog } from "../../core/progress/history.arbitrary.ts";
import { LAW_NAMES } from "./campaign/laws.ts";
import { runLaw, tryLaw } from "./campaign/run-law.ts";

/** `npm run campaign` tries the same laws on two hundred thousand histories; these are a few of each. */
const HISTORIES = 150;

it.each(LAW_NAMES)(`the law "%s" holds for ${HISTORIES} histories`, { timeout: 120_000 }, (name) => {
  expect(runLaw(name, 20261122, HISTORIES)).toBeNull();
});

it("a law that does not hold is told with its smallest history", () => {
  const law = {
    name: "quiet",
    histories: anyLog,
    broken: (events: readonly LogEvent[]) =>
      events.some(({ type }) => type === "session.recorded.v1") ? "somebody trained" : null,
    log: (events: readonly LogEvent[]) => events,
  };
  const failure = tryLaw(law, 1, 200);
  expect(failure).toMatchObject({ law: "quiet", what: "somebody trained" });
  expect(failure?.log.length).toBeLessThanOrEqual(2);
});
