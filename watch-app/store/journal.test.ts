import { expect, test } from "vitest";
import type { Entry } from "../../core/session/entry.ts";
import { replay } from "../../core/session/session.ts";
import { settle } from "../../core/session/settle.ts";
import type { SessionState } from "../../core/session/state.ts";
import { startEntry, T0 } from "../../core/session/testing.ts";
import { type Files, memoryFiles } from "./files.ts";
import { JOURNAL_PATH, openJournal } from "./journal.ts";
import { openLog } from "./log.ts";

const at = (seconds: number): number => T0 + seconds * 1000;
const none = { back: 0, leg: 0 };

/** A session with a pause in the warm-up and everything that can be pressed, up to the answers. */
const SESSION: readonly Entry[] = [
  startEntry(),
  { do: "pause", at: at(100) },
  { do: "resume", at: at(700) },
  { do: "skip", at: at(760) },
  { do: "extend", at: at(800), s: 60 },
  { do: "back", at: at(900) },
  { do: "pause", at: at(905) },
  { do: "skip", at: at(1_000) },
  { do: "pain", at: at(1_020), pain: { back: 3, leg: 0 }, walkOnly: true },
  { do: "repeat", at: at(1_040) },
  { do: "pause", at: at(1_050) },
  { do: "resume", at: at(1_500) },
  { do: "end", at: at(1_600), outcome: "ended-early", reason: "external" },
  { do: "answer", at: at(1_650), worst: none, after: none, rpe: 2, legSymptoms: false },
];

function written(entries: readonly Entry[]): Files {
  const files = memoryFiles();
  const journal = openJournal(files);
  for (const entry of entries) journal.append(entry);
  return files;
}

/** Where somebody is, as the watch would show it at that moment. */
const position = (state: SessionState | null, now: number) => {
  const { status, step, stepStartedAt, pausedAt, extraMs, walkOnly, outcome, answers } =
    state === null ? startFailed() : settle(state, now);
  return { status, step, stepStartedAt, pausedAt, extraMs, walkOnly, outcome, answers };
};
const startFailed = (): never => {
  throw new Error("There is no session.");
};

/** The journal with the line of the given entry spoilt, opened again. */
function opened(entries: readonly Entry[], spoilt: number) {
  const files = written(entries);
  const lines = (files.read(JOURNAL_PATH) ?? "").split("\n");
  const text = lines.map((line) => (line.slice(9).startsWith(`${spoilt} `) ? `${line}x` : line)).join("\n");
  files.write(JOURNAL_PATH, text);
  return openJournal(files);
}

const pairs = SESSION.flatMap((_, upTo) =>
  SESSION.slice(1, upTo).map((_entry, index) => ({ upTo: upTo + 1, spoilt: index + 1 })),
);

test.each(pairs)("of $upTo entries number $spoilt is damaged: the position is the one of the next entry", (pair) => {
  const entries = SESSION.slice(0, pair.upTo);
  const journal = opened(entries, pair.spoilt);
  const now = at(1_700);
  expect(journal.whole).toBe(false);
  expect(position(journal.state(), now)).toEqual(position(openJournal(written(entries)).state(), now));
});

test.each(SESSION.slice(1).map((_, index) => index + 1))(
  "the last of entries, number %i, is damaged: the rest holds",
  (last) => {
    const journal = opened(SESSION.slice(0, last + 1), last);
    const now = at(1_700);
    expect(position(journal.state(), now)).toEqual(position(openJournal(written(SESSION.slice(0, last))).state(), now));
  },
);

test("a journal of an older app, without places, is read as it was", () => {
  const files = memoryFiles();
  const older = openLog(files, JOURNAL_PATH);
  for (const entry of SESSION) older.append(entry);
  expect(openJournal(files).state()).toEqual(replay(SESSION));
});

test("a whole journal with places is the same session as without", () => {
  expect(openJournal(written(SESSION)).state()).toEqual(replay(SESSION));
});
