import * as v from "valibot";
import { ExportQuery, HistoryQuery } from "../../core/contract/api.ts";
import { DaysQuery, WeeksQuery } from "../../core/contract/days.ts";
import { parse } from "../../core/contract/parse.ts";
import { PlansQuery } from "../../core/contract/plan-history.ts";
import { Id } from "../../core/contract/primitives.ts";
import { callerOf, type HttpAnswer, type HttpEvent, json } from "../adapters/http.ts";
import type { Reader } from "../adapters/store.ts";
import { daysAnswer } from "./days.ts";
import { exportPage } from "./export.ts";
import { historyPage } from "./history.ts";
import { openapi } from "./openapi.ts";
import { checkpointAnswer, planAnswer } from "./plan.ts";
import { plansPage } from "./plans.ts";
import { sessionDetail } from "./session.ts";
import { logMark, summary, summaryMark } from "./summary.ts";
import { weeksAnswer } from "./weeks.ts";

export type ReadPorts = {
  /** May be a moment behind. */
  readonly store: Reader;
  /** For what goes out under a mark: it is never older than its mark. */
  readonly sure: Reader;
  readonly now: () => number;
};
export type Endpoint = (ports: ReadPorts, event: HttpEvent) => Promise<HttpAnswer>;

const ById = v.object({ id: Id });
const API_VERSION = "1";
/** The same for everybody, and the only answer that takes a while to make. */
let described: ReturnType<typeof openapi> | undefined;

/** One function per route of `core/contract/routes.ts` that belongs to read. Whose data it is comes from the token alone. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "GET /v1/summary": async ({ store, sure, now }, event) => {
    const { person } = callerOf(event);
    const etag = await summaryMark(store, person, now());
    return marked(event, etag, () => summary(sure, person, now()));
  },
  "GET /v1/history": async ({ store, now }, event) => {
    const { person } = callerOf(event);
    return json(200, await historyPage(store, person, parse(HistoryQuery, event.queryStringParameters ?? {}), now()));
  },
  "GET /v1/days": async ({ store, sure, now }, event) => {
    const { person } = callerOf(event);
    const span = parse(DaysQuery, event.queryStringParameters ?? {});
    return marked(event, await logMark(store, person, now(), span), () => daysAnswer(sure, person, span, now()));
  },
  "GET /v1/weeks": async ({ store, sure, now }, event) => {
    const { person } = callerOf(event);
    const span = parse(WeeksQuery, event.queryStringParameters ?? {});
    return marked(event, await logMark(store, person, now(), span), () => weeksAnswer(sure, person, span));
  },
  "GET /v1/sessions/{id}": async ({ store }, event) => {
    const { person } = callerOf(event);
    return json(200, await sessionDetail(store, person, parse(ById, event.pathParameters ?? {}).id));
  },
  "GET /v1/export": async ({ store }, event) => {
    const { person } = callerOf(event);
    return json(200, await exportPage(store, person, parse(ExportQuery, event.queryStringParameters ?? {}).cursor));
  },
  "GET /v1/plan": async ({ store, now }, event) => json(200, await planAnswer(store, callerOf(event).person, now())),
  "GET /v1/plans": async (stores, event) => {
    const { cursor } = parse(PlansQuery, event.queryStringParameters ?? {});
    const { etag, page } = await plansPage(stores, { person: callerOf(event).person, cursor });
    return marked(event, etag, page);
  },
  "GET /v1/checkpoint": async ({ store, now }, event) =>
    json(200, await checkpointAnswer(store, callerOf(event).person, now())),
  "GET /v1/openapi.json": async () => {
    described ??= openapi(API_VERSION);
    return json(200, described, { "cache-control": "public, max-age=300" });
  },
};

/** Answers under a mark: nothing is read again for somebody who has what it stands for. */
async function marked(event: HttpEvent, etag: string, answer: () => Promise<unknown>): Promise<HttpAnswer> {
  const headers = { etag, "cache-control": "private, no-cache" };
  // A proxy that compresses marks the tag as weak.
  if (event.headers["if-none-match"]?.replace(/^W\//, "") === etag) return { statusCode: 304, headers };
  return json(200, await answer(), headers);
}
