import { expect, test } from "vitest";
import { inTurn, isTaken, type Turn } from "./turn.ts";

test("a sync of many requests keeps its turn, one whose page went away loses it", async () => {
  let now = 1_000_000;
  const turn: Turn = {};
  expect(isTaken(turn, now)).toBe(false);
  const ask = inTurn(
    () => {
      expect(isTaken(turn, now)).toBe(true);
      now += 11_000;
      return Promise.resolve(null);
    },
    turn,
    () => now,
  );
  for (let request = 0; request < 3; request += 1) {
    await ask("backstride.events", {});
    expect(isTaken(turn, now)).toBe(true);
  }
  expect(isTaken(turn, now + 9_000)).toBe(false);
});
