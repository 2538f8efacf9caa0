import type { HistoryItem } from "../../../../core/contract/api.ts";

export type Month = {
  /** `YYYY-MM` */
  readonly month: string;
  readonly items: readonly HistoryItem[];
  readonly sessions: number;
  /** In motion in its sessions. */
  readonly minutes: number;
};

/** Groups a list by the months of its local dates, in the order of the list. */
export function byMonth(items: readonly HistoryItem[]): Month[] {
  const months = new Map<string, HistoryItem[]>();
  for (const item of items) {
    const month = item.localDate.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return [...months].map(([month, inMonth]) => {
    const sessions = inMonth.filter(({ kind }) => kind === "session");
    const activeS = sessions.reduce((sum, session) => sum + session.activeS, 0);
    return { month, items: inMonth, sessions: sessions.length, minutes: Math.round(activeS / 60) };
  });
}

/** The first page, which is kept fresh, with the older pages behind it; what is in both counts once. */
export function joined(first: readonly HistoryItem[], older: readonly HistoryItem[]): HistoryItem[] {
  const seen = new Set(first.map(({ id }) => id));
  return [...first, ...older.filter(({ id }) => !seen.has(id))];
}
