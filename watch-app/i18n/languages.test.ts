import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parsePo } from "../../bin/watch-po.mjs";
import { MOVES, plainMove } from "../../core/blocks/moves.ts";
import { CuePreference } from "../../core/contract/profile.ts";
import { CueKind, StepKind } from "../../core/contract/session.ts";
import { AFTER, BEFORE, COMPARED, DURING, EXTRA, MORNING, SURFACES } from "../logic/questions.ts";
import { fill } from "../logic/words.ts";

const HERE = import.meta.dirname;
const APP = join(HERE, "..");
const catalogue = (name: string): ReadonlyMap<string, string> => parsePo(readFileSync(join(HERE, name), "utf8"));
const english = catalogue("en-US.po");

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sources(join(folder, entry.name));
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts")
      ? [readFileSync(join(folder, entry.name), "utf8")]
      : [];
  });

/** Every text that looks like a key of the catalogue. */
function keysIn(text: string): string[] {
  const first = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");
  return [
    ...first(/\b(?:say|getText|gettext)\(\s*"([^"]+)"/g),
    ...first(
      /"((?:scale|answer|home|session|pain|end|gate|morning|after|battery|cues)\.(?!log|recorded|edited)[a-zA-Z]+)"/g,
    ),
    ...first(/\bturn\("([^"]+)"/g),
    ...[...text.matchAll(/\((?:paused|paired|last|on|rest\.length > 0) \? "([^"]+)" : "([^"]+)"\)/g)].flatMap(
      (match) => [match[1] ?? "", match[2] ?? ""],
    ),
  ];
}

const under = (family: string, ...names: readonly (string | number)[]) => names.map((name) => `${family}.${name}`);
const ASKED = [...BEFORE, ...AFTER, COMPARED, ...EXTRA, ...DURING, ...MORNING].map(({ text }) => text);

/** The families of keys that the code puts together. */
const FAMILIES = [
  ...[...ASKED, ...MORNING.map(({ text }) => `${text}Late`)],
  ...under("step", ...StepKind.options),
  ...MOVES.flatMap((move) => [`move.${plainMove(move)}`, `how.${move}`]),
  ...under("side", "L", "R"),
  ...under("day", 0, 1, 2, 3, 4, 5, 6),
  ...under("cue", "core.1", "core.2", "posture.1", "posture.2", "posture.3", "posture.4"),
  ...under("cue", "warning", "ease-off", "halfway", "here"),
  ...under("sync", "ok", "phone", "unpaired", "revoked", "address", "later", "full"),
  ...under("end", "floorText", "well", "wellText", "pain", "painText", "redFlag", "redFlagText"),
  ...under("gate", "ease", "walk", "rest"),
  ...under("home", "rest", "setup", "between", "betweenWhy", "stale", "staleWhy"),
  ...under("settings.status", "unpaired", "asking", "waiting", "paired", "denied", "expired"),
  ...under("settings.status", "address", "revoked", "later", "ok"),
  ...under("cues.name", ...CueKind.options),
  ...under("settings.units", "metric", "imperial"),
  ...under("cues", ...CuePreference.entries.strength.options),
  ...under("extra", ...EXTRA.map(({ id }) => id), "surface"),
  ...under("surface", ...SURFACES),
];

const usedKeys = (): ReadonlySet<string> => new Set([...sources(APP).flatMap(keysIn), ...FAMILIES]);

test("English has every text that the watch and its settings page use", () => {
  expect([...usedKeys()].filter((key) => !english.has(key))).toEqual([]);
});

test("no text is left over", () => {
  const used = usedKeys();
  expect([...english.keys()].filter((key) => !used.has(key))).toEqual([]);
});

test.each(readdirSync(HERE).filter((name) => name.endsWith(".po")))(
  "%s translates only keys that exist, with the same places",
  (name) => {
    const places = (text: string): string[] => (text.match(/\{[a-z]+\}/gi) ?? []).sort();
    for (const [key, text] of catalogue(name)) {
      expect(english.has(key), key).toBe(true);
      expect(text, key).not.toBe("");
      expect(places(text), key).toEqual(places(english.get(key) ?? ""));
    }
  },
);

test.each(readdirSync(HERE).filter((name) => name.endsWith(".po")))(
  "%s says whom to call when no number is told",
  (name) => {
    const texts = catalogue(name);
    for (const key of ["end.redFlagText", "home.flagWhy"]) {
      const text = fill(texts.get(key) ?? "", { number: texts.get("end.emergencyNumber") ?? "" });
      expect(text).toContain(texts.get("end.emergencyNumber"));
      expect(text, "two articles").not.toMatch(/\b(le|al) (le|ton|el|tu) /);
    }
  },
);

test("a core or posture cue has eight words at most", () => {
  for (const [key, text] of english) {
    if (/^cue\.(core|posture|ease-off)/.test(key)) expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(8);
  }
});

test("nothing promises a cure", () => {
  for (const text of english.values()) expect(text).not.toMatch(/\b(treat|heal|prevent|cure)s?\b|50\s?%/i);
});
