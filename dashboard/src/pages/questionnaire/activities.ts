/** An activity of the person's own, and how well it goes now: 0 unable, 10 as before. */
export type Activity = { readonly name: string; readonly score: number | null };

const MOST = 3;

/** What was named before, or three empty lines. */
export const activitiesFrom = (known: readonly string[]): Activity[] =>
  known.length > 0
    ? known.map((name) => ({ name, score: null }))
    : Array.from({ length: MOST }, () => ({ name: "", score: null }));

/** What can be sent: every named activity with its number; null when one is missing, or none is named. */
export function answerOf(activities: readonly Activity[]): { items: number[]; activities: string[] } | null {
  const named = activities.filter(({ name }) => name.trim() !== "");
  const items = named.flatMap(({ score }) => (score === null ? [] : [score]));
  if (named.length === 0 || items.length < named.length) return null;
  return { items, activities: named.map(({ name }) => name.trim()) };
}
