import { describe, expect, it } from "vitest";
import { byMinute, kindAt, summarise } from "./heart.ts";
import type { Span } from "./spans.ts";

const SPANS: readonly Span[] = [
  { kind: "warmup-walk", from: 0, to: 10 },
  { kind: "run", from: 10, to: 20 },
  { kind: "cooldown-walk", from: 20, to: 30 },
];

describe("the summary of a pulse", () => {
  it("tells runs from walks and leaves out moments without a reading", () => {
    const pulse = { everyS: 5, bpm: [90, 100, 140, null, 150, 100] };
    expect(summarise(pulse, SPANS)).toEqual({ mean: 116, top: 150, run: 140, walk: 110 });
  });

  it("has no mean of runs where nobody ran", () => {
    const walk: readonly Span[] = [{ kind: "walk", from: 0, to: 60 }];
    expect(summarise({ everyS: 5, bpm: [90, 92] }, walk)).toEqual({ mean: 91, top: 92, run: null, walk: 91 });
  });

  it("is nothing without a single reading", () => {
    expect(summarise({ everyS: 5, bpm: [null, null] }, SPANS)).toBeNull();
  });
});

it("gives each minute its mean and its highest", () => {
  const bpm = [...Array<number>(12).fill(100), 110, null, 130];
  expect(byMinute({ everyS: 5, bpm })).toEqual([
    { minute: 0, mean: 100, top: 100 },
    { minute: 1, mean: 120, top: 130 },
  ]);
});

it("knows the phase at its edges and after the end", () => {
  expect([0, 9, 10, 20, 99].map((second) => kindAt(SPANS, second))).toEqual([
    "warmup-walk",
    "warmup-walk",
    "run",
    "cooldown-walk",
    "cooldown-walk",
  ]);
});
