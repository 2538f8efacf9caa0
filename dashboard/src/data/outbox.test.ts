import { describe, expect, it } from "vitest";
import type { LogEvent } from "../../../core/contract/event.ts";
import { createClient } from "./client.ts";
import { createOutbox, type Waiting } from "./outbox.ts";
import { type Call, memoryShelf, service } from "./testing.ts";

const event = (id: string) => ({ id: `01900000-0000-7000-8000-00000000000${id}` }) as LogEvent;
const [A, B, C] = [event("a"), event("b"), event("c")];

const idsIn = ({ body }: Call) => (body as { events: LogEvent[] }).events.map(({ id }) => id);
const taken = (ids: string[], more: object = {}) => ({
  status: 202,
  body: { acked: ids, rejected: [], retry: [], planRev: 1, ...more },
});

function setUp(answer: Parameters<typeof service>[0]) {
  const { fetch, calls } = service(answer);
  const shelf = memoryShelf<Waiting>();
  const who = { person: "ada" as string | null };
  const client = createClient(fetch, { bearer: async () => "token", renew: async () => undefined });
  const told: string[] = [];
  const onRefused = ({ code }: { code: string }) => void told.push(code);
  return { outbox: createOutbox({ client, shelf, person: () => who.person, onRefused }), calls, shelf, who, told };
}

describe("the outbox", () => {
  it("keeps an event before it sends it, and clears it on the service's word", async () => {
    const { outbox, shelf, calls } = setUp((call) => {
      expect([...shelf.kept.keys()]).toEqual(idsIn(call));
      return taken(idsIn(call));
    });
    expect(await outbox.add(A)).toBe(true);
    expect(shelf.kept.size).toBe(0);
    expect(calls).toHaveLength(1);
  });

  it("holds what no answer came for, and sends all of it when there is a network, oldest first", async () => {
    const network = { up: false };
    const { outbox, shelf, calls } = setUp((call) => (network.up ? taken(idsIn(call)) : null));
    expect([await outbox.add(B), await outbox.add(A)]).toEqual([false, false]);
    expect(outbox.waiting.value).toEqual([A, B]);
    network.up = true;
    await outbox.flush();
    expect(calls.slice(-1).map(idsIn)).toEqual([[A.id, B.id]]);
    expect([outbox.waiting.value.length, shelf.kept.size]).toEqual([0, 0]);
  });

  it("sends an event again under its own id when the answer was lost", async () => {
    const { outbox, calls } = setUp((call, nth) => (nth === 1 ? null : taken(idsIn(call))));
    await outbox.add(A);
    await outbox.flush();
    expect(calls.map(idsIn)).toEqual([[A.id], [A.id]]);
  });

  it("gives up what the service will never take, says why, and lets the others pass", async () => {
    const rejected = [{ id: A.id, code: "invalid", field: "data.back", message: "must be 0 to 10" }];
    const { outbox, shelf } = setUp(() => taken([B.id], { rejected }));
    shelf.kept.set(B.id, { person: "ada", event: B });
    await expect(outbox.add(A)).rejects.toMatchObject({ code: "invalid", field: "back" });
    expect(shelf.kept.size).toBe(0);
  });

  it("tells of an earlier entry that is refused, without blaming the new one for it", async () => {
    const rejected = [{ id: B.id, code: "conflict", field: null, message: "known with other content" }];
    const { outbox, shelf, told } = setUp(() => taken([A.id], { rejected }));
    shelf.kept.set(B.id, { person: "ada", event: B });
    expect(await outbox.add(A)).toBe(true);
    expect(told).toEqual(["conflict"]);
  });

  it("keeps what is to be sent again later", async () => {
    const { outbox, shelf } = setUp(() => taken([], { retry: [A.id] }));
    expect(await outbox.add(A)).toBe(false);
    expect(shelf.kept.size).toBe(1);
  });

  it("never sends one person's entries for another, and loses none of them", async () => {
    const { outbox, shelf, calls, who } = setUp((call) => taken(idsIn(call)));
    shelf.kept.set(C.id, { person: "ben", event: C });
    await outbox.add(A);
    expect(calls.map(idsIn)).toEqual([[A.id]]);
    who.person = "ben";
    await outbox.flush();
    expect(calls.map(idsIn)).toEqual([[A.id], [C.id]]);
  });

  it("drops what waits for an account that is gone, and nobody else's", async () => {
    const { outbox, shelf, who } = setUp(() => null);
    shelf.kept.set(C.id, { person: "ben", event: C });
    await outbox.add(A);
    await outbox.forget("ada");
    expect([[...shelf.kept.keys()], outbox.waiting.value]).toEqual([[C.id], []]);
    who.person = "ben";
    await outbox.flush();
    expect(outbox.waiting.value).toEqual([C]);
  });
});
