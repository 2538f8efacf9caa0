import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import * as api from "../core/contract/api.ts";
import * as auth from "../core/contract/auth.ts";
import * as bus from "../core/contract/bus.ts";
import * as days from "../core/contract/days.ts";
import * as event from "../core/contract/event.ts";
import * as offline from "../core/contract/offline.ts";
import { OPERATIONS } from "../core/contract/operations.ts";
import * as plan from "../core/contract/plan.ts";
import * as planHistory from "../core/contract/plan-history.ts";
import * as primitives from "../core/contract/primitives.ts";
import * as profile from "../core/contract/profile.ts";
import { ROUTES } from "../core/contract/routes.ts";
import * as session from "../core/contract/session.ts";
import * as checkpoint from "../core/progress/checkpoint.ts";
import * as facts from "../core/progress/facts.ts";
import * as state from "../core/progress/state.ts";
import { typeOf } from "./schema-words.ts";

export const FORMATS = "docs/formats.md";

/** The chapters, each a source file whose exported schemas it describes. */
const CHAPTERS: readonly (readonly [title: string, source: string, exports: object])[] = [
  ["Primitives", "core/contract/primitives.ts", primitives],
  ["Log events", "core/contract/event.ts", event],
  ["Sessions", "core/contract/session.ts", session],
  ["Profile", "core/contract/profile.ts", profile],
  ["Plan", "core/contract/plan.ts", plan],
  ["History of plans", "core/contract/plan-history.ts", planHistory],
  ["Answers of the API", "core/contract/api.ts", api],
  ["Days and weeks", "core/contract/days.ts", days],
  ["Planning without a network", "core/contract/offline.ts", offline],
  ["Accounts, pairing and tokens", "core/contract/auth.ts", auth],
  ["On the bus", "core/contract/bus.ts", bus],
  ["Checkpoint", "core/progress/checkpoint.ts", checkpoint],
  ["State, within the checkpoint", "core/progress/state.ts", state],
  ["Facts of a day, within the checkpoint", "core/progress/facts.ts", facts],
];

const INTRO = `<!-- Generated from the schemas by \`node bin/formats.mjs\`; a test says when it is stale. Edit the schemas, not this page. -->

# Formats

Every shape that crosses a border, as the code checks it. Additive change keeps a type's version; a breaking one makes \`.v2\`, and both are read.
Objects are strict: a member that is not listed is refused. A \`?\` marks a member that may be left out.
`;

/** The page, made from the schemas and from the comments beside them. */
export async function formats(root: string): Promise<string> {
  const chapters = await Promise.all(CHAPTERS.map(([title, source, exports]) => chapter(root, title, source, exports)));
  return [INTRO, routes(), ...chapters, await series(root)].join("\n");
}

export async function writeFormats(root: string): Promise<void> {
  await writeFile(join(root, FORMATS), await formats(root));
}

/** How a series of samples becomes text, in the words of the code that does it. */
async function series(root: string): Promise<string> {
  const source = await readFile(join(root, "core/trace/trace.ts"), "utf8");
  return ["## Series of samples", "", commentAbove(source, /^export function encodeTrace/m), ""].join("\n");
}

const isSchema = (value: unknown): value is v.GenericSchema =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "schema";

const schemasOf = (exports: object): Record<string, v.GenericSchema> =>
  Object.fromEntries(Object.entries(exports).filter((entry): entry is [string, v.GenericSchema] => isSchema(entry[1])));

const NAMED = Object.assign({}, ...CHAPTERS.map(([, , exports]) => schemasOf(exports)));
const CONFIG = { errorMode: "ignore", typeMode: "input", target: "draft-2020-12" } as const;

function routes(): string {
  const rows = ROUTES.map(({ method, path, scope, summary }) => {
    const { query, body, answer, status } = OPERATIONS[`${method} ${path}`] ?? { status: 0, answer: null };
    const takes = [query, body].flatMap((schema) => (schema === undefined ? [] : [typeOf(jsonOf(schema))]));
    const gives = `${status}${answer === null ? "" : ` ${typeOf(jsonOf(answer))}`}`;
    return `| \`${method} ${path}\` | ${summary} | ${scope ?? "–"} | ${takes.join(", ") || "–"} | ${gives} |`;
  });
  return ["## Routes", "", "| route | what | scope | takes | gives |", "|---|---|---|---|---|", ...rows, ""].join("\n");
}

