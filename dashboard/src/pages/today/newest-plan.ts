/** A visit is noted once a minute, by its first request; the plan is fetched with its last. */
const ONE_VISIT_MS = 60_000;

/** Whether a watch has surely not fetched the newest plan: it was last here well before that was published (both UTC instants). */
export const waitsFor = (lastSeenAt: string | null, plannedAt: string | null): boolean =>
  lastSeenAt !== null && plannedAt !== null && Date.parse(lastSeenAt) + ONE_VISIT_MS < Date.parse(plannedAt);
