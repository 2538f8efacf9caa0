import { faultOf, withoutWords } from "./fault.ts";
import { log } from "./log.ts";
import { type Trace, traced } from "./trace.ts";

/** Runs what the bus or a schedule started, as part of its trace, and says in one line how it ended. @throws what `work` throws, without its words: Lambda logs it */
export function consume(done: string, trace: Trace, work: () => Promise<void>): Promise<void> {
  return traced(trace, async () => {
    try {
      await work();
      log("info", done);
    } catch (error) {
      log("error", `not ${done}`, faultOf(error));
      throw withoutWords(error);
    }
  });
}
