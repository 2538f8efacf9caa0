import * as v from "valibot";
import { Language, LocalDate } from "../../core/contract/primitives.ts";
import { decide } from "../../core/plan/decide.ts";
import { EMPTY_CHECKPOINT } from "../../core/progress/checkpoint.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { profileOf } from "../../core/progress/profile.ts";
import { catalogueOf } from "../../core/text/languages.ts";
import { checkLog } from "./check-log.ts";
import { readLog } from "./log-file.ts";
import { parsed } from "./options.ts";
import type { Problem } from "./problem.ts";
import { show } from "./show.ts";
import { type Command, type Output, UsageError, WRONG_CODE } from "./usage.ts";

const SHOWN_PROBLEMS = 10;

const USAGE = `npx backstride plan <export.json> --on <date> [--lang <language>] [--explain] [--json]

Decides the next session from an exported log, offline. The file holds an array of events, or an object with
that array under "events" (docs/formats.md).

  --on <date>        the local date to plan for, such as 2026-11-22; what is about later dates is left out
  --lang <language>  of the sentences: en, de, es, fr or zh; else the one the profile names
  --explain          also every rule that fired with its inputs and source, and what would change the plan
  --json             the decision as JSON

Exit code: 0 decided, 1 the log is wrong, 2 the command was not understood.`;

type Options = {
  readonly file: string;
  readonly on: LocalDate;
  readonly lang: Language | undefined;
  readonly explain: boolean;
  readonly json: boolean;
};

export const planCommand: Command = {
  summary: "the next session, decided from an exported log",
  usage: USAGE,
  run: async (args, output) => {
    const { file, on, lang, explain, json } = optionsOf(args);
    const log = await readLog(file);
    if (log.entries === null) return refuse(file, [log.problem], output);
    const { events: all, problems } = checkLog(log.entries, log.at, later(on, new Date().toISOString().slice(0, 10)));
    if (problems.length > 0) return refuse(file, problems, output);
    const events = all.filter((event) => subjectDate(event) <= on);
    if (events.length < all.length) output.warn(leftOut(all.length - events.length, on));
    const profile = profileOf(EMPTY_CHECKPOINT, events);
    const decision = decide(EMPTY_CHECKPOINT, events, profile, on, catalogueOf(lang ?? profile.language));
    for (const line of json ? [JSON.stringify(decision, null, 2)] : show(decision, explain)) output.say(line);
    return 0;
  },
};

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parsed(args, {
    on: { type: "string" },
    lang: { type: "string" },
    explain: { type: "boolean" },
    json: { type: "boolean" },
  });
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError("missing_file: name the exported log.");
  if (more.length > 0) throw new UsageError(`too_many_files: one log at a time, not also ${more.join(", ")}.`);
  if (values.on === undefined) throw new UsageError("missing_date: say which date to plan for with --on.");
  const on = v.safeParse(LocalDate, values.on);
  if (!on.success) throw new UsageError(`bad_date: --on ${values.on} ${on.issues[0].message}.`);
  const lang = v.safeParse(v.optional(Language), values.lang);
  if (!lang.success)
    throw new UsageError(`bad_language: --lang ${values.lang} is none of ${Language.options.join(", ")}.`);
  return { file, on: on.output, lang: lang.output, explain: values.explain === true, json: values.json === true };
}

/** A plan of the past is made from what its day could know. */
const leftOut = (count: number, on: LocalDate): string =>
  `${count === 1 ? "1 event about a later date is" : `${count} events about later dates are`} left out: the plan is that of ${on}.`;

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

function refuse(file: string, problems: readonly Problem[], { warn }: Output): number {
  warn(`${file} cannot be planned from:`);
  for (const { code, path, message } of problems.slice(0, SHOWN_PROBLEMS)) warn(`  ${code}: ${path} ${message}`);
  const more = problems.length - SHOWN_PROBLEMS;
  if (more > 0) warn(`  … and ${more} more`);
  return WRONG_CODE;
}
