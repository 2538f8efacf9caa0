import { join, resolve } from "node:path";
import { build } from "esbuild";
import { getQuickJS, type QuickJSContext } from "quickjs-emscripten";

const root = resolve(import.meta.dirname, "../..");

/**
 * Everything newer than the engine of the watches, which is QuickJS of 2020. Deleted before our code is evaluated, so that
 * using any of it fails here as it would there.
 */
const TOO_NEW: Readonly<Record<string, string>> = {
  Object: "hasOwn groupBy",
  Map: "groupBy",
  Array: "fromAsync",
  Promise: "any withResolvers try",
  Math: "sumPrecise f16round",
  RegExp: "escape",
  Error: "isError captureStackTrace",
  Iterator: "from concat",
  "Array.prototype": "at findLast findLastIndex toSorted toReversed toSpliced with group groupToMap",
  "Uint8Array.prototype.__proto__": "at findLast findLastIndex toSorted toReversed with",
  "String.prototype": "at replaceAll isWellFormed toWellFormed",
  "Set.prototype": "union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom",
  "ArrayBuffer.prototype": "resize transfer transferToFixedLength",
  "RegExp.prototype": "hasIndices unicodeSets",
  globalThis:
    "AggregateError FinalizationRegistry WeakRef Iterator Float16Array structuredClone queueMicrotask SharedArrayBuffer Atomics Intl",
};

const AGE = Object.entries(TOO_NEW)
  .map(([owner, names]) => `age(function () { return ${owner}; }, ${JSON.stringify(names.split(" "))});`)
  .join("\n");
const AGE_REALM = `(function () {
  function age(owner, names) {
    var target;
    try { target = owner(); } catch (error) { return; }
    if (target === undefined || target === null) return;
    names.forEach(function (name) { delete target[name]; });
  }
  ${AGE}
})();`;

/** A module of ours in the old engine: its exports take and give text and numbers. */
export type OldEngine = {
  readonly call: (name: string, ...args: readonly (string | number)[]) => string;
  readonly has: (expression: string) => boolean;
  readonly stop: () => void;
};

/** Bundles a TypeScript module as the watch's build does (ES2019, one script) and evaluates it in QuickJS. */
export async function startOldEngine(entry: string): Promise<OldEngine> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    write: false,
    bundle: true,
    format: "iife",
    globalName: "bundled",
    target: "es2019",
    logLevel: "warning",
  });
  const context = (await getQuickJS()).newContext();
  run(context, AGE_REALM);
  run(context, `${outputFiles[0]?.text ?? ""}; globalThis.bundled = bundled;`);
  return {
    call: (name, ...args) =>
      run(context, `String(bundled.${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")}))`),
    has: (expression) => run(context, `String(typeof (${expression}) !== "undefined")`) === "true",
    stop: () => context.dispose(),
  };
}

function run(context: QuickJSContext, code: string): string {
  const result = context.evalCode(code);
  if (result.error !== undefined) {
    const error = context.dump(result.error) as { message?: string; stack?: string };
    result.error.dispose();
    throw new Error(`QuickJS: ${error.message ?? String(error)}\n${error.stack ?? ""}`);
  }
  const value = context.dump(result.value) as unknown;
  result.value.dispose();
  return String(value);
}
