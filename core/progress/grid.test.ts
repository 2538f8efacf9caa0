import fc from "fast-check";
import { expect, it } from "vitest";
import { pointsWithData } from "./grid.ts";

it("finds exactly the points that have a day in their reach", () => {
  const small = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(
      small,
      fc.constantFrom(7, 28),
      fc.constantFrom(14, 28),
      fc.array(small),
      (start, everyDays, reachDays, days) => {
        const expected: number[] = [];
        for (let point = 1; point <= 12; point += 1) {
          const at = start + point * everyDays;
          if (days.some((day) => day <= at && day >= at - reachDays)) expected.push(point);
        }
        expect(pointsWithData({ start, everyDays, reachDays }, 0, 12, days)).toEqual(expected);
      },
    ),
  );
});

it("takes no longer for days centuries apart", () => {
  expect(pointsWithData({ start: 0, everyDays: 7, reachDays: 14 }, 0, 10_000_000, [3, 60_000_000])).toEqual([
    1, 2, 8_571_429, 8_571_430,
  ]);
});
