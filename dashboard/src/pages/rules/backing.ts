/** The study that a rule is taken from, as authors and year; null without one. */
export const studyIn = (evidence: string): string | null => /[A-Z][^;,:()]*\b(19|20)\d\d\b/.exec(evidence)?.[0] ?? null;

/** What stands behind a rule, by the first words of its evidence (core/plan/sources.ts). */
export function backingOf(evidence: string): "study" | "care" | "judgement" | "person" {
  if (evidence.startsWith("EJ")) return "judgement";
  if (evidence.startsWith("Red flags")) return "care";
  return studyIn(evidence) === null ? "person" : "study";
}
