import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type BackupSummary, backUpStopped } from "../../local/data/backup.ts";
import { takeFolder } from "../../local/data/folder.ts";
import { HostError } from "../../local/error.ts";
import { accessTo } from "../../local/operator/access.ts";
import { dataFolder, requireUsed, withLocal } from "../place/local.ts";
import { counted, parsed } from "./options.ts";
import { type Command, UsageError } from "./usage.ts";

const USAGE = `npx backstride backup [<file>]

Writes the whole data folder (BACKSTRIDE_DATA) into one file, while Backstride runs or not. The file holds health data and the
keys that sign: keep it as you would keep the folder. On AWS the table is backed up by AWS (docs/operations.md).

  <file>   else backstride-<time>.backup in this folder

Exit code: 0 written, 1 not written, 2 the command was not understood.`;

export const backupCommand: Command = {
  summary: "writes the whole data folder into one file",
  usage: USAGE,
  run: async (args, { say }) => {
    const { positionals } = parsed(args, {});
    const [given, ...more] = positionals;
    if (more.length > 0) throw new UsageError("too_many_files: a backup is one file.");
    const file = resolve(given ?? `backstride-${new Date().toISOString().replace(/[:.]/g, "-")}.backup`);
    if (existsSync(file)) throw new HostError(`${file} is there already; choose another name.`);
    const { bytes, rows } = await written(dataFolder(), file);
    say(`${file}: ${counted(rows, "row")}, ${counted(bytes, "byte")}.`);
    return 0;
  },
};

async function written(folder: string, file: string): Promise<BackupSummary> {
  requireUsed(folder);
  if (accessTo(folder) !== null) return withLocal(folder, ({ ask }) => ask("Backup", { file }));
  const held = takeFolder(folder);
  try {
    return await backUpStopped(folder, file);
  } finally {
    held.release();
  }
}
