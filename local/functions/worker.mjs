// Runs one deployed bundle, unmodified, in a thread of its own, with its own environment and the host's clock.
import http from "node:http";
import { constants, getPriority, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { Line } from "../aws/line.mjs";

const { module, exported, clock, functionName, arn, memoryMb, inBackground, lines } = workerData;
/** A third of a share of a processor that others want, too: behind who answers, but not behind everything else that this computer does. */
const STEPS_BEHIND = 5;
// On Linux this is about this thread; elsewhere it would be about all of them.
if (inBackground && process.platform === "linux") {
  setPriority(Math.min(getPriority() + STEPS_BEHIND, constants.priority.PRIORITY_LOW));
}

const offset = new Float64Array(clock);
const RealDate = Date;
const now = () => Math.round(RealDate.now() + offset[0]);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
});

// The SDK asks node:http for each request. What it sends to a service of this host takes the line there instead of a socket.
const { request: overSocket } = http;
const lineTo = new Map(Object.entries(lines).map(([place, port]) => [place, new Line(port)]));
http.request = (options, ...rest) =>
  lineTo.get(`${options.host}:${options.port}`)?.request(options, ...rest) ?? overSocket(options, ...rest);

const described = (error) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") }
    : { errorType: "Error", errorMessage: String(error), trace: [] };

async function loaded() {
  try {
    const handler = (await import(module))[exported];
    if (typeof handler !== "function") throw new Error(`${module} does not export ${exported}`);
    return { handler };
  } catch (error) {
    return { broken: { ...described(error), errorType: "Runtime.ImportModuleError" } };
  }
}

const { handler, broken } = await loaded();

function contextOf(requestId, deadline) {
  return {
    awsRequestId: requestId,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryMb),
    logGroupName: functionName,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - RealDate.now()),
  };
}

parentPort.on("message", async ({ requestId, payload, timeoutMs }) => {
  if (broken !== undefined) return parentPort.postMessage({ requestId, error: broken });
  try {
    const value = await handler(JSON.parse(payload), contextOf(requestId, RealDate.now() + timeoutMs));
    parentPort.postMessage({ requestId, payload: JSON.stringify(value) ?? "null" });
  } catch (error) {
    const { errorType, errorMessage, trace: stack } = described(error);
    // As Lambda does: with whatever else the error carries.
    console.error(`${requestId}\tERROR\tInvoke Error\t${JSON.stringify({ errorType, errorMessage, ...error, stack })}`);
    parentPort.postMessage({ requestId, error: described(error) });
  }
});

parentPort.postMessage(broken === undefined ? { ready: true } : { ready: true, error: broken });
