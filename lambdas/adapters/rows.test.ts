import { expect, it } from "vitest";
import type { LogEvent } from "../../core/contract/event.ts";
import type { DoneStep, LedgerCue, SessionRecorded } from "../../core/contract/session.ts";
import { encodeTrace } from "../../core/trace/trace.ts";
import { checkin, DEVICE, PERSON, session } from "../../test/pipeline/events.ts";
import { eventOf, ledgerOf, rowsOf } from "./rows.ts";
import type { Row } from "./table.ts";

const ARRIVAL = { person: PERSON, week: "2026-W47", receivedAt: "2026-11-22T12:00:00.000Z" };

const floor: DoneStep[] = ["L", "R"].flatMap((side) =>
  ["knee-to-chest", "hip-flexor", "bird-dog", "bird-dog", "bird-dog", "plank"].map((move) => ({
    kind: "strength" as const,
    move,
    side: side === "L" ? "L" : "R",
    plannedS: 25,
    doneS: 25,
  })),
);

/** The longest session of the ladder's evidence range, with its floor block, trace and a full ledger, from a device. */
function longSession() {
  const event = session("2026-11-21", { level: 20 });
  const wave = Array.from({ length: 600 }, (_, at) => Math.round(140 + 20 * Math.sin(at / 9)));
  const trace = { everyS: 5, hr: encodeTrace(wave), cadence: encodeTrace(wave.map((value) => value + 20)) };
  const cues = Array.from({ length: 60 }, (_, at): LedgerCue => {
    const dueMs = at * 30_000;
    return { kind: "warning", dueMs, firedMs: dueMs + 120, state: "fired", tier: "held" };
  });
  const steps = [...event.data.steps, ...floor];
  const data: SessionRecorded = { ...event.data, planId: event.id, steps, trace, cues };
  return { ...event, zone: "Europe/Berlin", deviceId: DEVICE, data };
}

/** Bytes as DynamoDB counts them, for rows of texts and numbers. */
const sizeOf = (row: Row | undefined): number =>
  Object.entries(row ?? {}).reduce((sum, [name, value]) => sum + Buffer.byteLength(name + String(value)), 0);

it("keeps a session in two write units, and its trace and ledger in four kilobytes", () => {
  const [claim, ledger, light] = rowsOf(longSession(), ARRIVAL);
  expect(sizeOf(claim)).toBeLessThan(256);
  expect(sizeOf(ledger)).toBeLessThan(4096);
  expect(sizeOf(light)).toBeLessThan(2048);
  expect(sizeOf(rowsOf(session("2026-11-21", { level: 20 }), ARRIVAL)[2])).toBeLessThan(1024);
});

it("gives a session back as it was, its trace and ledger from the row beside it", () => {
  const event = longSession();
  const [, ledger, light] = rowsOf(event, ARRIVAL);
  if (ledger === undefined || light === undefined) throw new Error("a session has three rows");
  const { trace, cues, week } = ledgerOf(ledger);
  expect(week).toBe("2026-W47");
  expect(eventOf(light)).toEqual({ ...event, data: { ...event.data, trace: null, cues: [] } });
  expect({ trace, cues }).toEqual({ trace: event.data.trace, cues: event.data.cues });
});

it("gives every other event back as it was", () => {
  const event: LogEvent = checkin("2026-11-21");
  const [claim, entry] = rowsOf(event, ARRIVAL);
  expect([claim?.sk, entry?.sk]).toEqual([`I#${event.id}`, `E#2026-W47#${event.id}`]);
  expect(eventOf(entry as Row)).toEqual(event);
});
