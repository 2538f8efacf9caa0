import type { DeadLetter } from "../../local/bus/dead-letters.ts";
import { countLetters, type LetterCount, type Redriven } from "../../local/operator/redrive.ts";
import { letterBoxOf, type QueuedLetter } from "../place/letters.ts";
import { dataFolder, type LocalPlace, withLocal } from "../place/local.ts";
import { counted, none, parsed } from "./options.ts";
import { type Command, type Output, WRONG_CODE } from "./usage.ts";

const USAGE = `npx backstride redrive [--dry-run] [--stack <name>]

Gives every dead letter back to its function, which then has all its tries again. Every step can be repeated, so this does no
harm; mend the cause first, or the letters come back.

  --dry-run        only says what waits, and why
  --stack <name>   a stack on AWS, such as backstride-main; else the data folder (BACKSTRIDE_DATA)

Exit code: 0 nothing waits any more, 1 something failed again or still waits, 2 the command was not understood.`;

export const redriveCommand: Command = {
  summary: "gives dead letters back to their functions",
  usage: USAGE,
  run: async (args, output) => {
    const { values, positionals } = parsed(args, { "dry-run": { type: "boolean" }, stack: { type: "string" } });
    none(positionals);
    const dry = values["dry-run"] === true;
    if (values.stack !== undefined) return (dry ? lookOnAws : redriveOnAws)(values.stack, output);
    return withLocal(dataFolder(), (place) => (dry ? lookHere : redriveHere)(place, output));
  },
};

async function lookHere({ ask }: LocalPlace, output: Output): Promise<number> {
  return tell(await ask("DeadLetters"), output) === 0 ? 0 : WRONG_CODE;
}

async function redriveHere({ ask }: LocalPlace, output: Output): Promise<number> {
  const { given: back, staying } = await ask<Redriven>("Redrive");
  for (const { count, function: name } of staying) {
    output.warn(`${counted(count, "letter")} of ${name} can be given to nobody: this version has no such function.`);
  }
  const total = tell([...back, ...staying], output);
  if (total === 0) return 0;
  const still = totalOf(staying);
  const { retrying } = await ask<{ retrying: number }>("WhenIdle");
  const but = `${waiting(still)}${retrying === 0 ? "" : `; ${retrying} failed and will be tried again`}`;
  return given(total - still, but, output);
}

const totalOf = (counts: readonly LetterCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);
const waiting = (count: number): string => (count === 0 ? "" : `; ${count} still ${count === 1 ? "waits" : "wait"}`);

/** @returns how many there are */
function tell(counts: readonly LetterCount[], { say }: Output): number {
  for (const { count, function: name, reason } of counts) say(`${count} of ${name} (${reason})`);
  const total = totalOf(counts);
  if (total === 0) say("No dead letters.");
  return total;
}

function given(count: number, but: string, { say }: Output): number {
  say(`${counted(count, "letter")} given back${but}.`);
  return but === "" ? 0 : WRONG_CODE;
}

async function lookOnAws(stack: string, output: Output): Promise<number> {
  const box = await letterBoxOf(stack);
  const found: QueuedLetter[] = [];
  try {
    for await (const batch of box.letters()) found.push(...batch);
  } finally {
    await box.leave(found);
  }
  return tell(countLetters(found.map(({ letter }) => letter)), output) === 0 ? 0 : WRONG_CODE;
}

/** What a function makes of its letter is seen in its alarms: on AWS nobody tells when it is done. */
async function redriveOnAws(stack: string, output: Output): Promise<number> {
  const box = await letterBoxOf(stack);
  const found: DeadLetter[] = [];
  const staying: QueuedLetter[] = [];
  for await (const batch of box.letters()) {
    for (const queued of batch) {
      const why = await box.giveBack(queued);
      if (why !== null) output.warn(`Letter ${queued.letter.id} stays: ${why}.`);
      if (why !== null) staying.push(queued);
      found.push(queued.letter);
    }
  }
  await box.leave(staying);
  const total = tell(countLetters(found), output);
  if (total === 0) return 0;
  return given(total - staying.length, waiting(staying.length), output);
}
