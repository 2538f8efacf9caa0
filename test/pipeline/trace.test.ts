import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { keepTokens } from "../../watch-app/app-side/account.ts";
import type { Phone } from "../../watch-app/app-side/phone.ts";
import { relay } from "../../watch-app/app-side/relay.ts";
import { checkin, firstVisit, PERSON, session } from "./events.ts";
import { bodyOf, Functions, NOW } from "./functions.ts";

let cloud: Functions;
beforeAll(async () => {
  cloud = await Functions.start();
  await cloud.post(firstVisit("2026-11-16"));
});
afterAll(() => cloud.aws.stop());

/** The phone's own code, its network the function behind `POST /v1/events`. */
function pairedPhone(): Phone {
  const kept = new Map<string, string>();
  const phone: Phone = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void (value === null ? kept.delete(key) : kept.set(key, value)),
    fetch: async (_url, { headers, body }) => {
      const answer = await cloud.sendFromWatch(JSON.parse(body ?? "null"), headers);
      return { status: answer.statusCode ?? 0, body: bodyOf(answer) };
    },
    now: () => Date.parse(NOW),
    wait: async () => {},
  };
  keepTokens(phone, "http://localhost:7878", { access_token: "a", refresh_token: "r", expires_in: 900 });
  return phone;
}

const linesSaid = () => vi.mocked(console.log).mock.calls.map(([line]) => JSON.parse(String(line)));

it("a record is followed from the watch to the plan by one trace id, in every line that is logged", async () => {
  const [first, second] = [session("2026-11-21", { pain: 7 }), checkin("2026-11-22", 9)];
  vi.mocked(console.log).mockClear();
  const answer = await relay(pairedPhone(), "backstride.events", { events: [first, second] });
  expect(answer).toMatchObject({ acked: [first.id, second.id] });
  await cloud.deliverAll();
  const lines = linesSaid();
  const traceId = first.id.replace(/-/g, "");
  expect(new Set(lines.map((line) => line.traceId))).toEqual(new Set([traceId]));
  const told = lines.filter(({ correlationId }) => correlationId === second.id).map(({ message }) => message);
  expect(told).toEqual(["taken", "recorded", "planned"]);
});

it("no line holds more than ids, codes and numbers", () => {
  const words = linesSaid().flatMap(({ _aws, ...line }) => Object.values(line));
  expect(words.filter((word) => !/^[\w.-]{0,64}$/.test(String(word)))).toEqual([]);
});

it("what fails says which event it was, and nothing of what was in it", async () => {
  vi.mocked(console.log).mockClear();
  cloud.aws.refuse = 3;
  const event = checkin("2026-11-20", 8);
  const meta = { id: event.id, person: PERSON, deviceId: null, at: event.at, receivedAt: NOW, causationId: null };
  const detail = { meta: { ...meta, traceId: "t" }, event };
  await expect(cloud.record("delivery", detail)).rejects.toMatchObject({ code: "unavailable" });
  expect(linesSaid().at(-1)).toEqual({
    level: "error",
    message: "not recorded",
    traceId: "t",
    correlationId: event.id,
    error: "BackstrideError",
    code: "unavailable",
  });
});
