import { buildStack } from "../build.mjs";
import { ensureInstalled } from "../install.mjs";
import { sentenceOf } from "../sentence.mjs";

/** These start a host when none runs, and a host needs the functions and the stack. */
const WITH_A_HOST = ["export", "import", "doctor", "redrive", "replay"];

/** Installs what is missing, runs one command, and leaves its exit code. */
export async function main(args) {
  const { log } = console;
  // What a command answers is often read by a program: progress must not mix with it.
  console.log = console.error;
  try {
    await ensureInstalled();
    if (WITH_A_HOST.includes(args[0]) && !args.includes("--help") && !args.includes("-h")) await buildStack();
    const { load } = await import("../load.mjs");
    const { backstride } = await load("bin/backstride.ts");
    process.exitCode = await backstride(args, { say: (line) => log(line), warn: (line) => console.error(line) });
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    console.error(`\n${sentence}`);
    process.exitCode = 1;
  }
}
