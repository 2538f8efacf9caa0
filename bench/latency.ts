import type { Plan } from "../core/contract/plan.ts";
import { envelope, firstAccount, firstVisitEvents, sessionEvent, until } from "../test/product/client.ts";
import { startProduct } from "../test/product/start.ts";
import { type Figure, figure, percentile } from "./figure.ts";

const SAMPLES = 30;

/** From the acknowledgement of an event to the new plan being readable, on an idle local host. */
export async function sessionToPlan(): Promise<Figure[]> {
  const started = performance.now();
  const product = await startProduct();
  const startMs = performance.now() - started;
  try {
    const client = await firstAccount(product.url, product.setupCode ?? "");
    const planRev = async (): Promise<number> => {
      const answer = (await (await client.get("/v1/plan")).json()) as { plan: Plan | null };
      return answer.plan === null ? 0 : answer.plan.rev;
    };
    await client.post("/v1/events", { events: firstVisitEvents() });
    await until(planRev, (rev) => rev > 0);
    const latencies: number[] = [];
    let session = sessionEvent();
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const before = await planRev();
      if (sample % 2 === 0) session = sessionEvent();
      // A session moves the next outing away from today, its deletion moves it back: each makes a new plan.
      const event = sample % 2 === 0 ? session : deletionOf(session);
      const sent = performance.now();
      await client.post("/v1/events", { events: [event] });
      await until(planRev, (rev) => rev > before);
      latencies.push(performance.now() - sent);
    }
    return [
      figure("start with everything built (ms)", startMs),
      figure("session to plan, p50 (ms)", percentile(latencies, 0.5)),
      figure("session to plan, p95 (ms)", percentile(latencies, 0.95)),
    ];
  } finally {
    await product.stop();
    product.forget();
  }
}

const deletionOf = ({ localDate, data }: ReturnType<typeof sessionEvent>) => ({
  ...envelope(),
  type: "session.deleted.v1" as const,
  data: { sessionId: data.sessionId, sessionDate: localDate },
});
