import { addDays, weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import type { Profile } from "../../core/contract/profile.ts";
import type { Checkpoint } from "../../core/progress/checkpoint.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { checkpointOf, eventsIn, foldBefore, latestFolds, type WeekFold } from "./folds.ts";
import type { Store } from "./store.ts";
import { dateIn, zoneOr } from "./zone-time.ts";

/** Where a person stands on a date: what `decide` takes, and what it was read from. */
export type Standing = {
  readonly today: LocalDate;
  /** The latest fold there is, and what names the state of the log; null and "" before the first event. */
  readonly latest: WeekFold | null;
  readonly version: string;
  /** The log up to the end of the last folded week before today's, and every event since. */
  readonly checkpoint: Checkpoint;
  readonly tail: readonly LogEvent[];
  readonly profile: Profile;
  /** Every event of this week and the one before: enough to know yesterday. */
  readonly recent: readonly LogEvent[];
};

/** Every fold reaches the latest week, so what that one is made from tells one state of a person's log from another. */
export const versionOf = (latest: WeekFold | null): string => latest?.from ?? "";

/** Reads where a person stands at an instant, where they are. */
export const standingAt = (store: Pick<Store, "query">, person: string, atMs: number): Promise<Standing> =>
  standingOf(store, person, (zone) => dateIn(zoneOr(zone), atMs));

/** The same on a date. @param todayIn the date in a zone, that of their profile */
export async function standingOf(
  store: Pick<Store, "query">,
  person: string,
  todayIn: (zone: string | undefined) => LocalDate,
): Promise<Standing> {
  const near = await latestFolds(store, person, 2);
  const latest = near[0] ?? null;
  const today = todayIn(latest?.checkpoint.profile.zone);
  const week = weekOf(today);
  const base =
    near.find((fold) => fold.week < week) ?? (near.length < 2 ? null : await foldBefore(store, person, week));
  const lastWeek = weekOf(addDays(today, -7));
  const since = base === null || base.week < lastWeek ? base?.week : weekOf(addDays(today, -14));
  const events = await eventsIn(store, person, { after: since });
  const checkpoint = checkpointOf(base);
  const tail = events.filter((event) => base === null || weekOf(subjectDate(event)) > base.week);
  const recent = events.filter((event) => weekOf(subjectDate(event)) >= lastWeek);
  return { today, latest, version: versionOf(latest), checkpoint, tail, profile: profileOf(checkpoint, tail), recent };
}
