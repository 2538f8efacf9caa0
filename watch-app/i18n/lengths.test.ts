import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePo } from "../../bin/watch-po.mjs";
import { MOVES, plainMove } from "../../core/blocks/moves.ts";
import { CUE_KINDS } from "../../core/contract/cue-kinds.ts";
import devices from "../devices.json" with { type: "json" };
import { AFTER, BEFORE, DURING, EXTRA, MORNING, SURFACES } from "../logic/questions.ts";
import { fill } from "../logic/words.ts";
import {
  checkLayout,
  choiceLayout,
  fittingSize,
  gridLayout,
  homeLayout,
  LINE,
  linesOf,
  menuLayout,
  messageLayout,
  padLayout,
  type Rect,
  SMALL,
  sessionLayout,
  widthOf,
} from "../ui/layout.ts";

const isWide = (word: string): boolean => word.charCodeAt(0) >= 0x2e80;
const HERE = import.meta.dirname;
const screens = new Map(
  devices.map(({ shape, width, height }) => [
    `${shape} ${width}×${height}`,
    { width, height, round: shape === "round" },
  ]),
);
const languages = readdirSync(HERE)
  .filter((name) => name.endsWith(".po"))
  .map((name) => [name, parsePo(readFileSync(join(HERE, name), "utf8"))] as const);

/** Where each text stands: key, box, size of the letters, lines. */
type Place = readonly [key: string, rect: Rect | undefined, size: number, lines: number];

