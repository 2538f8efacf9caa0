import type { Context, EventBridgeEvent } from "aws-lambda";
import { Reminder } from "../../core/contract/bus.ts";
import { parse } from "../../core/contract/parse.ts";
import { consume } from "../adapters/consume.ts";
import { jitter, until } from "../adapters/pause.ts";
import { siteOf } from "../adapters/site.ts";
import { PATIENCE_MS, post } from "./post.ts";
import { push } from "./push.ts";

/** A message is encrypted and signed before it is sent, and what came of it noted after. */
const TRY_MS = PATIENCE_MS + 1_000;

/** Target of the rule for reminders. */
export const handler = (delivery: EventBridgeEvent<string, unknown>, context: Context): Promise<void> => {
  const { origin, rpId } = siteOf(process.env.DOMAIN ?? "localhost");
  const hasTime = until(context, TRY_MS);
  const ports = { post, pause: jitter, hasTime, now: Date.now, origin, local: rpId === "localhost" };
  return consume("pushed", { traceId: context.awsRequestId }, () => push(ports, parse(Reminder, delivery.detail)));
};
