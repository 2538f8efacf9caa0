import { expect, test } from "vitest";
import { cuesOf } from "../../core/cues/schedule.ts";
import { LADDER, ladderSteps } from "../../core/ladder/ladder.ts";
import type { Entry } from "../../core/session/entry.ts";
import { replay } from "../../core/session/session.ts";
import { settle } from "../../core/session/settle.ts";
import { startEntry, T0 } from "../../core/session/testing.ts";
import { checkinEvent, sessionEvent } from "./events.ts";
import { pack, unpack } from "./pack.ts";

const MADE = { app: "0.1.0", device: "Amazfit Balance" };

/** A whole session of a level with every cue given and a lively heart. */
function eventOf(level: number) {
  const start = startEntry({ level, steps: ladderSteps(level) });
  const begun = replay([start]);
  if (begun === null) throw new Error("no session");
  const cues = cuesOf(begun).map(
    ({ id, kind, dueAt }): Entry => ({ do: "cue", at: dueAt + 120, cue: { id, kind, dueAt }, tier: "held" }),
  );
  const total = ladderSteps(level).reduce((sum, step) => sum + step.plannedS, 0);
  const hr = Array.from({ length: total / 5 }, (_, index) => 130 + Math.round(30 * Math.sin(index / 4)));
  const state = replay([start, ...cues, { do: "samples", at: T0 + total * 1000, from: 0, hr, cadence: hr }]);
  if (state === null) throw new Error("no session");
  return sessionEvent(settle(state, T0 + 3_600_000), MADE);
}

test.each(LADDER.map(({ level }) => level))(
  "level %d: a packed session comes out as it went in, below 6 KB",
  (level) => {
    const event = eventOf(level);
    const sent = JSON.stringify(pack(event));
    expect(unpack(JSON.parse(sent))).toEqual(event);
    expect(sent.length).toBeLessThan(6 * 1024);
  },
);

test("other events, and sessions that were never packed, go as they are", () => {
  const checkin = checkinEvent("id", { at: T0, utcOffsetMin: 0 }, { back: 1, leg: 0 }, false);
  expect(pack(checkin)).toBe(checkin);
  expect(unpack(checkin)).toBe(checkin);
  const event = eventOf(5);
  expect(unpack(event)).toBe(event);
});
