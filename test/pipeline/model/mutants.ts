import { type Lies, NO_LIES } from "./world.ts";

/** A way to break the pipeline between its functions, and the law that it must be caught by. */
type Mutant = { readonly lies: Lies; readonly law: RegExp };

export const PIPELINE_MUTANTS: Readonly<Record<string, Mutant>> = {
  "an acknowledgement of what the bus refused": {
    lies: { ...NO_LIES, send: (send) => async (entries) => (await send(entries)).map(() => true) },
    law: /acknowledged, but not stored/,
  },
  "a reminder without its claim": {
    lies: {
      ...NO_LIES,
      store: (store) => ({
        ...store,
        put: async (row, expect) => (await store.put(row, expect)) || row.sk.startsWith("N#"),
      }),
    },
    law: /said twice/,
  },
  "an alarm that is made, but never moved": {
    lies: {
      ...NO_LIES,
      calls: (calls) => ({
        ...calls,
        update: async () => false,
        create: async (input) => (await calls.create(input)) || true,
      }),
    },
    law: /alarm is not for what is due next/,
  },
};
