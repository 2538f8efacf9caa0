/** Maps a range of values onto a range of pixels. */
export type Scale = (value: number) => number;

export function linear(from: number, to: number, start: number, end: number): Scale {
  const width = to - from;
  return (value) => (width === 0 ? start : start + ((value - from) / width) * (end - start));
}

const NICE = [1, 2, 5, 10];

/** Round values that cover `from`…`to` in about `count` steps: 80, 100, 120 … The first is ≤ from, the last ≥ to. */
export function ticks(from: number, to: number, count: number): number[] {
  const raw = Math.max(to - from, 1e-9) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * (NICE.find((nice) => nice * power >= raw * (1 - 1e-9)) ?? 10);
  const first = Math.floor(from / step + 1e-9) * step;
  const last = Math.ceil(to / step - 1e-9) * step;
  const steps = Math.max(1, Math.round((last - first) / step));
  return Array.from({ length: steps + 1 }, (_, index) => Number((first + index * step).toPrecision(12)));
}

/** Whole minutes at which to mark a time axis: as many as fit, but not more than `most`. */
export function minuteMarks(totalS: number, most: number): number[] {
  const minutes = Math.floor(totalS / 60);
  const step = [1, 2, 5, 10, 15, 30, 60].find((each) => minutes / each <= most) ?? 120;
  return Array.from({ length: Math.floor(minutes / step) + 1 }, (_, index) => index * step);
}
