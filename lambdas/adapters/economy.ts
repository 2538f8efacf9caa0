import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { HttpAnswer, HttpEvent } from "./http.ts";

const COMPRESS_FROM_BYTES = 1024;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Sends no more of an answer to a `GET` than is needed: nothing when the caller has it already (`If-None-Match`), else compressed as
 * the caller takes it. Here rather than at the edge, which would have to cache personal answers to do it. Answers to other methods
 * hold fresh secrets, whose length compression could give away.
 */
export function economical(event: HttpEvent, answer: HttpAnswer): HttpAnswer {
  const { statusCode, body } = answer;
  if (!event.routeKey.startsWith("GET ") || statusCode !== 200 || body === undefined) return answer;
  const etag = String(
    answer.headers?.etag ?? `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
  );
  const headers = { ...answer.headers, etag, vary: "accept-encoding" };
  if (has(event.headers["if-none-match"], etag)) {
    const { "content-type": _, ...kept } = headers as Record<string, string>;
    return { ...answer, statusCode: 304, headers: kept, body: "" };
  }
  return compressed(event.headers["accept-encoding"] ?? "", { ...answer, headers, body });
}

function compressed(accepted: string, answer: HttpAnswer & { readonly body: string }): HttpAnswer {
  const plain = Buffer.from(answer.body);
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
  if (encoding === null || plain.length < COMPRESS_FROM_BYTES) return answer;
  const small = encoding === "br" ? brotliCompressSync(plain, BROTLI) : gzipSync(plain);
  const headers = { ...answer.headers, "content-encoding": encoding };
  return { ...answer, headers, body: small.toString("base64"), isBase64Encoded: true };
}

/** Weak comparison (RFC 9110, 13.1.2): what lies between may have marked the tag as weak. */
const has = (header: string | undefined, etag: string): boolean =>
  (header ?? "").split(",").some((tag) => strong(tag.trim()) === strong(etag));

const strong = (tag: string): string => tag.replace(/^W\//, "");
