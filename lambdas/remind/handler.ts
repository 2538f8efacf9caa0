import { Reminder } from "../../core/contract/bus.ts";
import { parse } from "../../core/contract/parse.ts";
import { emit } from "../adapters/bus.ts";
import { jitter } from "../adapters/pause.ts";
import { schedule } from "../adapters/scheduler.ts";
import { tableReader } from "../adapters/store.ts";
import { remind } from "./remind.ts";

/** Target of the schedules. */
export const handler = async (input: unknown): Promise<void> =>
  remind({ store: tableReader, pause: jitter, emit, schedule, now: Date.now }, parse(Reminder, input));
