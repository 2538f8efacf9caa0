import * as v from "valibot";
import { HashId, label } from "./auth.ts";
import { ReminderKind } from "./bus.ts";
import { Instant } from "./primitives.ts";

/* @__NO_SIDE_EFFECTS__ */ const base64url = (characters: number, what: string) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[\\w-]{${characters}}={0,2}$`), `must be ${what} in base64url`));

/** What a browser's `PushSubscription.toJSON()` gives, and a name by which the person tells this browser from others. */
export const PushSubscribe = v.strictObject({
  endpoint: v.pipe(v.string(), v.maxLength(1024), v.url("must be an address")),
  expirationTime: v.optional(v.nullable(v.number())),
  keys: v.strictObject({
    p256dh: base64url(87, "a P-256 point of 65 bytes"),
    auth: base64url(22, "16 bytes"),
  }),
  name: label(60),
});

export const PushSubscriptionInfo = v.strictObject({ id: HashId, name: v.string(), createdAt: Instant });

/** `publicKey` is the `applicationServerKey` to subscribe with (P-256 point, base64url). */
export const PushInfo = v.strictObject({ publicKey: v.string(), subscriptions: v.array(PushSubscriptionInfo) });

/** What a service worker is handed. It may stand on a locked screen, so it says nothing about health. `url`: the page to open. */
export const PushMessage = v.strictObject({
  title: v.string(),
  body: v.string(),
  tag: ReminderKind,
  url: v.string(),
});

export type PushSubscribe = v.InferOutput<typeof PushSubscribe>;
export type PushSubscriptionInfo = v.InferOutput<typeof PushSubscriptionInfo>;
export type PushInfo = v.InferOutput<typeof PushInfo>;
export type PushMessage = v.InferOutput<typeof PushMessage>;
