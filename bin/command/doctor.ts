import { HostError } from "../../local/error.ts";
import type { LetterCount } from "../../local/operator/redrive.ts";
import { type Examined, examine, repair } from "../doctor/doctor.ts";
import { stackNamed } from "../place/aws.ts";
import { dataFolder, withLocal } from "../place/local.ts";
import type { Place } from "../place/place.ts";
import { counted, none, parsed } from "./options.ts";
import { type Command, type Output, UsageError, WRONG_CODE } from "./usage.ts";

const USAGE = `npx backstride doctor [--repair] [--person <id>] [--stack <name> [--settle <s>]]

Compares everything that is computed (weeks, plan, alarm) with what the log of events says it must be.

  --repair         has the functions compute again what differs, then looks once more
  --person <id>    looks at one person only
  --stack <name>   a stack on AWS, such as backstride-main, one person at a time; else the data folder (BACKSTRIDE_DATA)
  --settle <s>     how long to wait before each look at a stack, in seconds; 10

Exit code: 0 nothing differs, 1 something differs or waits, 2 the command was not understood.`;

type Options = { readonly repair: boolean; readonly person: string | null };

export const doctorCommand: Command = {
  summary: "finds, and repairs, whatever differs from the log",
  usage: USAGE,
  run: async (args, output) => {
    const { values, positionals } = parsed(args, {
      repair: { type: "boolean" },
      person: { type: "string" },
      stack: { type: "string" },
      settle: { type: "string" },
    });
    none(positionals);
    const options = { repair: values.repair === true, person: values.person ?? null };
    const settle = settleMs(values.settle);
    if (values.stack === undefined) {
      if (values.settle !== undefined) throw new UsageError("settle_without_stack: here nothing has to be waited for.");
      return withLocal(dataFolder(), async (place) => {
        const code = await look(place, options, output);
        return (await letters(await place.ask("DeadLetters"), output)) ? code : WRONG_CODE;
      });
    }
    if (options.person === null) {
      throw new UsageError(
        "missing_person: on AWS say whom to look at with --person, or the whole table would be read.",
      );
    }
    return look(await stackNamed(values.stack, settle), options, output);
  },
};

function settleMs(text = "10"): number {
  if (/^\d{1,3}$/.test(text)) return Number(text) * 1000;
  throw new UsageError(`bad_settle: --settle ${text} is no number of whole seconds from 0 to 999.`);
}

async function look(place: Place, options: Options, output: Output): Promise<number> {
  const found = await examine(place, options.person);
  if (options.person !== null && found.people.size === 0) {
    throw new HostError(`There is nobody with the id ${options.person} here.`);
  }
  tell(found, output);
  const last = options.repair ? await repair(place, options.person, found) : found;
  if (last !== found) {
    output.say(`Repaired: ${counted(found.findings.length - last.findings.length, "difference")}.`);
    if (last.findings.length > 0) tell(last, output);
  }
  if (last.findings.length === 0) return 0;
  const mendable = last.findings.some(({ again }) => again !== null);
  if (mendable && !options.repair) output.say("npx backstride doctor --repair puts right what can be computed again.");
  return WRONG_CODE;
}

function tell({ people, findings, quarantined }: Examined, { say }: Output): void {
  for (const { person, what, hint, again } of findings) {
    say(`${people.get(person) ?? person}: ${what}${again === null && hint !== undefined ? ` – ${hint}` : ""}`);
  }
  const looked = counted(people.size, "person", "people");
  say(findings.length === 0 ? `Looked at ${looked}: nothing differs.` : `${counted(findings.length, "difference")}.`);
  for (const [reason, count] of quarantined) {
    say(`Put aside: ${counted(count, "event")} (${reason}). They block nobody and are kept for 30 days.`);
  }
}

/** @returns true when no letter waits */
async function letters(counts: readonly LetterCount[], { say }: Output): Promise<boolean> {
  for (const { count, function: name, reason } of counts) say(`Dead letters: ${count} of ${name} (${reason}).`);
  if (counts.length > 0) say("npx backstride redrive gives them back to their functions.");
  return counts.length === 0;
}
