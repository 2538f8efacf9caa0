import { LogEvent } from "../../core/contract/event.ts";
import { parse } from "../../core/contract/parse.ts";
import type { Plan } from "../../core/contract/plan.ts";
import { ladderSteps } from "../../core/ladder/ladder.ts";
import type { PhoneAnswer, PhoneRequest } from "../../simulator/node/index.ts";

const PLAN_ID = "01935000-0000-7000-8000-000000000001";
const DEVICE_ID = "01935000-0000-7000-8000-000000000002";
const PERSON = { id: "01935000-0000-7000-8000-000000000003", name: "Test person", admin: true };

/** A level-5 plan for a date, as the cloud would publish it. */
export function levelFive(date: string): Plan {
  return {
    planId: PLAN_ID,
    rev: 1,
    date,
    startLocal: "07:00",
    level: 5,
    steps: ladderSteps(5),
    state: "hold",
    rules: [{ id: "U4", inputs: { level: 5 } }],
    sentence: "A calm day, so the same level once more.",
    wouldChange: [],
    basis: [],
    lock: null,
    provisional: false,
  };
}

/**
 * The cloud as the phone's `fetch` meets it: pairing, tokens, plan, and a log that keeps each event once by its id.
 * Nothing behind it is real; what arrives is checked against the contract.
 */
export class SimulatedServer {
  confirmed = false;
  /** Every event that was stored, in order of arrival. */
  readonly stored: LogEvent[] = [];
  /** How often each event id was sent. */
  readonly sent = new Map<string, number>();
  /** Stores the next session that comes, but lets the answer get lost on its way back. */
  loseNextAnswer = false;
  plan: Plan | null = null;
  /** So early that no session of a test is within an hour of waking, unless it says so. */
  wakeUp = "05:00";
  #tokens = 0;

  readonly fetch = async (request: PhoneRequest): Promise<PhoneAnswer> => {
    const path = new URL(request.url).pathname;
    const body = JSON.parse(request.body ?? "{}") as Record<string, unknown>;
    if (path === "/v1/pair/start") return this.#startPairing();
    if (path === "/v1/pair/token") return this.confirmed ? this.#tokenAnswer() : problem(400, "authorization_pending");
    if (path === "/v1/token") return this.#tokenAnswer();
    if (request.headers.authorization === undefined) return problem(401, "unauthorized");
    if (path === "/v1/plan") return json(200, { plan: this.plan, profile: { ...PROFILE, wakeUp: this.wakeUp } });
    if (path === "/v1/events") return this.#take(body.events as unknown[]);
    return problem(404, "not_found");
  };

  #startPairing(): PhoneAnswer {
    const verification_uri = "http://localhost:7878/pair";
    return json(200, { device_code: "dc", user_code: "BCDF-GHJK", verification_uri, expires_in: 900, interval: 5 });
  }

  #tokenAnswer(): PhoneAnswer {
    this.#tokens += 1;
    return json(200, {
      access_token: `access-${this.#tokens}`,
      token_type: "Bearer",
      expires_in: 900,
      scope: "events:write plan:read",
      refresh_token: `refresh-${this.#tokens}`,
      person: PERSON,
      device_id: DEVICE_ID,
    });
  }

  #take(events: unknown[]): PhoneAnswer {
    const acked = events.map((raw) => {
      const event = parse(LogEvent, raw);
      this.sent.set(event.id, (this.sent.get(event.id) ?? 0) + 1);
      if (!this.stored.some(({ id }) => id === event.id)) this.stored.push(event);
      return event.id;
    });
    const withSession = this.stored.some(({ id, type }) => type === "session.recorded.v1" && acked.includes(id));
    if (this.loseNextAnswer && withSession) {
      this.loseNextAnswer = false;
      throw new Error("The connection was reset.");
    }
    return json(202, { acked, rejected: [], retry: [], planRev: 1 });
  }
}

const PROFILE = {
  heartRate: { restingBpm: 60, maxBpm: 180, reliable: true },
  cues: {},
  language: "en",
  units: "metric",
  emergencyNumber: "112",
};

const json = (status: number, body: object): PhoneAnswer => ({
  status,
  statusText: "",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

const problem = (status: number, code: string) =>
  json(status, { type: "about:blank", title: code, status, code, detail: code });