function places(screen: { width: number; height: number; round: boolean }): Place[] {
  const home = homeLayout(screen);
  const session = sessionLayout(screen);
  const pad = padLayout(screen);
  const message = messageLayout(screen);
  const two = choiceLayout(screen, 2);
  const three = choiceLayout(screen, 3);
  const four = menuLayout(screen, 4);
  const buttons = (rects: readonly Rect[], keys: readonly string[], size = 32): Place[] =>
    keys.map((key, index) => [key, rects[index], size, 1]);
  const scores = [...BEFORE, ...AFTER, ...EXTRA, ...DURING, ...MORNING].filter(({ kind }) => kind === "score");
  const late = MORNING.map(({ text }) => `${text}Late`);
  const cues = [
    "core.1",
    "core.2",
    "posture.1",
    "posture.2",
    "posture.3",
    "posture.4",
    "cadence",
    "warning",
    "ease-off",
  ];
  return [
    ...["home.start", "home.startEarly", "home.startWalk"].map((key): Place => [key, home.start, 34, 1]),
    ...["home.welcome", "home.setup", "home.rest", "home.between", "home.stale", "day.today", "day.tomorrow"].map(
      (key): Place => [key, home.title, 34, 1],
    ),
    ["home.more", home.more, SMALL, 1],
    ["home.sync", home.sync, SMALL, 1],
    ...["now", "ok", "never", "phone", "unpaired", "revoked", "address", "later", "full"].map(
      (code): Place => [`sync.${code}`, home.status, SMALL, 1],
    ),
    ...["pause", "resume"].map((key): Place => [`session.${key}`, session.first, 32, 1]),
    ...["skip", "back"].map((key): Place => [`session.${key}`, session.second, 32, 1]),
    ...["pain", "more"].map((key): Place => [`session.${key}`, session.third, SMALL, 1]),
    ...["end", "instead"].map((key): Place => [`session.${key}`, session.fourth, SMALL, 1]),
    ...["side.L", "side.R", "session.ready"].map((key): Place => [key, session.phase, 36, 1]),
    ...MOVES.map((move): Place => [`how.${move}`, session.pulse, SMALL, 1]),
    ["floor.ask", two.title, 30, 5],
    ["session.last", session.next, SMALL, 1],
    ["session.unsaved", session.pulse, SMALL, 1],
    ...["warmup-walk", "run", "walk", "cooldown-walk", "stretch", "strength"].map(
      (kind): Place => [`step.${kind}`, session.phase, 36, 1],
    ),
    ...[...cues, "halfway", "here"].map((key): Place => [`cue.${key}`, session.message, SMALL, 2]),
    ...CUE_KINDS.map((kind): Place => [`cues.name.${kind}`, session.count, 36, 2]),
    ["cues.strength", session.first, SMALL, 1],
    ["cues.lead", session.second, SMALL, 1],
    ["cues.feel", session.third, SMALL, 1],
    ["cues.next", session.fourth, SMALL, 1],
    ["cues.exit", session.fourth, SMALL, 1],
    ...[...scores.map(({ text }) => text), ...late].map((key): Place => [key, pad.title, 32, 2]),
    ...["ask.unwell", "ask.legSymptoms", "ask.compared"].map((key): Place => [key, two.title, 32, 5]),
    ...buttons(two.buttons, ["answer.well", "answer.unwell"]),
    ...buttons(two.buttons, ["answer.no", "answer.yes"]),
    ...buttons(two.buttons, ["answer.asBefore", "answer.different"]),
    ...buttons(two.buttons, ["home.start", "gate.notToday"]),
    ...buttons(checkLayout(screen).buttons, ["done", "after.tellMore", "after.change"]),
    ...buttons(gridLayout(screen), [...SURFACES.map((name) => `surface.${name}`), "home.later"], 30),
    ...buttons(four, ["extra.stiffness", "extra.energy", "extra.surface", "done"], 30),
    ...buttons(three.buttons, ["battery.shorter", "battery.anyway", "home.later"]),
    ["after.check", checkLayout(screen).title, 30, 5],
    ["battery.title", message.title, 36, 2],
    ["cues.oneStrength", session.message, SMALL, 2],
    ...buttons(two.buttons, ["morning.open", "home.later"]),
    ...buttons(three.buttons, ["resume.keptGoing", "resume.stopped", "home.later"]),
    ...buttons(four, ["pain.backOrLeg", "pain.sharp", "pain.redFlag", "session.goOn"], 30),
    ...buttons(three.buttons, ["pain.easeOff", "pain.walkOnly", "session.end"]),
    ...buttons(three.buttons, ["end.effort", "end.external", "session.goOn"]),
    ...["resume.ask", "pain.then", "end.why"].map((key): Place => [key, three.title, 30, 5]),
    ...["gate.ease", "gate.walk", "morning.call"].map((key): Place => [key, two.title, 30, 5]),
    ...buttons(four, ["more.why", "more.morning", "more.cues", "more.home"], 30),
    ...buttons(four, ["session.pain", "session.repeat", "session.longer", "session.goOn"], 30),
    ...buttons(four, ["session.pain", "session.leave", "session.repeat", "session.goOn"], 30),
    ...buttons(three.buttons, ["session.skip", "session.leave", "session.goOn"]),
    ...[
      "gate.rest",
      "end.well",
      "end.pain",
      "end.redFlag",
      "after.full",
      "summary.title",
      "morning.title",
      "damage.title",
    ].map((key): Place => [key, message.title, 36, 2]),
    // Whom to call stands on the first page, wherever the text is read.
    ["end.redFlagText", message.text, SMALL, 8],
    ...["done", "more"].map((key): Place => [key, message.button, 32, 1]),
  ];
}

describe.each([...screens])("%s", (_, screen) => {
  test.each(languages)("%s: no text is cut", (_name, texts) => {
    const cut = places(screen).flatMap(([key, rect, size, lines]) => {
      const text = fill(texts.get(key) ?? "", { back: 10, leg: 10 });
      if (rect === undefined || text === "") return [key];
      const fitted = fittingSize(text, rect, size, lines);
      const room = Math.min(lines, Math.max(1, Math.floor(rect.h / LINE)));
      const fits =
        linesOf(text, fitted, rect.w).length <= room &&
        text.split(" ").every((word) => isWide(word) || widthOf(word, fitted) <= rect.w);
      return fits ? [] : [`${key}: ${text} (${linesOf(text, fitted, rect.w).length} of ${room} lines of ${rect.w})`];
    });
    expect(cut).toEqual([]);
  });

  test.each(languages)("%s: an exercise and what comes next each keep to their line", (_name, texts) => {
    const say = (key: string): string => texts.get(key) ?? "";
    const { next, pulse } = sessionLayout(screen);
    const lines = MOVES.map((move) => say(`move.${plainMove(move)}`)).flatMap((name) => [
      [name, next.w] as const,
      [fill(say("session.next"), { step: name, time: "" }).trim(), pulse.w] as const,
    ]);
    expect(lines.filter(([text, width]) => widthOf(text, SMALL) > width)).toEqual([]);
  });
});
