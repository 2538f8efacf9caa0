import type { GlobalScope } from "./platform.ts";

/**
 * Built-ins of the watch's JavaScript engine (QuickJS of 2020). Everything else that a browser or Node would offer is
 * hidden from the package. Source: docs/guides/framework/device/js-support, and what qjsc and devices showed.
 */
const BUILT_INS = new Set(
  "Object Array String Number Boolean Symbol Math JSON Map Set WeakMap WeakSet RegExp Error TypeError RangeError SyntaxError ReferenceError EvalError URIError ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array Proxy Reflect Function parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape NaN Infinity undefined arguments".split(
    " ",
  ),
);

/** Newer than that engine: `[owner, names]`, removed from every realm of the watch. */
const TOO_NEW: readonly (readonly [string, string])[] = [
  ["Object", "hasOwn groupBy fromEntriesAsync"],
  ["Map", "groupBy"],
  ["Array", "fromAsync"],
  ["Promise", "any withResolvers try"],
  ["Array.prototype", "at findLast findLastIndex toSorted toReversed toSpliced with group groupToMap"],
  ["String.prototype", "at replaceAll isWellFormed toWellFormed"],
  ["Uint8Array.prototype", "toBase64 toHex setFromBase64 setFromHex"],
];

/** Takes away what the watch's engine does not have. The realm must be ours alone. */
export function ageRealm(global: GlobalScope): void {
  for (const [owner, names] of TOO_NEW) {
    let target: unknown = global;
    for (const part of owner.split(".")) target = (target as GlobalScope | undefined)?.[part];
    if (typeof target !== "object" && typeof target !== "function") continue;
    for (const name of names.split(" ")) Reflect.deleteProperty(target as object, name);
  }
}

/**
 * The object the package's scripts run `with`: our values, the engine's built-ins, and undefined under every other name
 * that the realm has, so that `typeof document` answers as on the watch. A plain object on purpose: every name the
 * package uses is looked up here, thousands of times a tick.
 */
export function packageScope(values: GlobalScope, realm: GlobalScope): GlobalScope {
  const scope: GlobalScope = Object.create(null);
  for (let owner: unknown = realm; owner !== null; owner = Object.getPrototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) scope[name] = BUILT_INS.has(name) ? realm[name] : undefined;
  }
  return Object.assign(scope, values, { globalThis: scope });
}

/** A `Date` of that realm whose now is the watch's. */
export function virtualDate(RealDate: DateConstructor, now: () => number): DateConstructor {
  class WatchDate extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now()] : args) as [number]));
    }

    static override now(): number {
      return now();
    }
  }
  return WatchDate as DateConstructor;
}
