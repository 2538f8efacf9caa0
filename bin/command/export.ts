import { writeFileSync } from "node:fs";
import type { ExportPage } from "../../core/contract/api.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { codeOf, HostError } from "../../local/error.ts";
import { type PersonApi, read, withPerson } from "../place/person.ts";
import { counted, none, parsed } from "./options.ts";
import type { Command } from "./usage.ts";

const USAGE = `npx backstride export [--out <file>] [--person <name>] [--url <address>]

Writes a person's whole log as JSON, every event as it was recorded: {"events": […]} (docs/formats.md).

  --out <file>      else it goes to the terminal
  --person <name>   whose, by name or id, when there is more than one
  --url <address>   an installation elsewhere, with an access token in BACKSTRIDE_TOKEN; else the data folder

Exit code: 0 written, 1 not written, 2 the command was not understood.`;

export const exportCommand: Command = {
  summary: "writes a person's whole log as JSON",
  usage: USAGE,
  run: async (args, { say, warn }) => {
    const { values, positionals } = parsed(args, {
      out: { type: "string" },
      person: { type: "string" },
      url: { type: "string" },
    });
    none(positionals);
    const events = await withPerson({ url: values.url, person: values.person }, allEvents);
    const text = JSON.stringify({ events }, null, 2);
    if (values.out === undefined) say(text);
    else write(values.out, `${text}\n`);
    warn(`${counted(events.length, "event")}.`);
    return 0;
  },
};

/** @throws HostError when the file cannot be written */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    throw new HostError(`${file} cannot be written (${codeOf(error) ?? "unknown"}); choose another place.`, error);
  }
}

async function allEvents(api: PersonApi): Promise<LogEvent[]> {
  const events: LogEvent[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = cursor === null ? {} : { cursor };
    const page: ExportPage = read(await api("GET /v1/export", { query }));
    events.push(...page.events);
    cursor = page.cursor;
  } while (cursor !== null);
  return events;
}
