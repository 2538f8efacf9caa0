import * as v from "valibot";
import { Id, Instant, text, whole } from "./primitives.ts";

/** Setup code of the installation, or an invite: what lets somebody make an account. */
const Code = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.minLength(8), v.maxLength(64));
const AccountName = v.pipe(v.string(), v.trim(), v.minLength(1, "must not be empty"), v.maxLength(60));
const Passphrase = v.pipe(
  v.string(),
  v.minLength(12, "must be at least 12 characters; four random words do well"),
  v.maxLength(200),
);

export const PassphraseRegister = v.strictObject({ code: Code, name: AccountName, passphrase: Passphrase });
export const PassphraseLogin = v.strictObject({ name: AccountName, passphrase: v.pipe(v.string(), v.maxLength(200)) });
export const PasskeyRegisterOptions = v.strictObject({ code: Code, name: AccountName });
/** `response` is the WebAuthn JSON of the browser; `lambdas/identity/webauthn.ts` checks it (decision 0010). */
export const PasskeyRegister = v.strictObject({
  code: Code,
  name: AccountName,
  ceremony: Id,
  response: v.looseObject({ id: v.string() }),
});
/** Answer of both `…-options` routes: `options` is the WebAuthn JSON for the browser, `ceremony` is sent back with its result. */
export const PasskeyOptions = v.strictObject({ ceremony: Id, options: v.looseObject({ challenge: v.string() }) });
export const PasskeyLogin = v.strictObject({ ceremony: Id, response: v.looseObject({ id: v.string() }) });

/** An account as others see it. */
export const Person = v.strictObject({ id: Id, name: v.string(), admin: v.boolean() });
export const Me = v.strictObject({ person: Person });
/** What may still hold something of a deleted account: the bus's archive (undelivered events wait as long), the table's backups, the functions' logs (ids, never content). */
export const KEPT_AFTER_DELETION = { archive: 14, backups: 35, logs: 30 } as const;
/**
 * The account cannot be used from `deletedAt` on, and its rows are gone a minute or so later. `kept` says what else may still hold something
 * of it, and until when at the latest; nothing ever reads it back into the product. Asking again answers the same receipt.
 */
export const DeletionReceipt = v.strictObject({
  person: Id,
  deletedAt: Instant,
  kept: v.array(v.strictObject({ what: v.picklist(["archive", "backups", "logs"]), until: Instant })),
});
/** The hash of an invite or of a passkey's id, by which it is listed and removed. */
export const HashId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "must be the id that the list gave"));
/** `code` is shown once and lets one person make an account until `expiresAt`. */
export const Invite = v.strictObject({ id: HashId, code: v.string(), expiresAt: Instant });
/** The invites that somebody may still use. */
export const InviteList = v.strictObject({ invites: v.array(v.strictObject({ id: HashId, expiresAt: Instant })) });

/** Ten codes, shown once; each signs in once. Making new ones ends the old ones. */
export const RecoveryCodes = v.strictObject({ codes: v.array(v.string()) });
/** Signs in with a recovery code. With `passphrase`, that is the account's passphrase from then on, and every other browser is signed out. */
export const RecoveryLogin = v.strictObject({
  name: AccountName,
  code: v.pipe(v.string(), v.maxLength(64)),
  passphrase: v.optional(Passphrase),
});
/** The passphrase from now on; the route asks for a recent sign-in. Signs every other browser out. */
export const PassphraseChange = v.strictObject({ passphrase: Passphrase });
/** Every way into the account. `name` is null for a passkey that the account was made with. */
export const Credentials = v.strictObject({
  passphrase: v.boolean(),
  passkeys: v.array(
    v.strictObject({
      id: HashId,
      name: v.nullable(v.string()),
      addedAt: v.nullable(Instant),
      lastUsedAt: v.nullable(Instant),
    }),
  ),
  recoveryCodes: whole(0, 10),
  /** A sign-in at the OpenID provider of this installation. */
  provider: v.boolean(),
});
/** Routes that need no input still take a JSON object, so that a plain HTML form of another site cannot call them. */
export const Nothing = v.strictObject({});

/** Token answer (RFC 6749 names). Browsers get the refresh token as an HttpOnly cookie instead of in the body. */
export const TokenAnswer = v.strictObject({
  access_token: v.string(),
  token_type: v.literal("Bearer"),
  expires_in: whole(1, 86_400),
  scope: v.string(),
  refresh_token: v.optional(v.string()),
  person: Person,
  device_id: v.optional(Id),
});

