import { describe, expect, it } from "vitest";
import { ScreeningAnswered } from "../../../../core/contract/event.ts";
import { parse } from "../../../../core/contract/parse.ts";
import { QUESTIONS, REPEATED } from "../../../../core/screening/questions.ts";
import { screeningOf } from "../../../../core/screening/screening.ts";
import { answersOf, type Chosen, isAnswered } from "./answers.ts";

const ALL_NO: Chosen = { plain: Object.fromEntries(QUESTIONS.map(({ id }) => [id, false])), urgent: {} };
const yes = (id: number, urgent?: boolean): Chosen => ({
  plain: { ...ALL_NO.plain, [id]: true },
  urgent: urgent === undefined ? {} : { [id]: urgent },
});

describe("safety answers", () => {
  it("all no are sixteen answers that lock nothing", () => {
    const answers = parse(ScreeningAnswered, answersOf(QUESTIONS, ALL_NO));
    expect(Object.keys(answers.answers)).toHaveLength(16);
    expect(screeningOf(answers).kind).toBeNull();
  });

  it.each([
    [4, true, "E"],
    [4, false, "C"],
    [5, true, "E"],
    [5, false, "U"],
    [9, true, "E"],
    [9, false, "C"],
  ])("question %d with its qualifier %s locks as %s", (id, urgent, kind) => {
    expect(screeningOf(answersOf(QUESTIONS, yes(id, urgent))).kind).toBe(kind);
  });

  it("wait for the qualifier of a yes, and only of a yes", () => {
    const open = (chosen: Chosen) => QUESTIONS.filter((question) => !isAnswered(question, chosen)).map(({ id }) => id);
    expect(open({ plain: {}, urgent: {} })).toHaveLength(16);
    expect(open(ALL_NO)).toEqual([]);
    expect(open(yes(4))).toEqual([4]);
    expect(open(yes(4, false))).toEqual([]);
    expect(open(yes(1))).toEqual([]);
  });

  it("leave out a qualifier whose yes was taken back", () => {
    const chosen: Chosen = { plain: ALL_NO.plain, urgent: { 4: true } };
    expect(answersOf(QUESTIONS, chosen)).not.toHaveProperty("urgent");
  });

  it("hold only what was asked", () => {
    const eight = QUESTIONS.filter(({ id }) => REPEATED.includes(id));
    expect(Object.keys(answersOf(eight, ALL_NO).answers)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
  });
});
