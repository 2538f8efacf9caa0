import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Faults } from "../faults.ts";
import type { Gate } from "../gate.ts";

/** Callers that are no function: the host's own look into the table, and the commands of whoever owns this computer. */
export const HOST = "host";
export const OPERATOR = "operator";

/**
 * The credentials that the functions sign with. The access key names the function and holds a secret of this start, so that
 * nothing else on this computer (a web page, another program) can use the services' ports.
 */
export class Credentials {
  private readonly secret = randomBytes(16).toString("hex");

  environmentOf(functionName: string): { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string } {
    return { AWS_ACCESS_KEY_ID: `${functionName}.${this.secret}`, AWS_SECRET_ACCESS_KEY: "local" };
  }

  /** The function that sent a request; null when it is not from one of ours. */
  callerOf(request: IncomingMessage): string | null {
    const key = /Credential=([^/]+)\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
    return key.endsWith(`.${this.secret}`) ? key.slice(0, -this.secret.length - 1) : null;
  }
}

export type GuardOptions = {
  readonly credentials: Credentials;
  readonly gate: Gate;
  readonly faults: Faults;
  readonly crash: (functionName: string) => Promise<void>;
};

/** Lets only our functions in, and lets a test break things after the service has done its work. */
export function guarded(options: GuardOptions, next: RequestListener): RequestListener {
  return (request, response) => {
    const caller = options.credentials.callerOf(request);
    if (caller === null) {
      response.writeHead(403, { "content-type": "application/json" });
      response.end(JSON.stringify({ __type: "UnrecognizedClientException", message: "Not one of ours." }));
      return;
    }
    interceptAnswer(response, () => {
      const verdict = options.faults.afterAwsCall({ function: caller, operation: operationOf(request) });
      if (verdict === "crash") void options.crash(caller);
      return verdict === "answer";
    });
    void throughGate(options.gate, caller, request, response, next);
  };
}

/** The host itself is let through: it is who holds the gate. */
async function throughGate(
  gate: Gate,
  caller: string,
  request: IncomingMessage,
  response: ServerResponse,
  next: RequestListener,
): Promise<void> {
  if (caller !== HOST && caller !== OPERATOR) {
    await gate.enter();
    response.once("close", () => gate.leave());
  }
  next(request, response);
}

function operationOf(request: IncomingMessage): string {
  const target = request.headers["x-amz-target"];
  if (typeof target === "string") return target.split(".").pop() ?? target;
  const verbs: Readonly<Record<string, string>> = { POST: "Create", PUT: "Update", DELETE: "Delete", GET: "Get" };
  return `${verbs[request.method ?? ""] ?? request.method}Schedule`;
}

/** The answer goes out only if `mayGo` says so at its end; otherwise the connection breaks. */
function interceptAnswer(response: ServerResponse, mayGo: () => boolean): void {
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.end = ((...args: unknown[]) => {
    if (mayGo()) return end(...args);
    response.destroy();
    return response;
  }) as ServerResponse["end"];
}
