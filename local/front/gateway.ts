import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../clock.ts";
import type { Faults } from "../faults.ts";
import type { FunctionRuntime } from "../functions/runtime.ts";
import type { Guests } from "../guests.ts";
import type { RouteSpec } from "../template/model.ts";
import { bodyOf, send, sendJson, sendProblem } from "./answer.ts";
import { authorizerEventOf, bodyMembers, eventOf, type HttpEvent } from "./event.ts";
import { type Match, routeFinder } from "./routes.ts";

export type GatewayOptions = {
  readonly routes: readonly RouteSpec[];
  readonly runtime: FunctionRuntime;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly guests: Guests;
  readonly domain: string;
  /** Resolves when everything that functions have written into the table so far is on the disk. */
  readonly written: () => Promise<void>;
};

type Answer = {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
};
/** What this route takes is in the bus's log, on the disk, before it answers. */
const IN_THE_BUS = "POST /v1/events";
type Verdict = { readonly status: number; readonly message: string } | { readonly context: unknown };

/** The API of the template: its routes, its authorizer, its functions, and API Gateway's own answers. */
export class Gateway {
  private readonly find: ReturnType<typeof routeFinder>;

  constructor(private readonly options: GatewayOptions) {
    this.find = routeFinder(options.routes);
  }

  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const finding = this.find(request.method ?? "GET", url.pathname);
    if ("allow" in finding) return notThere(request, response, url, finding.allow);
    const body = await bodyOf(request);
    if (body === null) {
      return sendProblem(request, response, 413, "too_large", "The body is larger than 6 MB.", { connection: "close" });
    }
    const { guests } = this.options;
    guests.enter();
    try {
      await this.answer(finding.match, body, request, response, url);
    } finally {
      guests.leave();
    }
  }

  private async answer(
    match: Match,
    body: Buffer,
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    const event = eventOf({ ...this.options, request, url, match, now: this.options.clock.now() });
    const verdict = await this.authorize(match, event);
    if ("status" in verdict) return sendJson(request, response, verdict.status, { message: verdict.message });
    const context = verdict.context === null ? {} : { authorizer: { lambda: verdict.context } };
    const full = {
      ...event,
      requestContext: { ...event.requestContext, ...context },
      ...bodyMembers(body, request.headers["content-type"]),
    };
    await this.invoke(match, full, request, response);
  }

  private async authorize({ route }: Match, event: HttpEvent): Promise<Verdict> {
    if (route.authorizer === null) return { context: null };
    const answer = await this.call(route.authorizer, authorizerEventOf(event));
    const verdict = answer as { isAuthorized?: unknown; context?: unknown } | null;
    if (typeof verdict?.isAuthorized !== "boolean") return { status: 500, message: "Internal Server Error" };
    return verdict.isAuthorized ? { context: verdict.context ?? {} } : { status: 403, message: "Forbidden" };
  }

  private async invoke(
    match: Match,
    event: unknown,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const value = await this.call(match.route.functionArn, event);
    // An account, a device, a token: who was answered holds on to it, also after a power cut.
    if (request.method !== "GET" && match.route.key !== IN_THE_BUS) await this.options.written();
    if (this.options.faults.dropHttpAnswers > 0) {
      this.options.faults.dropHttpAnswers -= 1;
      response.destroy();
      return;
    }
    if (value === undefined) return sendJson(request, response, 500, { message: "Internal Server Error" });
    const answer = answerOf(value);
    response.setHeader("cache-control", "no-store");
    if (answer.cookies !== undefined) response.setHeader("set-cookie", [...answer.cookies]);
    const headers = Object.entries(answer.headers ?? {}).map(([name, content]) => [
      name.toLowerCase(),
      String(content),
    ]);
    const body = Buffer.from(answer.body ?? "", answer.isBase64Encoded === true ? "base64" : "utf8");
    const all = { "content-type": "text/plain; charset=utf-8", ...Object.fromEntries(headers) };
    send(request, response, answer.statusCode ?? 200, all, body);
  }

  /** What the function returned; undefined when it failed. */
  private async call(functionArn: string, event: unknown): Promise<unknown> {
    const spec = this.options.runtime.specOf(functionArn);
    if (spec === undefined) return undefined;
    const outcome = await this.options.runtime.invoke(spec, JSON.stringify(event));
    return "error" in outcome ? undefined : JSON.parse(outcome.payload);
  }
}

/** A value without `statusCode` is a whole body by itself, as in API Gateway. */
function answerOf(value: unknown): Answer {
  if (typeof value === "object" && value !== null && "statusCode" in value) return value as Answer;
  const body = typeof value === "string" ? value : JSON.stringify(value);
  return { statusCode: 200, headers: { "content-type": "application/json" }, body };
}

function notThere(request: IncomingMessage, response: ServerResponse, url: URL, allow: readonly string[]): void {
  if (allow.length === 0) {
    sendProblem(request, response, 404, "not_found", `There is nothing at ${url.pathname}.`);
    return;
  }
  const allowed = allow.join(", ");
  const detail = `${url.pathname} does not take ${request.method}; it takes ${allowed}.`;
  sendProblem(request, response, 405, "method_not_allowed", detail, { allow: allowed });
}
