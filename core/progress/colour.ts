import type { Colour } from "../contract/api.ts";
import type { FiredRule } from "../contract/plan.ts";
import { fired, type RuleId } from "./rules.ts";
import type { Seen } from "./seen.ts";
import { THRESHOLDS } from "./thresholds.ts";

type ColourRule = {
  readonly id: RuleId;
  readonly when: (seen: Seen) => boolean;
  /** The inputs that it looks at. */
  readonly reads: readonly (keyof Seen)[];
};

const { red, amber, neutral } = THRESHOLDS;
const atLeast = (value: number | null, limit: number) => value !== null && value >= limit;
const risesTo = (value: number | null, from: number | null, rise: number, min: number) =>
  value !== null && from !== null && value >= from + rise && value >= min;

/** Plan-rules §4, row RED. */
const RED: readonly ColourRule[] = [
  { id: "C.red.flag", reads: ["flag"], when: (s) => s.flag },
  { id: "C.red.leg", reads: ["leg"], when: (s) => s.leg },
  { id: "C.red.stop", reads: ["stop"], when: (s) => s.stop },
  { id: "C.red.worst", reads: ["dur"], when: (s) => atLeast(s.dur, red.worst) },
  { id: "C.red.after", reads: ["pre", "post"], when: (s) => risesTo(s.post, s.pre, red.afterRise, red.afterMin) },
];
const RED_MORNING: ColourRule = {
  id: "C.red.morning",
  reads: ["am", "base"],
  when: (s) => risesTo(s.am, s.base, red.morningRise, red.morningMin),
};

/** Plan-rules §4, row AMBER; the first is 12.5, a RED by the morning alone after an eased session. */
const AMBER: readonly ColourRule[] = [
  { id: "C.amber.eased", reads: ["am", "base"], when: (s) => s.eased && RED_MORNING.when(s) },
  { id: "C.amber.short", reads: ["comp", "reason"], when: (s) => s.comp < THRESHOLDS.done.pct && isStrain(s) },
  { id: "C.amber.effort", reads: ["rpe"], when: (s) => atLeast(s.rpe, amber.effort) },
  { id: "C.amber.worst", reads: ["pre", "dur"], when: (s) => risesTo(s.dur, s.pre, amber.worstRise, amber.worst) },
  {
    id: "C.amber.morning",
    reads: ["am", "base"],
    when: (s) => risesTo(s.am, s.base, amber.morningRise, amber.morningMin),
  },
  { id: "C.amber.high-morning", reads: ["am"], when: (s) => atLeast(s.am, amber.morningHigh) },
  { id: "C.amber.heart", reads: ["hro"], when: (s) => atLeast(s.hro, amber.heartPct) },
];

/** Plan-rules §4, row NEUTRAL. */
const NEUTRAL: readonly ColourRule[] = [
  { id: "C.neutral.morning", reads: ["am"], when: (s) => s.am === null },
  { id: "C.neutral.missing", reads: ["pre", "dur", "post", "rpe"], when: isIncomplete },
  { id: "C.neutral.effort", reads: ["rpe"], when: (s) => s.rpe === neutral.effort },
  { id: "C.neutral.short", reads: ["comp"], when: (s) => s.comp < THRESHOLDS.done.pct },
  { id: "C.neutral.below", reads: ["level", "stateLevel"], when: (s) => s.below },
  { id: "C.neutral.over", reads: ["ran", "prescribed"], when: (s) => s.over },
];

/** The colour of a session and every rule that gives it: the worst match wins. */
export function colourOf(seen: Seen): { readonly colour: Colour; readonly rules: FiredRule[] } {
  const reds = matches(seen.eased ? RED : [...RED, RED_MORNING], seen);
  if (reds.length > 0) return { colour: "RED", rules: reds };
  const ambers = matches(AMBER, seen);
  if (ambers.length > 0) return { colour: "AMBER", rules: ambers };
  const neutrals = matches(NEUTRAL, seen);
  if (neutrals.length > 0) return { colour: "NEUTRAL", rules: neutrals };
  return { colour: "GREEN", rules: [fired("C.green", pick(seen, ["pre", "dur", "post", "am", "rpe", "base"]))] };
}

function matches(rules: readonly ColourRule[], seen: Seen): FiredRule[] {
  return rules.filter((rule) => rule.when(seen)).map((rule) => fired(rule.id, pick(seen, rule.reads)));
}

function pick(seen: Seen, keys: readonly (keyof Seen)[]): FiredRule["inputs"] {
  const inputs: FiredRule["inputs"] = {};
  for (const key of keys) inputs[key] = seen[key];
  return inputs;
}

function isStrain({ reason }: Seen): boolean {
  return reason === "pain" || reason === "effort";
}

function isIncomplete({ pre, dur, post, rpe }: Seen): boolean {
  return pre === null || dur === null || post === null || rpe === null;
}
