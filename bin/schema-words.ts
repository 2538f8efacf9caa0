import type { JsonSchema } from "@valibot/to-json-schema";

/** A type in words, on one line. Named ones link to their section. */
export function typeOf(json: JsonSchema | boolean): string {
  if (typeof json === "boolean") return "anything";
  if (json.$ref !== undefined) return linkTo(json.$ref.replace("#/$defs/", ""));
  if (json.const !== undefined) return `\`${JSON.stringify(json.const)}\``;
  if (json.enum !== undefined) return json.enum.map((value) => `\`${String(value)}\``).join(", ");
  const alternatives = json.anyOf ?? json.oneOf;
  if (alternatives !== undefined) return alternatives.map(typeOf).join(" or ");
  if (json.type === "array") return listOf(json);
  if (json.type === "object") return objectOf(json);
  return scalarOf(json);
}

const linkTo = (name: string): string => `[${name}](#${name.toLowerCase()})`;

function listOf({ items, prefixItems, minItems, maxItems }: JsonSchema): string {
  if (prefixItems !== undefined) return `[${prefixItems.map(typeOf).join(", ")}]`;
  const count = bounds(minItems, maxItems);
  return `list of ${count === "" ? "" : `${count} `}${typeOf(items === undefined || Array.isArray(items) ? true : items)}`;
}

function objectOf({ properties, additionalProperties, required }: JsonSchema): string {
  if (properties === undefined || Object.keys(properties).length === 0) {
    return typeof additionalProperties === "object" ? `map to ${typeOf(additionalProperties)}` : "object";
  }
  const members = Object.entries(properties).map(([name, member]) => {
    return `\`${name}\`${required?.includes(name) === true ? "" : "?"}: ${typeOf(member)}`;
  });
  return `{ ${members.join("; ")} }`;
}

function scalarOf({ type, minimum, maximum, minLength, maxLength, pattern }: JsonSchema): string {
  if (type === "integer") return `whole number ${bounds(minimum, maximum)}`.trim();
  if (type === "number") return `number ${bounds(minimum, maximum)}`.trim();
  if (type !== "string") return type === undefined ? "anything" : String(type);
  const length = bounds(minLength, maxLength);
  return `text${length === "" ? "" : `, ${length} characters`}${pattern === undefined ? "" : ` like \`${pattern}\``}`;
}

function bounds(min: number | undefined, max: number | undefined): string {
  if (min === undefined && max === undefined) return "";
  return `${min ?? 0}–${max ?? "…"}`;
}
