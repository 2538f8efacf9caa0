import * as v from "valibot";
import * as api from "./api.ts";
import * as auth from "./auth.ts";
import * as days from "./days.ts";
import { CheckpointAnswer } from "./offline.ts";
import { PlansPage, PlansQuery } from "./plan-history.ts";
import * as push from "./push.ts";

/** What one route takes and gives: the schemas of its query and body, the status of success, and its answer (null: no body). */
export type Operation = {
  readonly query?: v.ObjectSchema<v.ObjectEntries, undefined> | v.StrictObjectSchema<v.ObjectEntries, undefined>;
  readonly body?: v.GenericSchema;
  readonly status: number;
  readonly answer: v.GenericSchema | null;
};

/** A document of a format that is not ours. */
const Described = v.looseObject({});

const gives = (answer: v.GenericSchema | null, status = answer === null ? 204 : 200): Operation => ({ status, answer });
const takes = (body: v.GenericSchema, answer: v.GenericSchema, status = 200): Operation => ({ body, answer, status });

/** Every route of `routes.ts` by its key. Only the generated descriptions read this, so it weighs on nothing else. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  "POST /v1/events": takes(api.EventsRequest, api.EventsAnswer, 202),
  "GET /v1/summary": gives(api.Summary),
  "GET /v1/history": { query: api.HistoryQuery, ...gives(api.HistoryPage) },
  "GET /v1/days": { query: days.DaysQuery, ...gives(days.DaysAnswer) },
  "GET /v1/weeks": { query: days.WeeksQuery, ...gives(days.WeeksAnswer) },
  "GET /v1/sessions/{id}": gives(api.SessionDetail),
  "GET /v1/plan": gives(api.PlanAnswer),
  "GET /v1/plans": { query: PlansQuery, ...gives(PlansPage) },
  "GET /v1/checkpoint": gives(CheckpointAnswer),
  "GET /v1/export": { query: api.ExportQuery, ...gives(api.ExportPage) },
  "DELETE /v1/account": gives(auth.DeletionReceipt, 202),
  "POST /v1/pair/start": takes(auth.PairStart, auth.PairStartAnswer),
  "POST /v1/pair/token": takes(auth.PairToken, auth.TokenAnswer),
  "POST /v1/pair/confirm": takes(auth.PairConfirm, auth.PairConfirmAnswer),
  "GET /v1/devices": gives(api.DeviceList),
  "DELETE /v1/devices/{id}": gives(null),
  "GET /v1/push": gives(push.PushInfo),
  "POST /v1/push/subscriptions": takes(push.PushSubscribe, push.PushSubscriptionInfo, 201),
  "DELETE /v1/push/subscriptions/{id}": gives(null),
  "GET /v1/auth/status": gives(auth.AuthStatus),
  "POST /v1/auth/passkey/register-options": takes(auth.PasskeyRegisterOptions, auth.PasskeyOptions),
  "POST /v1/auth/passkey/register": takes(auth.PasskeyRegister, auth.TokenAnswer),
  "POST /v1/auth/passkey/login-options": takes(auth.Nothing, auth.PasskeyOptions),
  "POST /v1/auth/passkey/login": takes(auth.PasskeyLogin, auth.TokenAnswer),
  "POST /v1/auth/passphrase/register": takes(auth.PassphraseRegister, auth.TokenAnswer),
  "POST /v1/auth/passphrase/login": takes(auth.PassphraseLogin, auth.TokenAnswer),
  "POST /v1/auth/oidc/options": takes(auth.OidcStart, auth.OidcOptions),
  "POST /v1/auth/oidc/login": takes(auth.OidcLogin, auth.TokenAnswer),
  "POST /v1/auth/oidc/link-options": takes(auth.Nothing, auth.OidcOptions),
  "POST /v1/auth/oidc/link": takes(auth.OidcLink, auth.Credentials, 201),
  "DELETE /v1/auth/oidc/link": gives(null),
  "POST /v1/auth/logout": gives(null),
  "GET /v1/auth/me": gives(auth.Me),
  "POST /v1/auth/logout-everywhere": gives(null),
  "GET /v1/auth/credentials": gives(auth.Credentials),
  "POST /v1/auth/passphrase": takes(auth.PassphraseChange, auth.TokenAnswer),
  "POST /v1/auth/passkeys/options": takes(auth.Nothing, auth.PasskeyOptions),
  "POST /v1/auth/passkeys": takes(auth.PasskeyAdd, auth.Credentials, 201),
  "DELETE /v1/auth/passkeys/{id}": gives(null),
  "POST /v1/auth/recovery-codes": takes(auth.Nothing, auth.RecoveryCodes, 201),
  "POST /v1/auth/recovery/login": takes(auth.RecoveryLogin, auth.TokenAnswer),
  "GET /v1/auth/invites": gives(auth.InviteList),
  "DELETE /v1/auth/invites/{id}": gives(null),
  "POST /v1/auth/invites": takes(auth.Nothing, auth.Invite, 201),
  "POST /v1/token": takes(auth.TokenRequest, auth.TokenAnswer),
  "GET /.well-known/jwks.json": gives(Described),
  "GET /v1/openapi.json": gives(Described),
};
