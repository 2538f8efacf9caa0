import type { Scale } from "./scale.ts";

/** An SVG path through a series. `null` breaks the line, and a lone point becomes a short dash so that it can be seen. */
export function linePath(values: readonly (number | null)[], x: Scale, y: Scale): string {
  let path = "";
  let drawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      drawing = false;
      return;
    }
    path += `${drawing ? "L" : "M"}${round(x(index))} ${round(y(value))}`;
    if (!drawing && (values[index + 1] ?? null) === null) path += "h1";
    drawing = true;
  });
  return path;
}

/** A rectangle as part of an SVG path: hundreds of them are one element. */
export const boxPath = (left: number, right: number, top: number, bottom: number): string =>
  `M${round(left)} ${round(bottom)}V${round(top)}H${round(right)}V${round(bottom)}z`;

export const round = (value: number): number => Math.round(value * 10) / 10;