/** JSON Schema in which every schema with a name is a reference. */
const jsonOf = (schema: v.GenericSchema): JsonSchema => toJsonSchema(schema, { ...CONFIG, definitions: NAMED });

/** The same for a schema that has a name itself: everything but the outermost layer. */
function ownJsonOf(name: string, schema: v.GenericSchema): JsonSchema {
  const { [name]: _, ...others } = NAMED;
  return toJsonSchema(schema, { ...CONFIG, definitions: others });
}

async function chapter(root: string, title: string, source: string, exports: object): Promise<string> {
  const text = await readFile(join(root, source), "utf8");
  const place = ([name]: [string, unknown]) => text.indexOf(`export const ${name} `);
  const schemas = Object.entries(schemasOf(exports)).sort((a, b) => place(a) - place(b));
  const sections = schemas.map(([name, schema]) => section(name, schema, text));
  return [`## ${title}`, "", `From \`${source}\`.`, "", ...sections].join("\n");
}

function section(name: string, schema: v.GenericSchema, source: string): string {
  const json = ownJsonOf(name, schema);
  const comment = commentAbove(source, new RegExp(`^export const ${name}\\b`, "m"));
  const own = source.slice(source.indexOf(`const ${name} `));
  return [`### ${name}`, "", ...(comment === "" ? [] : [comment, ""]), ...bodyOf(json, own), ""].join("\n");
}

function bodyOf(json: JsonSchema, source: string): string[] {
  const kinds = (json.anyOf ?? json.oneOf ?? []).flatMap((kind) =>
    typeof kind === "object" && kind.properties ? [kind] : [],
  );
  if (kinds.length > 0) return alternatives(kinds);
  return json.properties === undefined ? [typeOf(json)] : table(json, source);
}

/** Objects that are told apart by one member: what all of them have, then what each has of its own. */
function alternatives(kinds: readonly JsonSchema[]): string[] {
  const [first, ...others] = kinds.map((kind) => membersOf(kind));
  const shared = [...(first ?? [])].filter(([name, type]) => others.every((members) => members.get(name) === type));
  const own = kinds.map((kind) => [...membersOf(kind)].filter(([name]) => !shared.some(([known]) => known === name)));
  const rows = own.map((members) => `- ${members.map(([name, type]) => `${name}: ${type}`).join(" · ")}`);
  if (shared.length === 0) return ["One of", "", ...rows];
  const head = ["| member | type |", "|---|---|"];
  return [...head, ...shared.map(([name, type]) => `| ${name} | ${cell(type)} |`), "", "and one of", "", ...rows];
}

const membersOf = ({ properties, required }: JsonSchema): Map<string, string> =>
  new Map(
    Object.entries(properties ?? {}).map(([name, member]) => [
      `\`${name}\`${required?.includes(name) === true ? "" : "?"}`,
      typeOf(member),
    ]),
  );

function table(json: JsonSchema, source: string): string[] {
  const block = source.slice(0, source.indexOf("\n});"));
  const rows = [...membersOf(json)].map(([name, type]) => {
    const meaning = commentAbove(block, new RegExp(`^ +${name.replace(/[`?]/g, "")}:`, "m"));
    return `| ${name} | ${cell(type)} | ${cell(meaning)} |`;
  });
  return ["| member | type | meaning |", "|---|---|---|", ...rows];
}

const cell = (text: string): string => text.replace(/\|/g, "\\|");

/** The doc comment that ends right above what `pattern` finds, as one line. */
function commentAbove(source: string, pattern: RegExp): string {
  const above = source.slice(0, pattern.exec(source)?.index ?? 0);
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(above)?.[1] ?? "";
  return comment.replace(/\s*\n\s*\*\s?/g, " ").trim();
}
