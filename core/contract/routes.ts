/**
 * Every route of the API, once. The stack builds its routes from this list, `authorize` takes the scope from it, OpenAPI is
 * generated from it. `scope` null: open to anybody; the handler itself checks what it needs.
 */
export type Scope = "events:write" | "plan:read" | "history:read" | "account:manage";
export type FunctionName =
  | "authorize"
  | "ingest"
  | "record"
  | "plan"
  | "remind"
  | "read"
  | "identity"
  | "erase"
  | "push";

export type Route = {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly handler: FunctionName;
  readonly scope: Scope | null;
  readonly summary: string;
  /** Changes how the account is opened, or ends it: only for somebody who signed in within `RECENT_S` (decision 0021). */
  readonly critical: boolean;
};

/** Seconds. */
export const RECENT_S = 300;

const route = (
  method: Route["method"],
  path: string,
  handler: FunctionName,
  scope: Scope | null,
  summary: string,
): Route => ({
  method,
  path,
  handler,
  scope,
  summary,
  critical: false,
});

const critical = (method: Route["method"], path: string, summary: string): Route => ({
  ...route(method, path, "identity", "account:manage", summary),
  critical: true,
});

/** What a paired watch may do, and what a signed-in person may do. */
export const DEVICE_SCOPES: readonly Scope[] = ["events:write", "plan:read"];
export const PERSON_SCOPES: readonly Scope[] = ["events:write", "plan:read", "history:read", "account:manage"];

export const ROUTES: readonly Route[] = [
  route("POST", "/v1/events", "ingest", "events:write", "Add up to ten events to the person's log"),
  route("GET", "/v1/summary", "read", "history:read", "Today's plan, totals, the latest sessions, the devices"),
  route("GET", "/v1/history", "read", "history:read", "Sessions and variety days, newest first"),
  route("GET", "/v1/days", "read", "history:read", "What was planned and done, date by date"),
  route("GET", "/v1/weeks", "read", "history:read", "Sums and means of every week, and the questionnaires"),
  route("GET", "/v1/sessions/{id}", "read", "history:read", "One session with its trace, cues and colour"),
  route("GET", "/v1/plan", "read", "plan:read", "The current plan"),
  route("GET", "/v1/plans", "read", "history:read", "The plans so far, newest first, each with what it changed"),
  route(
    "GET",
    "/v1/checkpoint",
    "read",
    "plan:read",
    "Checkpoint, tail and profile: what decides the next plan offline",
  ),
  route("GET", "/v1/export", "read", "history:read", "The whole log, a hundred events at a time"),
  critical("DELETE", "/v1/account", "Delete the account and everything it holds"),
  route("POST", "/v1/pair/start", "identity", null, "A phone asks for a pairing code (RFC 8628)"),
  route("POST", "/v1/pair/token", "identity", null, "A phone asks whether its code was confirmed"),
  route("POST", "/v1/pair/confirm", "identity", "account:manage", "A person looks at, then confirms a pairing code"),
  route("GET", "/v1/devices", "identity", "account:manage", "The paired devices"),
  route("DELETE", "/v1/devices/{id}", "identity", "account:manage", "Revoke a device at once"),
  route(
    "GET",
    "/v1/push",
    "identity",
    "account:manage",
    "The key to subscribe with, and the browsers that are reminded",
  ),
  route("POST", "/v1/push/subscriptions", "identity", "account:manage", "Remind this browser"),
  route("DELETE", "/v1/push/subscriptions/{id}", "identity", "account:manage", "Stop reminding a browser"),
  route("GET", "/v1/auth/status", "identity", null, "Whether this installation has its first account"),
  route("POST", "/v1/auth/passkey/register-options", "identity", null, "Start an account with a passkey"),
  route("POST", "/v1/auth/passkey/register", "identity", null, "Finish an account with a passkey"),
  route("POST", "/v1/auth/passkey/login-options", "identity", null, "Start signing in with a passkey"),
  route("POST", "/v1/auth/passkey/login", "identity", null, "Finish signing in with a passkey"),
  route("POST", "/v1/auth/passphrase/register", "identity", null, "Make an account with a passphrase"),
  route("POST", "/v1/auth/passphrase/login", "identity", null, "Sign in with a passphrase"),
  route("POST", "/v1/auth/oidc/options", "identity", null, "Start signing in with the OpenID provider"),
  route("POST", "/v1/auth/oidc/login", "identity", null, "Finish signing in with the OpenID provider"),
  critical("POST", "/v1/auth/oidc/link-options", "Start linking the OpenID provider"),
  route("POST", "/v1/auth/oidc/link", "identity", "account:manage", "Finish linking the OpenID provider"),
  critical("DELETE", "/v1/auth/oidc/link", "Remove the link to the OpenID provider"),
  route("POST", "/v1/auth/logout", "identity", null, "End this browser's sign-in"),
  route("GET", "/v1/auth/me", "identity", "account:manage", "The signed-in account"),
  route("POST", "/v1/auth/logout-everywhere", "identity", "account:manage", "Sign every browser out, this one too"),
  route("GET", "/v1/auth/credentials", "identity", "account:manage", "The ways into the account"),
  critical("POST", "/v1/auth/passphrase", "Set or change the passphrase"),
  critical("POST", "/v1/auth/passkeys/options", "Start adding a passkey"),
  route("POST", "/v1/auth/passkeys", "identity", "account:manage", "Finish adding a passkey"),
  critical("DELETE", "/v1/auth/passkeys/{id}", "Remove a passkey"),
  critical("POST", "/v1/auth/recovery-codes", "Make ten new recovery codes"),
  route("POST", "/v1/auth/recovery/login", "identity", null, "Sign in with a recovery code"),
  route("GET", "/v1/auth/invites", "identity", "account:manage", "The invites that are still open (admin)"),
  route("DELETE", "/v1/auth/invites/{id}", "identity", "account:manage", "Take an invite back (admin)"),
  route("POST", "/v1/auth/invites", "identity", "account:manage", "Invite another person (admin)"),
  route("POST", "/v1/token", "identity", null, "Exchange a refresh token for an access token"),
  route("GET", "/.well-known/jwks.json", "identity", null, "The public keys that sign access tokens"),
  route("GET", "/v1/openapi.json", "read", null, "This API, described"),
];

/** The route of a key such as `GET /v1/sessions/{id}`; undefined when no such route exists. */
export const routeOf = (routeKey: string): Route | undefined =>
  ROUTES.find((candidate) => `${candidate.method} ${candidate.path}` === routeKey);

/** The scope of a route key; undefined when no such route exists. */
export const scopeOf = (routeKey: string): Scope | null | undefined => routeOf(routeKey)?.scope;
