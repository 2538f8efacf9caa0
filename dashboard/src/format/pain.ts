/** Where a score lies on the pain-monitoring scale (Silbernagel 2007): 0–2 fine, 3–5 can be acceptable, above 5 too much. */
export type PainBand = "low" | "middle" | "high";

export function painBand(score: number): PainBand {
  if (score <= 2) return "low";
  return score <= 5 ? "middle" : "high";
}

/** Each band has a shape too, so that it is never told by colour alone. */
export const PAIN_SHAPES: Readonly<Record<PainBand, string>> = { low: "●", middle: "▲", high: "■" };
