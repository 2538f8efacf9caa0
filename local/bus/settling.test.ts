import { expect, it, vi } from "vitest";
import type { Delivery } from "./delivery.ts";
import { Settling } from "./settling.ts";

const delivery = (id: string): Delivery => ({
  id,
  functionArn: "arn",
  payload: {},
  deadLetter: null,
  acceptedAt: 0,
  failures: 0,
  dueAt: 0,
});

it("says that deliveries are done when what they wrote is on the disk, and keeps them until then", async () => {
  const steps: string[] = [];
  let writtenNow = () => {};
  const settling = new Settling({
    written: () =>
      new Promise((resolve) => {
        steps.push("asked");
        writtenNow = resolve;
      }),
    done: async (ids) => void steps.push(`done ${ids}`),
    onError: () => {},
  });
  for (const id of ["a", "b"]) settling.add(delivery(id));
  await vi.waitFor(() => expect(steps).toEqual(["asked"]), 10_000);
  settling.add(delivery("c"));
  expect(settling.size).toBe(3);
  writtenNow();
  await vi.waitFor(() => expect(steps).toEqual(["asked", "done a,b", "asked"]), 10_000);
  expect(Array.from(settling.values(), ({ id }) => id)).toEqual(["c"]);
  writtenNow();
  await settling.close();
  expect(steps).toEqual(["asked", "done a,b", "asked", "done c"]);
  expect(settling.size).toBe(0);
});

it("tries again what the disk refused", async () => {
  const done: string[] = [];
  const errors: unknown[] = [];
  const settling = new Settling({
    written: async () => {},
    done: async (ids) => {
      if (errors.length === 0) throw new Error("disk full");
      done.push(...ids);
    },
    onError: (error) => void errors.push(error),
  });
  settling.add(delivery("a"));
  await vi.waitFor(() => expect(done).toEqual(["a"]), 10_000);
  expect(errors).toEqual([new Error("disk full")]);
  await settling.close();
});

it("settles at once when the host stops", async () => {
  const done: string[] = [];
  const settling = new Settling({
    written: async () => {},
    done: async (ids) => void done.push(...ids),
    onError: () => {},
  });
  settling.add(delivery("a"));
  await settling.close();
  expect(done).toEqual(["a"]);
});
