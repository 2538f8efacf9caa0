import type { RequestListener } from "node:http";
import type { MessagePort } from "node:worker_threads";

/** Answers what comes over a port by a listener of node:http, as if it had come over a socket. */
export function answerLine(port: MessagePort, listener: RequestListener): void;
