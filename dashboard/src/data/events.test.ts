import { afterEach, describe, expect, it, vi } from "vitest";
import { LogEvent } from "../../../core/contract/event.ts";
import { parse } from "../../../core/contract/parse.ts";
import { BackstrideError } from "../../../core/error.ts";
import { eventOf, record } from "./events.ts";

const DATA = { kind: "morning", back: 2, leg: 0, forDate: "2026-11-22" } as const;
const here = (now: Date) => ({ now, zone: "Europe/Berlin", random: Array.from({ length: 10 }, (_, byte) => byte) });
const checkin = () => eventOf("checkin.reported.v1", DATA, here(new Date("2026-11-22T06:30:00Z")));
afterEach(() => vi.unstubAllEnvs());

const noWait = async () => undefined;

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

describe("adding an event to the log", () => {
  const empty = { acked: [], rejected: [], retry: [], planRev: 0 };

  it("keeps the id through lost answers and asks to come again", async () => {
    const event = checkin();
    const sent: unknown[] = [];
    const post = async (_: string, __: unknown, body: unknown) => {
      sent.push(body);
      if (sent.length === 1) throw new BackstrideError("offline", "no", { retryable: true });
      return (sent.length === 2 ? { ...empty, retry: [event.id] } : { ...empty, acked: [event.id] }) as never;
    };
    await record({ post }, event, noWait);
    expect(sent).toEqual([{ events: [event] }, { events: [event] }, { events: [event] }]);
  });

  it("names the field that was refused, as the form knows it", async () => {
    const refused = { id: null, code: "invalid", field: "data.back", message: "must be a whole number from 0 to 10" };
    const post = async () => ({ ...empty, rejected: [refused] }) as never;
    await expect(record({ post }, checkin(), noWait)).rejects.toMatchObject({ code: "invalid", field: "back" });
  });

  it("gives up in the end", async () => {
    let tries = 0;
    const post = async () => {
      tries += 1;
      throw new BackstrideError("offline", "no", { retryable: true });
    };
    await expect(record({ post }, checkin(), noWait)).rejects.toMatchObject({ code: "offline" });
    expect(tries).toBe(4);
  });

  it("does not repeat what was refused for good", async () => {
    let tries = 0;
    const post = async () => {
      tries += 1;
      throw new BackstrideError("forbidden", "no");
    };
    await expect(record({ post }, checkin(), noWait)).rejects.toMatchObject({ code: "forbidden" });
    expect(tries).toBe(1);
  });
});
