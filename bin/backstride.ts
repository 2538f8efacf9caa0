import { backupCommand } from "./command/backup.ts";
import { doctorCommand } from "./command/doctor.ts";
import { exportCommand } from "./command/export.ts";
import { importCommand } from "./command/import.ts";
import { planCommand } from "./command/plan.ts";
import { redriveCommand } from "./command/redrive.ts";
import { replayCommand } from "./command/replay.ts";
import { restoreCommand } from "./command/restore.ts";
import { type Command, type Output, USAGE_CODE, UsageError, WRONG_CODE } from "./command/usage.ts";
import { sentenceOf } from "./sentence.mjs";

const COMMANDS: Readonly<Record<string, Command>> = {
  plan: planCommand,
  export: exportCommand,
  import: importCommand,
  backup: backupCommand,
  restore: restoreCommand,
  doctor: doctorCommand,
  redrive: redriveCommand,
  replay: replayCommand,
};

/**
 * Runs one command of `npx backstride`.
 * @param args what follows `backstride` on the command line
 * @returns the exit code: 0 fine, 1 something is wrong, 2 the command was not understood
 */
export async function backstride(args: readonly string[], output: Output): Promise<number> {
  const [name, ...rest] = args;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return general(name, output);
  if (rest.includes("--help") || rest.includes("-h")) {
    output.say(command.usage);
    return 0;
  }
  try {
    return await command.run(rest, output);
  } catch (error) {
    if (error instanceof UsageError) {
      output.warn(`${error.message}\n\n${command.usage}`);
      return USAGE_CODE;
    }
    const sentence = sentenceOf(error) ?? refusalOf(error);
    if (sentence === null) throw error;
    output.warn(sentence);
    return WRONG_CODE;
  }
}

/** What a service of AWS answered, or that none did, as the SDK tells it. */
const refusalOf = (error: unknown): string | null =>
  error instanceof Error && "$metadata" in error ? `AWS refused (${error.name}: ${error.message}).` : null;

function general(name: string | undefined, { say, warn }: Output): number {
  const list = Object.entries(COMMANDS).map(([command, { summary }]) => `  ${command.padEnd(8)} ${summary}`);
  const usage = ["npx backstride <command> [--help]", "", ...list].join("\n");
  if (name === "--help" || name === "-h" || name === "help") {
    say(usage);
    return 0;
  }
  warn(name === undefined ? usage : `There is no command "${name}".\n\n${usage}`);
  return USAGE_CODE;
}
