import { describe, expect, it } from "vitest";
import { colourOf } from "./colour.ts";
import type { Seen } from "./seen.ts";

/** A session in which everything was fine, at BASE 2. */
const FINE: Seen = {
  ...{ pre: 2, dur: 2, post: 2, am: 2, rpe: 4, leg: false, stop: false, flag: false, reason: null, hro: 0 },
  ...{
    comp: 100,
    base: 2,
    level: 10,
    stateLevel: 10,
    below: false,
    ran: 360,
    prescribed: 360,
    over: false,
    eased: false,
  },
};

type Case = [name: string, told: Partial<Seen>, colour: string];
const judged = (told: Partial<Seen>) => colourOf({ ...FINE, ...told });

describe("the colour of a session, on both sides of each limit", () => {
  it.each<Case>([
    ["all fine", {}, "GREEN"],
    ["new symptoms down the leg", { leg: true }, "RED"],
    ["stopped for pain", { stop: true, comp: 50, reason: "pain" }, "RED"],
    ["stopped for a red flag", { flag: true }, "RED"],
    ["worst 6", { pre: 6, dur: 6 }, "RED"],
    ["worst 5 without a rise of 2", { pre: 4, dur: 5 }, "GREEN"],
    ["after up by 3 to 4", { pre: 1, dur: 1, post: 4 }, "RED"],
    ["after up by 2 to 4", { pre: 2, post: 4 }, "GREEN"],
    ["after up by 3 to 3", { pre: 0, post: 3 }, "GREEN"],
    ["morning BASE + 3 at 5", { am: 5 }, "RED"],
    ["morning BASE + 3 at 4", { am: 4, base: 1 }, "RED"],
    ["morning BASE + 3 at 3", { am: 3, base: 0 }, "AMBER"],
    ["morning BASE + 2 at 4", { am: 4 }, "AMBER"],
    ["morning BASE + 2 at 2", { am: 2, base: 0 }, "GREEN"],
    ["morning BASE + 1 at 5", { am: 5, base: 4 }, "GREEN"],
    ["morning 6 at BASE 5", { am: 6, base: 5 }, "AMBER"],
    ["89 % for pain, not stopped", { comp: 89, reason: "pain" }, "AMBER"],
    ["89 % for effort", { comp: 89, reason: "effort" }, "AMBER"],
    ["89 % for something else", { comp: 89, reason: "external" }, "NEUTRAL"],
    ["89 % without a reason", { comp: 89 }, "NEUTRAL"],
    ["90 % for pain, not stopped", { comp: 90, reason: "pain" }, "GREEN"],
    ["effort 7", { rpe: 7 }, "AMBER"],
    ["effort 6", { rpe: 6 }, "NEUTRAL"],
    ["effort 5", { rpe: 5 }, "GREEN"],
    ["worst 4 up by 2", { dur: 4 }, "AMBER"],
    ["worst 4 up by 1", { pre: 3, dur: 4 }, "GREEN"],
    ["worst 3 up by 2", { pre: 1, dur: 3 }, "GREEN"],
    ["heart 20 %", { hro: 20 }, "AMBER"],
    ["heart 19 %", { hro: 19 }, "GREEN"],
    ["heart unknown", { hro: null }, "GREEN"],
    ["no morning", { am: null }, "NEUTRAL"],
    ["no score before", { pre: null }, "NEUTRAL"],
    ["no worst score", { dur: null }, "NEUTRAL"],
    ["no score after", { post: null }, "NEUTRAL"],
    ["no effort", { rpe: null }, "NEUTRAL"],
    ["below the state level", { below: true }, "NEUTRAL"],
    ["below the state level, and too much", { below: true, dur: 6 }, "RED"],
    ["more running than prescribed", { over: true }, "NEUTRAL"],
    ["RED by the morning alone, eased", { am: 6, eased: true, below: true }, "AMBER"],
    ["RED by more than the morning, eased", { am: 6, dur: 6, eased: true }, "RED"],
    ["worst known, others missing", { pre: null, post: null, rpe: null, am: null, dur: 6 }, "RED"],
  ])("%s", (_, told, colour) => {
    expect(judged(told).colour).toBe(colour);
  });
});

it("names every rule of the winning colour with the values it looked at", () => {
  const { rules } = judged({ leg: true, dur: 7, rpe: 9 });
  expect(rules).toEqual([
    { id: "C.red.leg", inputs: { leg: true } },
    { id: "C.red.worst", inputs: { dur: 7 } },
  ]);
});
