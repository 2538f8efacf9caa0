import type { HistoryItem } from "../../../../core/contract/api.ts";

export type Month = {
  /** `YYYY-MM` */
  readonly month: string;
  readonly items: readonly HistoryItem[];
  readonly sessions: number;
  /** In motion in its sessions. */
  readonly minutes: number;
  /** All of it is in the list: what is not whole yet is not summed up. */
  readonly whole: boolean;
};

/** Groups a list, newest first, by the months of its local dates; `more`: it goes on. */
export function byMonth(items: readonly HistoryItem[], more: boolean): Month[] {
  const months = new Map<string, HistoryItem[]>();
  for (const item of items) {
    const month = item.localDate.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return [...months].map(([month, inMonth], index) => {
    const sessions = inMonth.filter(({ kind }) => kind === "session");
    const activeS = sessions.reduce((sum, session) => sum + session.activeS, 0);
    const whole = !more || index < months.size - 1;
    return { month, items: inMonth, sessions: sessions.length, minutes: Math.round(activeS / 60), whole };
  });
}

/** The first page, which is kept fresh, with the older pages behind it; what is in both counts once. */
export function joined(first: readonly HistoryItem[], older: readonly HistoryItem[]): HistoryItem[] {
  const seen = new Set(first.map(({ id }) => id));
  return [...first, ...older.filter(({ id }) => !seen.has(id))];
}
