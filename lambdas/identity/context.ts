import { randomBytes } from "node:crypto";
import { type Emit, emit } from "../adapters/bus.ts";
import type { HttpEvent } from "../adapters/http.ts";
import { type Sign, signWithKms } from "../adapters/signing.ts";
import { type Site, siteOf } from "../adapters/site.ts";
import { PASSPHRASE_COST, type PassphraseCost } from "./passphrase.ts";
import { type Provider, providerOf } from "./provider.ts";

/** Everything from outside that identity needs, so that tests hold time and chance in their hands. */
export type Context = {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly random: (bytes: number) => Buffer;
  /** What a passphrase is hashed with from now on. */
  readonly passphraseCost: PassphraseCost;
  readonly sign: Sign;
  readonly emit: Emit;
  readonly site: Site;
  readonly setupCode: string;
  /** Where people may sign in besides; null: nowhere. */
  readonly provider: Provider | null;
  /** Roughly who is asking: the caller's address, or the edge's in front of it. */
  readonly source: string;
};

export function contextOf(event: HttpEvent): Context {
  return {
    now: Date.now(),
    random: randomBytes,
    passphraseCost: PASSPHRASE_COST,
    sign: signWithKms,
    emit,
    site: siteOf(process.env.DOMAIN ?? "localhost"),
    setupCode: (process.env.SETUP_CODE ?? "").toLowerCase(),
    provider: providerOf(process.env.OIDC_ISSUER, process.env.OIDC_CLIENT_ID, process.env.OIDC_SECRET_NAME),
    source: event.requestContext.http.sourceIp,
  };
}
