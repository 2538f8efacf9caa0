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
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const before = await planRev();
      const event =
        sample % 2 === 0 ? sessionEvent(new Date(Date.now() - 86_400_000 * (40 - sample))) : weekdays(sample);
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

const weekdays = (sample: number) => ({
  ...envelope(),
  type: "profile.changed.v1" as const,
  data: { wakeUp: `0${5 + (sample % 4)}:${sample % 8 < 4 ? "00" : "30"}` },
});
