import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { codeOf, HostError } from "../error.ts";
import { isLoopback } from "../loopback.ts";
import { type Headers, sendJson, sendProblem } from "./answer.ts";
import type { Gateway } from "./gateway.ts";
import { isBuilt, type Site, StaticFiles } from "./static.ts";

export type FrontOptions = {
  readonly gateway: Gateway;
  /** Longest path first. */
  readonly sites: readonly Site[];
  readonly securityHeaders: Headers;
  /** Instead of those, for the simulated watch. */
  readonly watchHeaders: Headers;
  readonly health: () => unknown;
  /** The one name, or the address, that this host answers to. */
  readonly name: string;
  /** The pages say that the person is invented. */
  readonly demo: boolean;
  /** What nobody foresaw; its caller hears of a 500. */
  readonly onError: (error: unknown) => void;
};

/** Longer than the pages wait between two looks: a browser that asks over a connection just being closed hears of a failure. */
const KEPT_OPEN_MS = 30_000;
/** Who sends slowly, or nothing, must not hold the port: for others in the home network it is open, too. */
const PATIENCE = { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: KEPT_OPEN_MS };
const MAX_CONNECTIONS = 1000;

const API = /^\/(v1|\.well-known)\//;

/** Takes the public port of one address. What comes before `serveWith` is told that the host is starting. */
export async function openFront(
  port: number,
  address: string,
): Promise<{ server: Server; port: number; serveWith(listener: RequestListener): void }> {
  let current: RequestListener = (request, response) =>
    sendProblem(request, response, 503, "unavailable", "Backstride is starting; try again in a moment.", {
      "retry-after": "1",
    });
  const server = createServer(PATIENCE, (request, response) => current(request, response));
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(refusal(error, port, address)));
    server.listen(port, address, resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    serveWith: (listener) => {
      current = listener;
    },
  };
}

function refusal(error: Error, port: number, address: string): HostError {
  const code = codeOf(error);
  if (code === "EADDRNOTAVAIL") return new HostError(`${address} is no address of this computer.`, error);
  if (code === "EADDRINUSE") {
    return new HostError(
      `Port ${port} is in use; stop what uses it, or choose another one with PORT=${port + 1}.`,
      error,
    );
  }
  if (code === "EACCES")
    return new HostError(`Port ${port} may not be used by this account; choose one above 1023 with PORT.`, error);
  return new HostError(`Port ${port} cannot be opened (${code ?? error.message}).`, error);
}

/** Everything that the public port answers. */
export function frontListener(options: FrontOptions): RequestListener {
  const files = new StaticFiles(options.demo);
  return (request, response) => {
    serve(options, files, request, response).catch((error: unknown) => {
      // Who hangs up in the middle of a request is no trouble of ours.
      if (!request.destroyed) options.onError(error);
      if (response.headersSent) response.destroy();
      else sendJson(request, response, 500, { message: "Internal Server Error" });
    });
  };
}

async function serve(
  options: FrontOptions,
  files: StaticFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parsed(request.url ?? "/");
  const path = url?.pathname ?? "";
  const headers = path.startsWith("/watch/") ? options.watchHeaders : options.securityHeaders;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (url === null) return sendProblem(request, response, 400, "invalid", "The address is malformed.");
  const host = nameIn(request);
  if (path === "/healthz" && isOurs(host, options.name)) return sendJson(request, response, 200, options.health());
  if (host !== options.name) return elsewhere(options.name, host, request, response);
  if (API.test(path)) return options.gateway.serve(request, response, url);
  if (path === "/watch") {
    response.writeHead(308, { location: "/watch/" }).end();
    return;
  }
  const site = options.sites.find((candidate) => path.startsWith(candidate.at));
  if (site === undefined || !isBuilt(site)) {
    return sendProblem(
      request,
      response,
      503,
      "not_built",
      `The files for ${path} are not built yet; npm start builds them.`,
    );
  }
  await files.serve(request, response, site, path);
}

/**
 * Passkeys belong to a name, so what else leads to this computer is sent on to the one it has. Any other name is refused: a
 * page elsewhere could let its own name point at this computer and then read what is here.
 */
function elsewhere(own: string, host: string, request: IncomingMessage, response: ServerResponse): void {
  if (isOurs(host, own)) {
    const port = PORT.exec(request.headers.host ?? "")?.[0] ?? "";
    response.writeHead(308, { location: `http://${own}${port}${request.url ?? "/"}` }).end();
  } else {
    sendProblem(request, response, 421, "misdirected", `Backstride answers to the name ${own} only.`);
  }
}

const PORT = /:\d+$/;

const isOurs = (host: string, own: string): boolean => host === own || isLoopback(host);

/** The name that was asked for, without its port; empty when there is none, or more than one. */
function nameIn(request: IncomingMessage): string {
  const hosts = request.headersDistinct.host ?? [];
  return hosts.length === 1 ? String(hosts[0]).toLowerCase().replace(PORT, "") : "";
}

function parsed(target: string): URL | null {
  try {
    return target.startsWith("/") ? new URL(`http://localhost${target}`) : null;
  } catch {
    return null;
  }
}
