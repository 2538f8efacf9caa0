import type { FiredRule } from "../contract/plan.ts";

/**
 * Every rule that a decision can name. C colour of the latest session, U its update of the ladder, T trend, H what holds a level
 * back, G pause, I invariants and limits, D day gate, S safety questions, R rest and refer, P the person, F exercises, W week plan.
 */
export type RuleId =
  | `C.red.${"flag" | "leg" | "stop" | "worst" | "after" | "morning"}`
  | `C.amber.${"eased" | "short" | "effort" | "worst" | "morning" | "high-morning" | "heart"}`
  | `C.neutral.${"morning" | "missing" | "effort" | "short" | "below" | "over"}`
  | "C.green"
  | "U.progress"
  | "U.hold"
  | "U.neutral"
  | "U.await"
  | "U.amber"
  | "U.step-back-1"
  | "U.trial"
  | "U.step-back-2"
  | "U.red-again"
  | "U.red-hold"
  | "U.low-ambers"
  | "U.stuck"
  | "T.step"
  | "T.rise"
  | "T.after-step"
  | "T.drift"
  | "T.usual-pain"
  | "H.week"
  | "H.month"
  | "H.walk"
  | "H.load"
  | "H.opt-in"
  | "H.top"
  | "H.ceiling"
  | "H.lock"
  | "G.gap"
  | "I.load"
  | "I.ceiling"
  | "I.warmup"
  | "D.go"
  | "D.ease"
  | "D.walk"
  | "D.rest"
  | "D.unwell"
  | "S.lock"
  | "S.minor"
  | "S.first"
  | "S.repeat"
  | "S.anew"
  | "R.pain"
  | "P.place"
  | "P.start"
  | "P.restart"
  | "P.pause"
  | "P.easier"
  | "P.move"
  | "F.block"
  | "F.none"
  | "W.next";

export function fired(id: RuleId, inputs: FiredRule["inputs"]): FiredRule {
  return { id, inputs };
}
