/** An SVG path along a circle from one angle to another, clockwise; 0° is at three o'clock, as the watch has it. */
export function arcPath(cx: number, cy: number, radius: number, startDeg: number, endDeg: number): string {
  const sweep = Math.max(-360, Math.min(360, endDeg - startDeg));
  if (radius <= 0 || sweep === 0) return "";
  const point = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180;
    return `${round(cx + radius * Math.cos(angle))} ${round(cy + radius * Math.sin(angle))}`;
  };
  // Two halves, because one arc cannot close a full circle.
  const middle = startDeg + sweep / 2;
  const clockwise = sweep > 0 ? 1 : 0;
  const part = (degrees: number) => `A ${radius} ${radius} 0 0 ${clockwise} ${point(degrees)}`;
  return `M ${point(startDeg)} ${part(middle)} ${part(startDeg + sweep)}`;
}

const round = (value: number) => Math.round(value * 100) / 100;