/** Control characters, line ends, and the marks that turn the direction of the text around them. */
const PLAIN = /^[^\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/u;

/** A short name that somebody is shown to decide by: never empty, and it looks like what it is. */
/* @__NO_SIDE_EFFECTS__ */ export const label = (max: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, "must not be empty"),
    v.maxLength(max, `must be ${max} characters at most`),
    v.regex(PLAIN, "must not hold control characters"),
  );

/** RFC 8628 device authorization, phone side. `name` and `model` are shown to the person who confirms. */
export const PairStart = v.strictObject({ name: label(60), model: text(48), app: text(24) });
export const PairStartAnswer = v.strictObject({
  device_code: v.string(),
  user_code: v.string(),
  verification_uri: v.string(),
  expires_in: whole(1, 3600),
  interval: whole(1, 60),
});
export const PairToken = v.strictObject({
  grant_type: v.literal("urn:ietf:params:oauth:grant-type:device_code"),
  device_code: v.pipe(v.string(), v.maxLength(128)),
});
/** Without `approve` the answer only describes the device; with `approve: true` it is paired. */
export const PairConfirm = v.strictObject({
  user_code: v.pipe(v.string(), v.maxLength(16)),
  approve: v.optional(v.boolean()),
});
export const PairConfirmAnswer = v.strictObject({
  device: v.strictObject({ id: Id, name: v.string(), model: v.string(), startedSecondsAgo: whole(0, 86_400) }),
  paired: v.boolean(),
});
/** Browsers send no `refresh_token`: theirs is in the cookie `backstride_refresh`, on one computer `backstride_refresh_<port>`. */
export const TokenRequest = v.strictObject({
  grant_type: v.literal("refresh_token"),
  refresh_token: v.optional(v.pipe(v.string(), v.maxLength(128))),
});
/** `provider`: the host of the OpenID provider that people may sign in with; null when none is set up. */
export const AuthStatus = v.strictObject({
  claimed: v.boolean(),
  passkeys: v.boolean(),
  provider: v.nullable(v.string()),
});

/** Without `account` to sign in, with it to make one; then the same is sent again with the result. */
export const OidcStart = v.strictObject({ account: v.optional(v.strictObject({ code: Code, name: AccountName })) });
/** The browser goes to `url`, comes back to `/start`, and sends `ceremony` with what it brought. Ten minutes, once. */
export const OidcOptions = v.strictObject({ ceremony: Id, url: v.string() });
/** The parameters of an authorization response (RFC 6749, RFC 9207). */
export const OidcResponse = v.strictObject({
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  state: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  iss: v.optional(v.pipe(v.string(), v.maxLength(512))),
});
export const OidcLink = v.strictObject({ ceremony: Id, response: OidcResponse });
export const OidcLogin = v.strictObject({ ...OidcLink.entries, ...OidcStart.entries });

/** Another passkey for the signed-in account; `name` tells it from the others. */
export const PasskeyAdd = v.strictObject({
  name: label(60),
  ceremony: Id,
  response: v.looseObject({ id: v.string() }),
});

export type Credentials = v.InferOutput<typeof Credentials>;
export type InviteList = v.InferOutput<typeof InviteList>;
export type RecoveryCodes = v.InferOutput<typeof RecoveryCodes>;
export type Person = v.InferOutput<typeof Person>;
export type DeletionReceipt = v.InferOutput<typeof DeletionReceipt>;
export type Invite = v.InferOutput<typeof Invite>;
export type PasskeyOptions = v.InferOutput<typeof PasskeyOptions>;
export type TokenAnswer = v.InferOutput<typeof TokenAnswer>;
export type PairStartAnswer = v.InferOutput<typeof PairStartAnswer>;
export type PairConfirmAnswer = v.InferOutput<typeof PairConfirmAnswer>;
export type OidcStart = v.InferOutput<typeof OidcStart>;
export type OidcOptions = v.InferOutput<typeof OidcOptions>;
export type OidcResponse = v.InferOutput<typeof OidcResponse>;
export type OidcLogin = v.InferOutput<typeof OidcLogin>;
export type AuthStatus = v.InferOutput<typeof AuthStatus>;
