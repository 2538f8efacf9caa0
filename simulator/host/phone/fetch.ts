import { SimulatorError } from "../errors.ts";
import type { PhoneAnswer, PhoneFetch, PhoneRequest } from "../platform.ts";

/** How a phone hands over a body: some give the text, some the parsed object. */
export type BodyShape = "string" | "object";

const KNOWN = ["url", "method", "headers", "body", "timeout"];

/** The side service's `fetch`. Source: docs/reference/side-service-api/fetch. */
export function sideFetch(send: PhoneFetch, shape: () => BodyShape) {
  return async (input: unknown, init?: unknown): Promise<object> =>
    answerOf(await send(requestOf(input, init)), shape());
}

function requestOf(input: unknown, init: unknown): PhoneRequest {
  const options = (typeof input === "string" ? { url: input, ...(init as object | undefined) } : input) as Record<
    string,
    unknown
  >;
  const unknown = Object.keys(options).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) throw new SimulatorError("argument", `The phone's fetch knows no option "${unknown}".`);
  const { url, method = "GET", headers = {}, body = null } = options;
  if (typeof url !== "string") throw new SimulatorError("argument", "The phone's fetch needs a url.");
  return {
    url,
    method: String(method),
    headers: headers as Record<string, string>,
    body: body === null || body === undefined || typeof body === "string" ? (body ?? null) : JSON.stringify(body),
  };
}

function answerOf(answer: PhoneAnswer, shape: BodyShape): object {
  const parsed = () => JSON.parse(answer.body) as unknown;
  const body = () => {
    try {
      return shape === "object" ? parsed() : answer.body;
    } catch {
      return answer.body;
    }
  };
  return {
    status: answer.status,
    statusText: answer.statusText,
    ok: answer.status >= 200 && answer.status < 300,
    headers: answer.headers,
    body: body(),
    text: async () => answer.body,
    json: async () => parsed(),
  };
}
