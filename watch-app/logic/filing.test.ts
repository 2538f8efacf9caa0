import { expect, test } from "vitest";
import type { Entry } from "../../core/session/entry.ts";
import { startEntry, T0 } from "../../core/session/testing.ts";
import { type Files, memoryFiles } from "../store/files.ts";
import { JOURNAL_PATH, openJournal } from "../store/journal.ts";
import { openOutbox } from "../store/outbox.ts";
import { endAtLastSign, fileSession, resumption } from "./filing.ts";

const MADE = { app: "0.1.0", device: "Amazfit Balance" };
const nobody = (): boolean => true;
const at = (seconds: number): number => T0 + seconds * 1000;
const answer = (seconds: number): Entry => ({
  do: "answer",
  at: at(seconds),
  worst: { back: 2, leg: 0 },
  after: { back: 2, leg: 0 },
  rpe: 3,
  legSymptoms: false,
});

function journalWith(...entries: Entry[]) {
  const files = memoryFiles();
  const journal = openJournal(files);
  journal.append(startEntry());
  for (const entry of entries) journal.append(entry);
  return { files, journal };
}
const alive = (seconds: number): Entry => ({ do: "samples", at: at(seconds), from: 0, hr: [], cadence: [] });

test.each<[string, Entry[], number, string]>([
  ["a short gap", [alive(100)], 400, "resume"],
  ["a long gap", [alive(100)], 900, "ask"],
  ["a long pause", [{ do: "pause", at: at(100) }], 900, "ask"],
  ["ran out just after the last sign", [alive(1350)], 1500, "questions"],
  ["ran out long after the last sign", [alive(600)], 1500, "ask"],
  ["ended by hand", [{ do: "end", at: at(60), outcome: "stopped", reason: "pain" }], 90, "questions"],
  ["ended by hand, twelve hours ago", [{ do: "end", at: at(60), outcome: "stopped", reason: "pain" }], 43_300, "file"],
  ["stopped for a warning sign", [{ do: "end", at: at(60), outcome: "stopped", reason: "red-flag" }], 90, "file"],
  ["answered", [answer(1500)], 1501, "file"],
])("%s", (_, entries, now, expected) => {
  expect(resumption(journalWith(...entries).journal.state(), at(now))).toBe(expected);
});

test("no journal, nothing to do", () => {
  expect(resumption(null, T0)).toBe("none");
  expect(fileSession(openJournal(memoryFiles()), openOutbox(memoryFiles()), T0, MADE, nobody)).toBe(true);
});

test("time that only went by does not count as done", () => {
  const { journal } = journalWith(alive(320));
  endAtLastSign(journal);
  expect(journal.state()).toMatchObject({
    status: "ended",
    outcome: "ended-early",
    reason: "external",
    endedAt: at(320),
  });
  expect(journal.state()?.doneMs[1]).toBe(15_000);
});

test("filing is the same however often it is done", () => {
  const { files, journal } = journalWith(answer(1500));
  const text = files.read(JOURNAL_PATH) ?? "";
  const outbox = openOutbox(files);
  const ran: string[] = [];
  expect(
    fileSession(journal, outbox, at(1501), MADE, ({ runSpans }, date) => runSpans.length > 0 && ran.push(date) > 0),
  ).toBe(true);
  expect(ran).toEqual(["2026-11-22"]);
  const first = outbox.waiting();
  expect(files.read(JOURNAL_PATH)).toBeNull();
  files.write(JOURNAL_PATH, text);
  expect(fileSession(openJournal(files), outbox, at(99_999), MADE, nobody)).toBe(true);
  expect(outbox.waiting()).toEqual(first);
  expect(first).toHaveLength(1);
});

test("with a full disk the journal stays", () => {
  const { files, journal } = journalWith(answer(1500));
  const full: Files = { ...files, write: () => false };
  expect(fileSession(journal, openOutbox(full), at(1501), MADE, nobody)).toBe(false);
  expect(openJournal(files).state()?.answers?.rpe).toBe(3);
});

test("a warning sign that cannot be noted down keeps the journal, which knows of it", () => {
  const { files, journal } = journalWith(answer(1500));
  const outbox = openOutbox(memoryFiles());
  expect(fileSession(journal, outbox, at(1501), MADE, () => false)).toBe(false);
  expect(openJournal(files).state()).not.toBeNull();
  expect(fileSession(openJournal(files), outbox, at(1502), MADE, nobody)).toBe(true);
  expect(outbox.waiting()).toHaveLength(1);
});
