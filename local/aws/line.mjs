// JavaScript, because the functions' threads and the table's run it unbundled; its types are in line.d.mts.
import { EventEmitter } from "node:events";

/**
 * The end of a line where requests are made: stands in for `http.request` between two threads of one process. What goes over it is what would
 * go over a socket, method, path, headers and body; only that it need not be written as HTTP and read again.
 */
export class Line {
  #port;
  #asked = 0;
  #open = new Map();

  constructor(port) {
    this.#port = port;
    port.on("message", (answer) => this.#settle(answer));
    port.on("close", () => {
      for (const number of [...this.#open.keys()]) this.#settle({ number });
    });
  }

  request({ method, path, headers }, answered) {
    this.#asked += 1;
    const number = this.#asked;
    const send = (body) => this.#port.postMessage({ number, method, path, headers, body });
    const request = new LineRequest(send, answered, () => this.#open.delete(number));
    this.#open.set(number, request);
    return request;
  }

  #settle({ number, ...answer }) {
    this.#open.get(number)?.settle(answer);
  }
}

class LineRequest extends EventEmitter {
  #send;
  #answered;
  #forget;

  constructor(send, answered, forget) {
    super();
    this.#send = send;
    this.#answered = answered;
    this.#forget = forget;
  }

  end(body = "") {
    this.#send(body);
  }

  destroy(error) {
    this.#forget();
    if (error !== undefined) this.emit("error", error);
    this.emit("close");
  }

  /** An answer without a status is a line that broke, as a socket does. */
  settle({ status, headers, body }) {
    if (status === undefined) return this.destroy(Object.assign(new Error("socket hang up"), { code: "ECONNRESET" }));
    this.#forget();
    // It is here as a whole, and the SDK takes bytes for a body as readily as a stream.
    this.#answered(Object.assign(Buffer.from(body), { statusCode: status, headers }));
    this.emit("close");
  }
}

/** The other end: hands what comes over a port to a listener of node:http. */
export function answerLine(port, listener) {
  port.on("message", ({ number, ...request }) => {
    listener(new LineIncoming(request), new LineResponse((answer) => port.postMessage({ number, ...answer })));
  });
}

/** A request that is here as a whole: its body comes as one piece, to who listens or to who iterates. */
class LineIncoming extends EventEmitter {
  #body;

  constructor({ method, path, headers, body }) {
    super();
    this.method = method;
    this.url = path;
    this.headers = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    this.#body = Buffer.from(body);
  }

  on(event, listener) {
    super.on(event, listener);
    if (event === "end") process.nextTick(() => this.#flow());
    return this;
  }

  async *[Symbol.asyncIterator]() {
    yield this.#body;
  }

  #flow() {
    this.emit("data", this.#body);
    this.emit("end");
  }
}

class LineResponse extends EventEmitter {
  statusCode = 200;
  destroyed = false;
  #headers = {};
  #send;

  constructor(send) {
    super();
    this.#send = send;
  }

  setHeader(name, value) {
    this.#headers[name.toLowerCase()] = String(value);
  }

  writeHead(status, headers) {
    this.statusCode = status;
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    return this;
  }

  end(body = "") {
    this.#close({ status: this.statusCode, headers: this.#headers, body });
  }

  destroy() {
    this.#close({});
  }

  #close(answer) {
    if (this.destroyed) return;
    this.destroyed = true;
    this.#send(answer);
    this.emit("close");
  }
}
