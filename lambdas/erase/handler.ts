import type { Context } from "aws-lambda";
import * as v from "valibot";
import { AccountDeleted } from "../../core/contract/bus.ts";
import { parse } from "../../core/contract/parse.ts";
import { consume } from "../adapters/consume.ts";
import { until } from "../adapters/pause.ts";
import { schedule } from "../adapters/scheduler.ts";
import { erase } from "./erase.ts";

/** What the rule and this function's own schedule have in common. */
const Call = v.object({ detail: AccountDeleted });

/** Target of the rule for deleted accounts, and of the second look that it takes. */
export const handler = (input: unknown, context: Context): Promise<void> =>
  consume("erased", { traceId: context.awsRequestId }, () =>
    erase({ schedule, hasTime: until(context), now: Date.now }, parse(Call, input).detail.person),
  );
