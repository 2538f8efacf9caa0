import * as v from "valibot";
import { Problem } from "../../../core/contract/api.ts";
import { BackstrideError } from "../../../core/error.ts";
import { t } from "../i18n/t.ts";
import { refusalOf } from "./refusal.ts";

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;
export type Method = "GET" | "POST" | "DELETE";
export type Sent = { readonly token?: string; readonly etag?: string; readonly body?: unknown };
export type Received = { readonly status: number; readonly body: unknown; readonly etag: string | null };

/** After so long without an answer there is none, as far as the person is concerned. */
const PATIENCE_MS = 15_000;

/**
 * One request to the API.
 * @throws BackstrideError with the code of the problem answer, or `offline` when there was no answer
 */
export async function send(fetcher: Fetch, method: Method, path: string, sent: Sent = {}): Promise<Received> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (method !== "GET") headers["content-type"] = "application/json";
  if (sent.token !== undefined) headers.authorization = `Bearer ${sent.token}`;
  if (sent.etag !== undefined) headers["if-none-match"] = sent.etag;
  const body = method === "GET" ? {} : { body: JSON.stringify(sent.body ?? {}) };
  // The memory of this page holds what is fresh: the browser's own cache must not keep health data.
  const { response, text } = await answerOf(fetcher, path, {
    method,
    headers,
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...body,
  });
  const received = jsonOf(text);
  if (response.status >= 400) throw problemOf(response.status, received);
  return { status: response.status, body: received, etag: response.headers.get("etag") };
}

async function answerOf(
  fetcher: Fetch,
  path: string,
  init: RequestInit,
): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetcher(path, init);
    return { response, text: await response.text() };
  } catch (cause) {
    throw new BackstrideError("offline", t("error.offline"), { retryable: true, cause });
  }
}

function jsonOf(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(status: number, body: unknown): BackstrideError {
  const parsed = v.safeParse(Problem, body);
  if (!parsed.success) return plainProblem(status);
  return refusalOf({ ...parsed.output, retryable: status >= 500 });
}

/** The gateway's own answers are not problem documents. */
function plainProblem(status: number): BackstrideError {
  if (status === 401 || status === 403) return new BackstrideError("unauthorized", t("error.unauthorized"));
  return new BackstrideError("internal", t("error.internal"), { retryable: status >= 500 });
}

/** @throws BackstrideError `outdated` when the answer is not of the shape that this page was built for */
export function shaped<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw new BackstrideError("outdated", t("error.outdated"), { cause: result.issues });
}
