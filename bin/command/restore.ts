import { resolve } from "node:path";
import { restore } from "../../local/data/restore.ts";
import { dataFolder } from "../place/local.ts";
import { counted, parsed } from "./options.ts";
import { type Command, UsageError } from "./usage.ts";

const USAGE = `npx backstride restore <file> [--replace]

Puts a backup into the data folder (BACKSTRIDE_DATA), after checking every byte of it. Backstride must be stopped.

  --replace   also when something is in the folder; that is backed up first, beside the folder

Exit code: 0 restored, 1 refused and nothing changed, 2 the command was not understood.`;

export const restoreCommand: Command = {
  summary: "puts a backup into the data folder",
  usage: USAGE,
  run: async (args, { say }) => {
    const { values, positionals } = parsed(args, { replace: { type: "boolean" } });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("missing_file: name one backup.");
    const folder = dataFolder();
    const { header, rows, replaced } = await restore(resolve(file), folder, values.replace === true);
    if (replaced !== null) say(`What was there is in ${replaced.file}.`);
    say(`${folder} is as it was on ${header.at}: ${counted(rows, "row")}.`);
    return 0;
  },
};
