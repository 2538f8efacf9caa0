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

/** Every text that looks like a key of the catalogue, and the families that the code puts together. */
function usedKeys(): ReadonlySet<string> {
  const found = sources(APP).flatMap((text) => [
    ...[...text.matchAll(/\b(?:say|getText|gettext)\(\s*"([^"]+)"/g)].map((match) => match[1] ?? ""),
    ...[
      ...text.matchAll(
        /"((?:scale|answer|home|session|pain|end|gate|morning|after|battery|cues)\.(?!log|recorded|edited)[a-zA-Z]+)"/g,
      ),
    ].map((match) => match[1] ?? ""),
    ...[...text.matchAll(/\bturn\("([^"]+)"/g)].map((match) => match[1] ?? ""),
    ...[...text.matchAll(/\((?:paused|paired|last|on|rest\.length > 0) \? "([^"]+)" : "([^"]+)"\)/g)].flatMap(
      (match) => [match[1] ?? "", match[2] ?? ""],
    ),
  ]);
  const asked = [...BEFORE, ...AFTER, COMPARED, ...EXTRA, ...DURING, ...MORNING].map(({ text }) => text);
  const questions = [...asked, ...MORNING.map(({ text }) => `${text}Late`)];
  const steps = StepKind.options.map((kind) => `step.${kind}`);
  const moves = MOVES.flatMap((move) => [`move.${plainMove(move)}`, `how.${move}`]).concat("side.L", "side.R");
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => `day.${day}`);
  const cues = [
    "core.1",
    "core.2",
    "posture.1",
    "posture.2",
    "posture.3",
    "posture.4",
    "warning",
    "ease-off",
    "halfway",
    "here",
  ];
  const syncs = ["ok", "phone", "unpaired", "revoked", "address", "later", "full"].map((code) => `sync.${code}`);
  const endings = [
    "end.floorText",
    ...["well", "pain", "redFlag"].flatMap((ending) => [`end.${ending}`, `end.${ending}Text`]),
  ];
  const gates = [
    "gate.ease",
    "gate.walk",
    "gate.rest",
    "home.rest",
    "home.setup",
    "home.between",
    "home.betweenWhy",
    "home.stale",
    "home.staleWhy",
  ];
  const status = ["unpaired", "asking", "waiting", "paired", "denied", "expired", "address", "revoked", "later", "ok"];
  const names = CueKind.options.map((kind) => `cues.name.${kind}`);
  const units = ["settings.units.metric", "settings.units.imperial"];
  const strengths = CuePreference.entries.strength.options.map((strength) => `cues.${strength}`);
  const extras = [
    ...EXTRA.map(({ id }) => `extra.${id}`),
    "extra.surface",
    ...SURFACES.map((name) => `surface.${name}`),
  ];
  const all = [
    found,
    extras,
    units,
    names,
    strengths,
    questions,
    steps,
    moves,
    days,
    cues.map((cue) => `cue.${cue}`),
    syncs,
    endings,
    gates,
  ];
  return new Set([...all.flat(), ...status.map((code) => `settings.status.${code}`)]);
}

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
