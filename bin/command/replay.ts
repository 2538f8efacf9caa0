import * as v from "valibot";
import { LocalDate } from "../../core/contract/primitives.ts";
import { stackNamed } from "../place/aws.ts";
import { dataFolder, withLocal } from "../place/local.ts";
import { replay, type Stretch } from "../place/replay.ts";
import { none, parsed } from "./options.ts";
import { type Command, type Output, UsageError, WRONG_CODE } from "./usage.ts";

const USAGE = `npx backstride replay --from <time> [--to <time>] [--stack <name>]

Sends what went over the bus in that time through the functions once more, from the archive of the last 14 days. Whatever is
kept already stays as it is.

  --from <time>    such as 2026-11-22 or 2026-11-22T06:00:00Z; a date begins at midnight UTC
  --to <time>      up to then; else up to now
  --stack <name>   a stack on AWS, such as backstride-main; else the data folder (BACKSTRIDE_DATA)

Exit code: 0 replayed, 1 the replay failed, 2 the command was not understood.`;

const LOCAL_POLL_MS = 50;
const AWS_POLL_MS = 5_000;
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z)?$/;

export const replayCommand: Command = {
  summary: "sends what is in the archive through the functions again",
  usage: USAGE,
  run: async (args, output) => {
    const { values, positionals } = parsed(args, {
      from: { type: "string" },
      to: { type: "string" },
      stack: { type: "string" },
    });
    none(positionals);
    if (values.from === undefined) throw new UsageError("missing_time: say since when with --from.");
    const from = timeOf("--from", values.from);
    const given = values.to === undefined ? null : timeOf("--to", values.to);
    if (given !== null && given <= from) throw new UsageError("bad_time: --to must be later than --from.");
    const { stack } = values;
    if (stack !== undefined) {
      const to = given ?? new Date();
      return told(await replay(await stackNamed(stack), { from, to }, AWS_POLL_MS), output);
    }
    return withLocal(dataFolder(), async (place) => {
      // The host's clock, with the second that is just running: the archive counts in whole ones.
      const to = given ?? new Date((await place.settled()) + 1_000);
      const code = told(await replay(place, { from, to }, LOCAL_POLL_MS), output);
      await place.settled();
      return code;
    });
  },
};

function told({ state, reason }: Awaited<ReturnType<typeof replay>>, { say, warn }: Output): number {
  if (state === "COMPLETED") {
    say("Replayed.");
    return 0;
  }
  warn(`The replay did not end well (${state}${reason === null ? "" : `: ${reason}`}). It can be started again.`);
  return WRONG_CODE;
}

function timeOf(option: string, text: string): Stretch["from"] {
  const time = new Date(text);
  if (TIME.test(text) && v.is(LocalDate, text.slice(0, 10)) && !Number.isNaN(time.getTime())) return time;
  throw new UsageError(`bad_time: ${option} ${text} is no date, and no time in UTC such as 2026-11-22T06:00:00Z.`);
}
