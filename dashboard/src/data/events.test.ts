import { afterEach, describe, expect, it, vi } from "vitest";
import { LogEvent } from "../../../core/contract/event.ts";
import { parse } from "../../../core/contract/parse.ts";
import { eventOf } from "./events.ts";

const DATA = { kind: "morning", back: 2, leg: 0, forDate: "2026-11-22" } as const;
const here = (now: Date) => ({ now, zone: "Europe/Berlin", random: Array.from({ length: 10 }, (_, byte) => byte) });
const checkin = () => eventOf("checkin.reported.v1", DATA, here(new Date("2026-11-22T06:30:00Z")));
afterEach(() => vi.unstubAllEnvs());

describe("an event made here", () => {
  it("is one that the contract knows", () => {
    expect(parse(LogEvent, checkin())).toMatchObject({
      type: "checkin.reported.v1",
      zone: "Europe/Berlin",
      data: DATA,
    });
  });

  it.each([
    ["Pacific/Auckland", "2026-11-23", 780],
    ["America/Los_Angeles", "2026-11-22", -480],
    ["UTC", "2026-11-22", 0],
  ])("has the date and offset of the browser in %s", (zone, localDate, utcOffsetMin) => {
    vi.stubEnv("TZ", zone);
    const event = eventOf("checkin.reported.v1", DATA, here(new Date("2026-11-22T20:15:00Z")));
    expect(event).toMatchObject({ localDate, utcOffsetMin, at: "2026-11-22T20:15:00.000Z" });
    expect(Object.is(event.utcOffsetMin, -0)).toBe(false);
  });
});
