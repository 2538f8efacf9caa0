import { describe, expect, it } from "vitest";
import type { LogEvent } from "../contract/event.ts";
import { gather } from "./gather.ts";
import { entriesOf, subjectDate } from "./order.ts";
import { totalsOf } from "./totals.ts";

const ID = "0193a1b2-c3d4-7000-8000-000000000001";
const event = (id: string, localDate: string, type: string, data: unknown): LogEvent =>
  ({
    ...{ id, at: `${localDate}T10:00:00Z`, localDate, utcOffsetMin: 0, source: "dashboard" },
    type,
    data,
  }) as LogEvent;

const pain = { back: 7, leg: 0 };
const scores = { before: pain, worst: pain, after: pain, rpe: 3, legSymptoms: null };
const swum = event(ID, "2026-11-18", "variety.recorded.v1", { kind: "swim", minutes: 25, rpe: 3, scores });
const taken = (varietyDate: string) =>
  event(ID.replace(/1$/, "2"), "2026-11-20", "variety.deleted.v1", { varietyId: ID, varietyDate });

describe("a variety day that was taken back", () => {
  it("belongs to the date of what it takes back", () => {
    expect(subjectDate(taken("2026-11-18"))).toBe("2026-11-18");
  });

  it("no longer counts, in either order of arrival", () => {
    for (const log of [
      [swum, taken("2026-11-18")],
      [taken("2026-11-18"), swum],
    ]) {
      expect(totalsOf(log)).toMatchObject({ variety: 0, varietyMin: 0 });
      expect([...gather(entriesOf(log)).values()].map(({ pre }) => pre)).toEqual([null]);
    }
  });

  it("counts on when another date was named: a week's fold must not depend on another week", () => {
    expect(totalsOf([swum, taken("2026-11-19")])).toMatchObject({ variety: 1, varietyMin: 25 });
  });
});
