import type { Context, EventBridgeEvent } from "aws-lambda";
import { Reminder } from "../../core/contract/bus.ts";
import { parse } from "../../core/contract/parse.ts";
import { consume } from "../adapters/consume.ts";
import { jitter } from "../adapters/pause.ts";
import { siteOf } from "../adapters/site.ts";
import { post } from "./post.ts";
import { push } from "./push.ts";

/** Target of the rule for reminders. */
export const handler = (delivery: EventBridgeEvent<string, unknown>, context: Context): Promise<void> => {
  const { origin, rpId } = siteOf(process.env.DOMAIN ?? "localhost");
  const ports = { post, pause: jitter, now: Date.now, origin, local: rpId === "localhost" };
  return consume("pushed", { traceId: context.awsRequestId }, () => push(ports, parse(Reminder, delivery.detail)));
};
