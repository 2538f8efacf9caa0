import * as fc from "fast-check";
import type * as v from "valibot";

/** What no schema asks for. */
const HOSTILE: readonly fc.Arbitrary<unknown>[] = [
  fc.constantFrom(null, true, false, 0, -1, 1e308, 0.1, "", " ", "\u0000", "\ud800", "\u202e", "💥".repeat(99)),
  fc.constantFrom([], {}, [[]], [null], { $ne: null }, { length: 5 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(300, 70_000).map((length) => "x".repeat(length)),
  fc.constantFrom("__proto__", "constructor", "toString").map((name) => JSON.parse(`{"${name}":{"admin":true}}`)),
  fc.integer({ min: 50, max: 900 }).map((depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth))),
  fc.constantFrom("2026-02-30", "9999-12-31T23:59:59Z", "U#1", "' OR 1=1", "../../etc/passwd", "<script>"),
  fc.bigInt({ min: 2n ** 60n, max: 2n ** 70n }).map(Number),
];
const hostile: fc.Arbitrary<unknown> = fc.oneof(...HOSTILE);

/** The parts of a Valibot schema that say what it looks like. */
type Shape = {
  readonly type: string;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
};

/** Values that look like what a schema takes, many with something hostile in one place or another. */
export function nearly(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 8, arbitrary: shaped(schema as unknown as Shape) }, { weight: 1, arbitrary: hostile });
}

function shaped(shape: Shape): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: honest(shape) }, { weight: 1, arbitrary: hostile });
}

function honest(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.wrapped !== undefined) return fc.option(shaped(shape.wrapped), { nil: null, freq: 6 });
  if (shape.entries !== undefined) return object(shape.entries);
  switch (shape.type) {
    case "array":
      return shape.item === undefined ? hostile : fc.array(shaped(shape.item), { maxLength: 12 });
    case "picklist":
      return fc.constantFrom(...(shape.options ?? [null]));
    case "union":
    case "variant":
      return fc.oneof(...(shape.options as readonly Shape[]).map(shaped));
    case "literal":
      return fc.constant(shape.literal);
    case "number":
      return fc.oneof(fc.integer({ min: -5, max: 200 }), fc.double());
    case "boolean":
      return fc.boolean();
    case "string":
      return text;
    default:
      return hostile;
  }
}

const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 70 }),
  fc.uuid({ version: 7 }),
  fc.constantFrom("2026-11-20", "2026-11-20T07:00:00Z", "Europe/Berlin", "06:30", "quiet morning gravel path"),
);

/** The members of an object, now and then without one or with one that nobody asked for. */
function object(entries: Readonly<Record<string, Shape>>): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, shaped(entry)]));
  const missing = fc.option(fc.constantFrom(...Object.keys(entries), "none"), { nil: "none", freq: 6 });
  const surplus = fc.option(fc.tuple(fc.constantFrom("__proto__", "admin", "person", "pk", ""), hostile), { freq: 8 });
  return fc.tuple(fc.record(members), missing, surplus).map(([whole, without, more]) => {
    const kept = Object.entries(whole).filter(([name]) => name !== without);
    return Object.fromEntries(more === null ? kept : [...kept, more]);
  });
}

/** A whole body as it goes over the wire: mostly JSON, sometimes not even that. */
export const wire = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: value.map((json) => JSON.stringify(json) ?? "") },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "",
        "{",
        "nul",
        '{"a":1}}',
        "\ufeff{}",
        '{"a":1,"a":2}',
        "[".repeat(9_000) + "]".repeat(9_000),
      ),
    },
  );
