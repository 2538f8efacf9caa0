import type { LogEvent } from "../../core/contract/event.ts";
import { LogEvent as LogEventSchema } from "../../core/contract/event.ts";
import { parse } from "../../core/contract/parse.ts";
import type { Plan } from "../../core/contract/plan.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import { problem as problemOf } from "../../lambdas/adapters/http.ts";
import { tooMany } from "../../lambdas/adapters/too-many.ts";
import type { PhoneAnswer, PhoneFetch, PhoneRequest } from "../../simulator/node/index.ts";

export function planOf(level: number, date: string): Plan {
  return {
    planId: "01930000-0000-7000-8000-0000000000aa",
    rev: 7,
    date,
    startLocal: "07:30",
    level,
    steps: [...ladderSteps(level)],
    state: "hold",
    rules: [{ id: "U-hold", inputs: { base: 2 } }],
    sentence: "The last one went well, so the same again.",
    wouldChange: [],
    basis: [],
    lock: null,
    provisional: false,
  };
}

const answer = (status: number, body: unknown): PhoneAnswer => ({
  status,
  statusText: "",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
const problem = (status: number, code: string): PhoneAnswer => answer(status, { code, detail: code, title: code });

/** As the cloud refuses who posts in a loop, with when to try again. */
function tooMuch(until: number): PhoneAnswer {
  const { body = "" } = problemOf(tooMany("Too much came at once.", until));
  return { status: 429, statusText: "", headers: { "content-type": "application/problem+json" }, body };
}

/** A cloud as the phone sees it: pairing, tokens, events, plan. Every event must be a valid log event. */
export class Cloud {
  confirmed = false;
  up = true;
  /** Until then (Unix ms) no more events are taken: too much came at once. */
  busyUntil: number | null = null;
  plan: Plan | null;
  heartRate: { restingBpm: number; maxBpm: number; reliable: boolean } | null = null;
  readonly log = new Map<string, LogEvent>();
  readonly refused = new Map<string, string>();
  readonly asked: PhoneRequest[] = [];
  private access = "access-1";
  private turn = 1;

  constructor(plan: Plan | null) {
    this.plan = plan;
  }

  readonly fetch: PhoneFetch = async (request) => {
    this.asked.push(request);
    if (!this.up) throw new Error("network down");
    const path = request.url.replace("http://localhost:7878", "");
    const body = request.body === undefined || request.body === "" ? {} : (JSON.parse(String(request.body)) as object);
    if (path === "/v1/pair/start") return answer(200, START);
    if (path === "/v1/pair/token") return this.confirmed ? this.tokens() : problem(400, "authorization_pending");
    if (path === "/v1/token") return this.renew(body as { refresh_token?: string });
    if (request.headers.authorization !== `Bearer ${this.access}`) return problem(401, "expired");
    if (path === "/v1/events" && this.busyUntil !== null) return tooMuch(this.busyUntil);
    if (path === "/v1/events") return this.take((body as { events: LogEvent[] }).events);
    return path === "/v1/plan" ? answer(200, { plan: this.plan, profile: this.profile() }) : problem(404, "not_found");
  };

  /** The access token is worth nothing any more; with `forGood` neither is the refresh token. */
  forget(forGood = false): void {
    this.access = "another";
    if (forGood) this.turn = -1;
  }

  private renew({ refresh_token }: { refresh_token?: string }): PhoneAnswer {
    return refresh_token === `refresh-${this.turn}` ? this.tokens() : problem(401, "unauthorized");
  }

  private tokens(): PhoneAnswer {
    this.turn += 1;
    this.access = `access-${this.turn}`;
    const tokens = { access_token: this.access, refresh_token: `refresh-${this.turn}` };
    return answer(200, { ...tokens, token_type: "Bearer", expires_in: 900, scope: "events:write plan:read" });
  }

  private take(events: readonly LogEvent[]): PhoneAnswer {
    const rejected = events.flatMap(({ id, type }) => {
      const code = this.refused.get(type);
      return code === undefined ? [] : [{ id, code, field: null, message: "This was not accepted." }];
    });
    const good = events.filter(({ type }) => !this.refused.has(type));
    for (const event of good) this.log.set(event.id, parse(LogEventSchema, event));
    return answer(202, { acked: good.map(({ id }) => id), rejected, retry: [], planRev: 7 });
  }

  private profile() {
    const texts = { language: "en", units: "metric", emergencyNumber: "112" };
    // So early that no session of a test is within an hour of waking, unless it says so.
    return { heartRate: this.heartRate, cues: {}, ...texts, wakeUp: "05:00" };
  }
}

const START = {
  device_code: "device-code",
  user_code: "BCDF-GHJK",
  verification_uri: "http://localhost:7878/devices",
  expires_in: 600,
  interval: 5,
};
