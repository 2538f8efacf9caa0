import type { Language } from "../../core/contract/primitives.ts";
import type { ProfileChange } from "../../core/contract/profile.ts";
import type { Preferences } from "../../core/cues/schedule.ts";
import { dateAtOffset, instantOf } from "../../core/session/record.ts";
import { call } from "./account.ts";
import { KEYS, type Phone, readJson, sourceOf, unquoted } from "./phone.ts";

type Stored = Pick<Phone, "get">;

/** What of a person's profile can be chosen on the phone. */
export type Chosen = { readonly cues: Preferences; readonly units: "metric" | "imperial"; readonly language: Language };

/** A choice on its way to the log: `id` and `at` are made once, so that sending it twice stores it once. */
export type Wish = { readonly id: string; readonly at: number; readonly change: Partial<Chosen> };

export function wishOf(phone: Stored): Wish | null {
  const kept = readJson(phone.get(KEYS.wish));
  return typeof kept?.id === "string" && typeof kept.change === "object" ? (kept as unknown as Wish) : null;
}

/** As last heard from the cloud, and what was chosen since. */
export function chosenOf(phone: Stored): Chosen {
  const known = (readJson(phone.get(KEYS.profile)) ?? {}) as Partial<Chosen>;
  const { cues = {}, units = "metric", language = "en" } = known;
  return { cues, units, language, ...wishOf(phone)?.change };
}

/** What the watch does by itself, whoever it belongs to: the call to a planned session, and sound with the cues. */
export const isReminding = (phone: Stored): boolean => unquoted(phone.get(KEYS.reminder)) !== "false";
export const hasSound = (phone: Stored): boolean => unquoted(phone.get(KEYS.sound)) === "true";

/** Sends what was chosen to the log. Kept until the server has it, and tried again at every sync. */
export async function sendWish(phone: Phone, utcOffsetMin: number): Promise<void> {
  const wish = wishOf(phone);
  if (wish === null) return;
  const { id, at, change } = wish;
  const data: ProfileChange = change;
  const localDate = dateAtOffset(at, utcOffsetMin);
  const envelope = { id, type: "profile.changed.v1", at: instantOf(at), localDate, utcOffsetMin };
  const outcome = await call(phone, "POST", "/v1/events", { events: [{ ...envelope, source: sourceOf(phone), data }] });
  if ("trouble" in outcome || outcome.reply.status >= 300) return;
  const { retry } = outcome.reply.body as { readonly retry?: readonly string[] };
  // Another choice may have been made while this one was on its way.
  if (retry?.includes(id) === true || wishOf(phone)?.id !== id) return;
  phone.set(KEYS.profile, JSON.stringify(chosenOf(phone)));
  phone.set(KEYS.wish, null);
}
