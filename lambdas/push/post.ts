import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import type { LookupFunction } from "node:net";
import { isLoopback, isPublicAddress } from "../adapters/endpoint.ts";

/** Sends a message to a push service; gives the status, 0 when nobody answered in time. */
export type Post = (endpoint: URL, headers: Readonly<Record<string, string>>, body: Buffer) => Promise<number>;

/** Longest wait for an answer. */
export const PATIENCE_MS = 4_000;

/** A name that leads to a private address is not connected to, whatever it led to when it was first looked at. */
export const publicOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...(options as LookupOptions), all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return done(error, []);
    const allowed = addresses.filter(({ address }) => isPublicAddress(address));
    if (allowed.length === 0) return done(new Error("The name leads to no public address."), []);
    const [first] = allowed;
    return options.all === true || first === undefined ? done(null, allowed) : done(null, first.address, first.family);
  });
};

export const post: Post = (endpoint, headers, body) =>
  new Promise((answered) => {
    const send = endpoint.protocol === "https:" ? secure : plain;
    // `pushEndpoint` lets a loopback address in on one computer only.
    const guard = isLoopback(endpoint.hostname) ? {} : { lookup: publicOnly };
    const options = { method: "POST", headers: { ...headers, "content-length": body.length }, ...guard };
    const request = send(endpoint, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) }, (response) => {
      response.resume();
      answered(response.statusCode ?? 0);
    });
    request.on("error", () => answered(0));
    request.end(body);
  });
