import type { WeekFold } from "../adapters/folds.ts";
import { key, personKey } from "../adapters/keys.ts";
import type { Store } from "../adapters/store.ts";

/**
 * The folded profile as a row of its own. `version` is the fold it was taken from: week and rev sort by age, so that a slow
 * writer never covers a newer profile with its older one.
 */
export async function projectProfile(store: Pick<Store, "put">, person: string, latest: WeekFold): Promise<void> {
  const version = `${latest.week}#${String(latest.rev).padStart(10, "0")}`;
  const profile = JSON.stringify(latest.checkpoint.profile);
  await store.put({ pk: personKey(person), sk: key.profile, version, profile }, { notNewerThan: version });
}
