import { describe, expect, it } from "vitest";
import { dateIn, instantOf, isZone, zoneOr } from "./zone-time.ts";

const at = (date: string, time: string, zone: string) => new Date(instantOf(date, time, zone)).toISOString();

describe("a wall time becomes an instant", () => {
  it.each([
    ["an ordinary winter morning", "2026-11-22", "06:30", "Europe/Berlin", "2026-11-22T05:30:00.000Z"],
    ["an ordinary summer morning", "2026-07-01", "06:30", "Europe/Berlin", "2026-07-01T04:30:00.000Z"],
    ["just before the spring night's jump", "2026-03-29", "01:59", "Europe/Berlin", "2026-03-29T00:59:00.000Z"],
    [
      "inside the spring night's gap: after the jump",
      "2026-03-29",
      "02:30",
      "Europe/Berlin",
      "2026-03-29T01:30:00.000Z",
    ],
    ["just after the spring night's jump", "2026-03-29", "03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
    [
      "the autumn night's hour that comes twice: the first",
      "2026-10-25",
      "02:30",
      "Europe/Berlin",
      "2026-10-25T00:30:00.000Z",
    ],
    ["after the autumn night's hour", "2026-10-25", "03:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z"],
    ["the half hour that Lord Howe skips", "2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00.000Z"],
    [
      "after the half hour that Lord Howe skips",
      "2026-10-04",
      "02:30",
      "Australia/Lord_Howe",
      "2026-10-03T15:30:00.000Z",
    ],
    [
      "the half hour that Lord Howe repeats: the first",
      "2026-04-05",
      "01:45",
      "Australia/Lord_Howe",
      "2026-04-04T14:45:00.000Z",
    ],
    [
      "after the half hour that Lord Howe repeats",
      "2026-04-05",
      "02:00",
      "Australia/Lord_Howe",
      "2026-04-04T15:30:00.000Z",
    ],
    ["a zone of quarter hours", "2026-11-22", "06:30", "Asia/Kathmandu", "2026-11-22T00:45:00.000Z"],
    ["UTC", "2026-11-22", "06:30", "UTC", "2026-11-22T06:30:00.000Z"],
  ])("%s", (_name, date, time, zone, expected) => {
    expect(at(date, time, zone)).toBe(expected);
  });
});

describe("an instant has a date where the person is", () => {
  it.each([
    ["2026-11-22T11:00:00Z", "Pacific/Kiritimati", "2026-11-23"],
    ["2026-11-22T11:00:00Z", "Pacific/Pago_Pago", "2026-11-22"],
    ["2026-11-22T10:30:00Z", "Pacific/Pago_Pago", "2026-11-21"],
    ["2026-11-22T22:30:00Z", "Europe/Berlin", "2026-11-22"],
    ["2026-11-22T23:00:00Z", "Europe/Berlin", "2026-11-23"],
  ])("%s in %s is %s", (instant, zone, date) => {
    expect(dateIn(zone, Date.parse(instant))).toBe(date);
  });
});

it("falls back to UTC for a zone that nobody knows", () => {
  expect(isZone("Atlantis/Capital")).toBe(false);
  expect([zoneOr("Atlantis/Capital"), zoneOr(undefined), zoneOr("Europe/Berlin")]).toEqual([
    "UTC",
    "UTC",
    "Europe/Berlin",
  ]);
});
