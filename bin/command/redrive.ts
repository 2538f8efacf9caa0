import type { LetterCount } from "../../local/operator/redrive.ts";
import { dataFolder, withLocal } from "../place/local.ts";
import { counted, none, parsed } from "./options.ts";
import { type Command, WRONG_CODE } from "./usage.ts";

const USAGE = `npx backstride redrive [--dry-run]

Gives every dead letter back to its function, which then has all its tries again. Every step can be repeated, so this does no
harm; mend the cause first, or the letters come back. On AWS: docs/operations.md.

  --dry-run   only says what waits, and why

Exit code: 0 nothing waits any more, 1 something failed again or still waits, 2 the command was not understood.`;

export const redriveCommand: Command = {
  summary: "gives dead letters back to their functions",
  usage: USAGE,
  run: async (args, { say }) => {
    const { values, positionals } = parsed(args, { "dry-run": { type: "boolean" } });
    none(positionals);
    return withLocal(dataFolder(), async ({ ask }) => {
      const counts = await ask<LetterCount[]>(values["dry-run"] === true ? "DeadLetters" : "Redrive");
      for (const { count, function: name, reason } of counts) say(`${count} of ${name} (${reason})`);
      const total = counts.reduce((sum, { count }) => sum + count, 0);
      if (total === 0) say("No dead letters.");
      if (total === 0 || values["dry-run"] === true) return total === 0 ? 0 : WRONG_CODE;
      const { retrying } = await ask<{ retrying: number }>("WhenIdle");
      say(
        `${counted(total, "letter")} given back${retrying === 0 ? "." : `; ${retrying} failed and will be tried again.`}`,
      );
      return retrying === 0 ? 0 : WRONG_CODE;
    });
  },
};
