// JavaScript, because the table's thread runs it unbundled; its types are in guard.d.mts.

export const HOST = "host";
export const OPERATOR = "operator";

export function guarded({ secret, gate, mayAnswer }, next) {
  return (request, response) => {
    const caller = callerOf(request, secret);
    if (caller === null) {
      response.writeHead(403, { "content-type": "application/json" });
      response.end(JSON.stringify({ __type: "UnrecognizedClientException", message: "Not one of ours." }));
      return;
    }
    interceptAnswer(response, () => mayAnswer({ function: caller, operation: operationOf(request) }));
    void throughGate(gate, caller, request, response, next);
  };
}

/** The function that sent a request; null when it is not from one of ours. */
function callerOf(request, secret) {
  const key = /Credential=([^/]+)\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
  return key.endsWith(`.${secret}`) ? key.slice(0, -secret.length - 1) : null;
}

/** The host itself is let through: it is who holds the gate. */
async function throughGate(gate, caller, request, response, next) {
  if (caller !== HOST && caller !== OPERATOR) {
    await gate.enter();
    // Who gave up at the gate says so no second time.
    if (response.destroyed) return gate.leave();
    response.once("close", () => gate.leave());
  }
  next(request, response);
}

const VERBS = { POST: "Create", PUT: "Update", DELETE: "Delete", GET: "Get" };

function operationOf(request) {
  const target = request.headers["x-amz-target"];
  if (typeof target === "string") return target.split(".").pop() ?? target;
  return `${VERBS[request.method ?? ""] ?? request.method}Schedule`;
}

/** The answer goes out only if `mayGo` says so at its end; otherwise the connection breaks. */
function interceptAnswer(response, mayGo) {
  const end = response.end.bind(response);
  const decide = (goes, args) => (goes ? end(...args) : response.destroy());
  response.end = (...args) => {
    const goes = mayGo();
    if (typeof goes === "boolean") decide(goes, args);
    else void goes.then((later) => decide(later, args));
    return response;
  };
}
