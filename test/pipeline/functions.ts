import type { APIGatewayProxyEventV2, Context, EventBridgeEvent } from "aws-lambda";
import * as v from "valibot";
import { vi } from "vitest";
import { EventsAnswer } from "../../core/contract/api.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { HttpAnswer, HttpHandler } from "../../lambdas/adapters/http.ts";
import type { Store } from "../../lambdas/adapters/store.ts";
import { type Aws, startAws } from "./aws.ts";
import { DEVICE, newId, PERSON } from "./events.ts";

export const NOW = "2026-11-22T12:00:00Z";

type Ask = {
  query?: Record<string, string>;
  id?: string;
  body?: unknown;
  headers?: Record<string, string>;
  deviceId?: string;
};
type Consumer = (delivery: EventBridgeEvent<string, unknown>, context: Context) => Promise<void>;

/** A call that has all the time it wants. */
const CONTEXT = { getRemainingTimeInMillis: () => 10_000 } as Context;

/** What only announces something: no function of the pipeline reads it. */
const UNREAD = ["plan.published.v1", "event.rejected.v1", "reminder.due.v1"];

/** The real handlers on a real table, at noon of a fixed day; a bus that delivers when it is told to. */
export class Functions {
  private constructor(
    readonly aws: Aws,
    readonly table: Store,
    private readonly handlers: { ingest: HttpHandler; read: HttpHandler; record: Consumer; plan: Consumer },
  ) {}

  static async start(): Promise<Functions> {
    const aws = await startAws();
    const handlerOf = async (name: string) => (await import(`../../lambdas/${name}/handler.ts`)).handler;
    const [ingest, read, record, plan] = await Promise.all(["ingest", "read", "record", "plan"].map(handlerOf));
    const { tableStore } = await import("../../lambdas/adapters/store.ts");
    vi.spyOn(console, "log").mockImplementation(() => {});
    vi.spyOn(Date, "now").mockReturnValue(Date.parse(NOW));
    return new Functions(aws, tableStore, { ingest, read, record, plan });
  }

  readonly get = (path: string, { person = PERSON, ...ask }: Ask & { person?: string } = {}): Promise<HttpAnswer> =>
    call(this.handlers.read, `GET ${path}`, person, ask);

  /** Posts a body as a program with a person's token; nothing is delivered. */
  readonly send = (body: unknown, person = PERSON, headers: Record<string, string> = {}): Promise<HttpAnswer> =>
    call(this.handlers.ingest, "POST /v1/events", person, { body, headers });

  /** Posts a body as a phone with its watch's token; nothing is delivered. */
  readonly sendFromWatch = (body: unknown, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> =>
    call(this.handlers.ingest, "POST /v1/events", PERSON, { body, headers, deviceId: DEVICE });

  /** Posts events and lets the bus deliver until it is quiet. */
  readonly post = async (events: readonly LogEvent[], person = PERSON): Promise<EventsAnswer> => {
    const answer = await this.send({ events: events.map((event) => ({ ...event, source: "api" })) }, person);
    await this.deliverAll();
    return v.parse(EventsAnswer, bodyOf(answer));
  };

  readonly record = (id: string, detail: unknown): Promise<void> =>
    this.handlers.record({ id, detail } as EventBridgeEvent<string, unknown>, CONTEXT);

  /** Lets the bus deliver until it is quiet. */
  async deliverAll(): Promise<void> {
    const { entries } = this.aws;
    for (let entry = entries.shift(); entry !== undefined; entry = entries.shift()) {
      if (UNREAD.includes(entry.DetailType)) continue;
      const consumer = entry.DetailType === "progress.updated.v1" ? this.handlers.plan : this.handlers.record;
      const delivery = { id: newId(NOW), "detail-type": entry.DetailType, detail: JSON.parse(entry.Detail) };
      await consumer(delivery as EventBridgeEvent<string, unknown>, CONTEXT);
    }
  }
}

export const bodyOf = ({ body }: HttpAnswer) => JSON.parse(body ?? "null");

/** Calls a function as API Gateway does, for somebody that `authorize` has let in with a person's token. */
function call(
  handler: HttpHandler,
  routeKey: string,
  person: string,
  { query, id, body, headers, deviceId = "" }: Ask,
) {
  const event = {
    routeKey,
    headers: headers ?? {},
    isBase64Encoded: false,
    requestContext: { requestId: "trace", authorizer: { lambda: { person, deviceId, scopes: "history:read" } } },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(id === undefined ? {} : { pathParameters: { id } }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  return handler(event as unknown as APIGatewayProxyEventV2);
}
