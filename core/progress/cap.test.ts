import { describe, expect, it } from "vitest";
import { cappedItems } from "./cap.ts";
import type { Item, ScreenFacts, SessionFacts } from "./facts.ts";

const played = (more: Partial<SessionFacts> = {}): SessionFacts => ({
  ...{ t: "s", id: "a", level: 8, pre: 2, dur: 2, post: 2, rpe: 4, leg: false, stop: false, flag: false, reason: null },
  ...{ credit: 210, ran: 210, bout: 30, moved: 900, hro: null, end: 500, worst: 2 },
  ...more,
});
const answers = (more: Partial<ScreenFacts> = {}): ScreenFacts => ({
  ...{ t: "q", kind: null, yes: [], asked: 255, eightNo: true, minor: null },
  ...more,
});
const cleared: Item = { t: "c", pain: true, screening: true };
const easier = (levels: number): Item => ({ t: "p", easier: levels, level: null, moveTo: null });
const full = [played(), played(), played()];
const kinds = (items: Item[]) => items.map((item) => item.t).join("");
const last = (items: Item[]) => items[items.length - 1];

describe("more entries than a day can have", () => {
  it("keep the lower PRE, so that no rise looks smaller", () => {
    expect(last(cappedItems([...full, played({ pre: 5, post: 3 }), played({ pre: 1, post: 2 })]))).toMatchObject({
      pre: 1,
      post: 3,
    });
    expect(last(cappedItems([...full, played({ pre: null }), played({ pre: 3 })]))).toMatchObject({ pre: 3 });
  });

  it.each([
    ["external", "pain", "pain"],
    ["effort", "pain", "pain"],
    ["external", "effort", "effort"],
    [null, "external", "external"],
  ] as const)("with reasons %s and %s keep %s, in either order", (a, b, reason) => {
    expect(last(cappedItems([...full, played({ reason: a }), played({ reason: b })]))).toMatchObject({ reason });
    expect(last(cappedItems([...full, played({ reason: b }), played({ reason: a })]))).toMatchObject({ reason });
  });

  it("take no answers for given after a session that followed them", () => {
    expect(last(cappedItems([...full, answers(), played({ dur: 7 })]))).toMatchObject({ eightNo: false });
    expect(last(cappedItems([...full, played({ dur: 7 }), answers()]))).toMatchObject({ eightNo: true });
  });

  it('let the last "cleared" through in its place unless a flag follows it', () => {
    const yes = answers({ kind: "E", yes: [1], eightNo: false });
    expect(kinds(cappedItems([...full, yes, cleared, played()]))).toBe("sssqcs");
    expect(kinds(cappedItems([...full, played(), cleared, yes]))).toBe("ssssq");
    expect(kinds(cappedItems([...full, cleared, played({ flag: true })]))).toBe("ssss");
  });

  it("let a choice take no other entry's place", () => {
    const told: Item[] = [played(), cleared, answers(), cleared];
    const wishes = [easier(1), easier(2)];
    expect(cappedItems([...told.slice(0, 2), ...wishes, ...told.slice(2)])).toEqual([...told, easier(3)]);
    expect(kinds(cappedItems([...full, played(), played(), ...wishes]))).toBe("ssssp");
  });

  it("leave out a choice that a session of the date has ended", () => {
    expect(cappedItems([easier(1), played(), easier(2)])).toEqual([played(), easier(2)]);
    expect(cappedItems([easier(1), played()])).toEqual([played()]);
  });

  it("are as they were up to the bound", () => {
    const day = [played(), cleared, answers(), played()];
    expect(cappedItems(day)).toEqual(day);
  });
});
