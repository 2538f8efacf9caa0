import { HostError } from "../error.ts";

/** Whether an event matches. */
export type Matcher = (event: unknown) => boolean;
/** Whether one field matches, given every value found at its path; none when the field is not there. */
type FieldMatcher = (values: readonly unknown[]) => boolean;

/**
 * Compiles an EventBridge event pattern: exact values, `prefix`, `suffix`, `anything-but`, `numeric`, `exists` and `$or`.
 * A list of an event matches when one of its members does.
 * @throws HostError on any other operator, so that a pattern is never quietly understood differently from AWS
 */
export function compilePattern(pattern: unknown, at = "pattern"): Matcher {
  if (!isObject(pattern)) throw new HostError(`The event ${at} is not an object.`);
  const fields = Object.entries(pattern).map(([key, value]) => {
    if (key === "$or") return compileOr(value, at);
    return compileField(key, value, `${at}.${key}`);
  });
  return (event) => fields.every((matches) => matches(event));
}

function compileOr(alternatives: unknown, at: string): Matcher {
  if (!Array.isArray(alternatives) || alternatives.length < 2) {
    throw new HostError(`$or in the event ${at} needs two alternatives or more.`);
  }
  const compiled = alternatives.map((alternative, index) => compilePattern(alternative, `${at}.$or[${index}]`));
  return (event) => compiled.some((matches) => matches(event));
}

function compileField(key: string, value: unknown, at: string): Matcher {
  if (!Array.isArray(value)) {
    const inner = compilePattern(value, at);
    return (event) => {
      const found = valuesAt(event, key);
      // `exists: false` further down must also hold when this level is not there at all.
      return found.length === 0 ? inner({}) : found.some(inner);
    };
  }
  const alternatives = value.map((rule, index) => compileRule(rule, `${at}[${index}]`));
  return (event) => alternatives.some((matches) => matches(valuesAt(event, key)));
}

function valuesAt(event: unknown, key: string): unknown[] {
  if (!isObject(event) || !Object.hasOwn(event, key)) return [];
  const value = event[key];
  return Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
}

function compileRule(rule: unknown, at: string): FieldMatcher {
  if (!isObject(rule)) return some((value) => value === rule);
  const [operator, ...others] = Object.keys(rule);
  if (operator === undefined || others.length > 0) throw new HostError(`The event ${at} needs exactly one operator.`);
  const argument = rule[operator];
  switch (operator) {
    case "prefix":
    case "suffix":
      return some(affix(operator, argument, at));
    case "anything-but":
      return some(anythingBut(argument, at));
    case "numeric":
      return some(numeric(argument, at));
    case "exists":
      return (values) => values.some((value) => !isObject(value)) === (argument === true);
    default:
      throw new HostError(`The event ${at} uses the operator "${operator}", which this computer does not know.`);
  }
}

const some =
  (matches: (value: unknown) => boolean): FieldMatcher =>
  (values) =>
    values.some(matches);

function affix(operator: "prefix" | "suffix", argument: unknown, at: string): (value: unknown) => boolean {
  if (typeof argument !== "string") throw new HostError(`"${operator}" in the event ${at} needs a string.`);
  return (value) =>
    typeof value === "string" && (operator === "prefix" ? value.startsWith(argument) : value.endsWith(argument));
}

function anythingBut(argument: unknown, at: string): (value: unknown) => boolean {
  if (isObject(argument)) {
    const inner = compileRule(argument, `${at}.anything-but`);
    return (value) => !inner([value]);
  }
  const excluded: unknown[] = Array.isArray(argument) ? argument : [argument];
  if (excluded.some(isObject)) throw new HostError(`"anything-but" in the event ${at} needs plain values.`);
  return (value) => !excluded.includes(value);
}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  "=": (a, b) => a === b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function numeric(argument: unknown, at: string): (value: unknown) => boolean {
  const parts: unknown[] = Array.isArray(argument) ? argument : [];
  const conditions: ((value: number) => boolean)[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const compare = COMPARE[String(parts[index])];
    const bound = parts[index + 1];
    if (compare === undefined || typeof bound !== "number")
      throw new HostError(`"numeric" in the event ${at} is malformed.`);
    conditions.push((value) => compare(value, bound));
  }
  if (conditions.length === 0) throw new HostError(`"numeric" in the event ${at} is empty.`);
  return (value) => typeof value === "number" && conditions.every((holds) => holds(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
