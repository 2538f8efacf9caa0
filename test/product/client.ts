import { randomBytes } from "node:crypto";
import type { LogEvent } from "../../core/contract/event.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { uuidV7 } from "../../core/uuid.ts";

export const newId = (atMs = Date.now()): string => uuidV7(atMs, randomBytes(10));

/** The API as a program uses it: one signed-in person. */
export type Client = {
  readonly token: string;
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
};

export function clientWith(url: string, token: string): Client {
  const call = (method: string, path: string, body?: string) =>
    fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body }),
    });
  return {
    token,
    get: (path) => call("GET", path),
    post: (path, body) => call("POST", path, typeof body === "string" ? body : JSON.stringify(body)),
  };
}

/** Makes the first account with a passphrase. */
export async function firstAccount(url: string, setupCode: string): Promise<Client> {
  const body = JSON.stringify({ code: setupCode, name: "Ada", passphrase: "four quiet words here" });
  const answer = await fetch(`${url}/v1/auth/passphrase/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  if (!answer.ok) throw new Error(`No account: ${answer.status} ${await answer.text()}`);
  const { access_token } = (await answer.json()) as { access_token: string };
  return clientWith(url, access_token);
}

const today = (): string => new Date().toISOString().slice(0, 10);

export function envelope(at: Date = new Date()) {
  return {
    id: newId(at.getTime()),
    at: at.toISOString(),
    localDate: at.toISOString().slice(0, 10),
    utcOffsetMin: 0,
    zone: "Etc/UTC",
    source: "api" as const,
  };
}

/** What the first visit says: nothing found in the screening, a comfortable half hour of walking, three days a week. */
export function firstVisitEvents(): LogEvent[] {
  const answers = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [String(index + 1), false]));
  return [
    { ...envelope(), type: "screening.answered.v1", data: { answers, version: 1 } },
    {
      ...envelope(),
      type: "profile.changed.v1",
      data: {
        usualPain: 2,
        placement: { walkMin: 40, jog: { boutS: 15, timesPerWeek: 3, worstPain: 2 } },
        days: [1, 2, 3, 4, 5, 6, 7],
        wakeUp: "06:30",
        zone: "Etc/UTC",
        birthYear: 1985,
        language: "en",
      },
    },
  ];
}

/** A finished level-5 session, an hour ago unless told otherwise. */
export function sessionEvent(
  startedAt: Date = new Date(Date.now() - 3_600_000),
): Extract<LogEvent, { type: "session.recorded.v1" }> {
  const steps = ladderSteps(5).map((step) => ({ ...step, doneS: step.plannedS }));
  const seconds = steps.reduce((sum, step) => sum + step.doneS, 0);
  const pain = { back: 2, leg: 0 };
  return {
    ...envelope(startedAt),
    type: "session.recorded.v1",
    data: {
      sessionId: newId(startedAt.getTime()),
      planId: null,
      level: 5,
      startedAt: startedAt.toISOString(),
      endedAt: new Date(startedAt.getTime() + seconds * 1000).toISOString(),
      outcome: "completed",
      reason: null,
      steps,
      scores: { before: pain, worst: pain, after: pain, rpe: 4, legSymptoms: false },
      surface: "grass",
      effortHr: null,
      trace: null,
      cues: [],
      app: "0.1.0",
      device: "test",
    },
  };
}

export const morningAfter = (back: number): LogEvent => ({
  ...envelope(),
  type: "checkin.reported.v1",
  data: { kind: "morning", back, leg: 0, forDate: today() },
});

/** Asks until `done` says yes; the answer is the last one. @throws Error after `timeoutMs` */
export async function until<T>(ask: () => Promise<T>, done: (answer: T) => boolean, timeoutMs = 10_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer;
    if (Date.now() > end) throw new Error(`Still not so after ${timeoutMs} ms: ${JSON.stringify(answer)}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}
