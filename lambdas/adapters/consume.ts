import { BackstrideError } from "../../core/error.ts";
import { log } from "./log.ts";
import { type Trace, traced } from "./trace.ts";

/** Runs what the bus or a schedule started, as part of its trace, and says in one line how it ended. @throws what `work` throws */
export function consume(done: string, trace: Trace, work: () => Promise<void>): Promise<void> {
  return traced(trace, async () => {
    try {
      await work();
      log("info", done);
    } catch (error) {
      // No message: a sentence about what was wrong with a value may hold the value.
      const code = error instanceof BackstrideError ? error.code : null;
      log("error", `not ${done}`, { error: error instanceof Error ? error.name : "unknown", code });
      throw error;
    }
  });
}
