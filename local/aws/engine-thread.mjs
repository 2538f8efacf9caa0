// The table engine, alone in a thread: its HTTP and JSON leave the host's own thread free for the API and the bus.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import dynalite from "dynalite";
import { Gate } from "../gate.mjs";
import { guarded } from "./guard.mjs";
import { answerLine } from "./line.mjs";
import { readDirectly, writeThrough } from "./store.mjs";

const { path, secret, watched } = workerData;
const faulty = new Int32Array(watched);
const gate = new Gate();
/** By number: who waits until the host lets the gate go, and the answers that wait for a test's verdict. */
const waiting = new Map();
let asked = 0;

function answerOf(number) {
  return new Promise((resolve) => waiting.set(number, resolve));
}

function settle(number, value) {
  waiting.get(number)?.(value);
  waiting.delete(number);
}

function mayAnswer(call) {
  if (Atomics.load(faulty, 0) === 0) return true;
  asked += 1;
  const number = `call ${asked}`;
  parentPort.postMessage({ number, call });
  return answerOf(number);
}

function hold(number) {
  return gate.alone(() => {
    parentPort.postMessage({ number, so: true });
    return answerOf(number);
  });
}

/**
 * Opens and closes the store as the table engine will. The engine itself says nothing about a store that it cannot open: it
 * answers no request, and ends its thread.
 * @throws when the store is damaged or in use
 */
async function proveStore() {
  const ours = createRequire(import.meta.url);
  const { Level } = createRequire(ours.resolve("dynalite"))("level");
  const store = new Level(path);
  await store.open();
  await store.close();
}

/** The engine keeps its store to itself, so it is caught on the way there. */
async function engineOn(folder) {
  const stores = createRequire(import.meta.url)("dynalite/db");
  const { create } = stores;
  let store;
  stores.create = (options) => {
    store = create(options);
    return store;
  };
  const server = dynalite({ path: folder, createTableMs: 0 });
  stores.create = create;
  await readDirectly(store);
  return { server, store };
}

/** The engine behind the guard: for whoever comes over a socket, and for the functions, which have a line of their own. */
async function open() {
  const { server, store } = await engineOn(path);
  const [engine] = server.listeners("request");
  server.removeAllListeners("request");
  const listener = guarded({ secret, gate, mayAnswer }, forgiving(engine));
  server.on("request", listener);
  return { server, listener, store };
}

/** The engine throws when somebody hangs up in the middle of a request, which would end it for everybody. */
function forgiving(engine) {
  return (request, response) => {
    engine(request, response);
    request.removeAllListeners("error").on("error", () => {});
  };
}

function close(server) {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}

try {
  await proveStore();
  const { server, listener, store } = await open();
  parentPort.on("message", async ({ number, hold: held, write, value, line, end }) => {
    if (line !== undefined) answerLine(line, listener);
    else if (held === true) void hold(number);
    else if (write === true) {
      await writeThrough(store);
      parentPort.postMessage({ number, so: true });
    } else if (end === true) close(server);
    else settle(number, value);
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage({ port: server.address().port }));
} catch (error) {
  parentPort.postMessage({ refused: error.cause instanceof Error ? error.cause.message : String(error) });
}
