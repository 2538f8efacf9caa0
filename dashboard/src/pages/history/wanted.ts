/** What the list is to show, as the address of the page and that of the service name it; "" is no wish. */
export const WISHES = ["from", "to", "kind", "how", "level", "pain"] as const;
export type Wanted = Readonly<Record<(typeof WISHES)[number], string>>;

export const wantedIn = (query: Readonly<Record<string, string>>): Wanted => ({
  ...{ from: query.from ?? "", to: query.to ?? "", kind: query.kind ?? "" },
  ...{ how: query.how ?? "", level: query.level ?? "", pain: query.pain ?? "" },
});

export const isFiltered = (wanted: Wanted): boolean => WISHES.some((name) => wanted[name] !== "");

/** An address with the wishes as its query: `/history` of the pages, `/v1/history` of the service. */
export function addressOf(path: string, wanted: Wanted, cursor: string | null = null): string {
  const given = WISHES.filter((name) => wanted[name] !== "").map((name) => [name, wanted[name]]);
  const query = new URLSearchParams(cursor === null ? given : [...given, ["cursor", cursor]]);
  return query.size === 0 ? path : `${path}?${query}`;
}
