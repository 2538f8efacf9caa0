import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as v from "valibot";
import { afterAll, describe, expect, it } from "vitest";
import { backstride } from "../../bin/backstride.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { Decision } from "../../core/contract/plan.ts";
import { checkin, morningOf, profile, screening, session } from "../../core/progress/testing.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "backstride-plan-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ON = "2026-03-05";
/** A person at level 4 who walked on Tuesday and had a calm Wednesday morning. */
const LOG: readonly LogEvent[] = [
  screening("2026-03-02"),
  profile("2026-03-02", { placement: { walkMin: 30, jog: null }, usualPain: 2, days: [2, 4, 6], wakeUp: "06:30" }),
  session("2026-03-03", { level: 4 }),
  morningOf("2026-03-04", 2),
];
const [SCREENED, TOLD, WALKED, MORNING] = LOG;

type Ran = { code: number; said: string; warned: string };
let files = 0;

async function run(...args: string[]): Promise<Ran> {
  const said: string[] = [];
  const warned: string[] = [];
  const code = await backstride(args, { say: (line) => said.push(line), warn: (line) => warned.push(line) });
  return { code, said: said.join("\n"), warned: warned.join("\n") };
}

function fileOf(text: string): string {
  files += 1;
  const file = join(folder, `log-${files}.json`);
  writeFileSync(file, text);
  return file;
}

const planOf = (log: unknown, ...more: string[]): Promise<Ran> =>
  run("plan", fileOf(JSON.stringify(log)), "--on", ON, ...more);

describe("the plan of an exported log", () => {
  it("is told in a few plain lines: date and time, steps, reason", async () => {
    const { code, said, warned } = await planOf(LOG);
    expect({ code, warned }).toEqual({ code: 0, warned: "" });
    expect(said.split("\n")).toEqual([
      "Thursday 2026-03-05 at 07:30 · level 4 · hold",
      "walk 5 min · walk 15 min · walk 5 min = 25 min; exercises 2 min 6 s before, 10 min 10 s after",
      "Going well: 1 of 2 comfortable sessions done at this level. The same again.",
    ]);
  });

  it("is the same from an export with its events under a name, in any order", async () => {
    const { said } = await planOf(LOG);
    expect((await planOf({ exportedAt: "2026-03-05", events: [...LOG].reverse() })).said).toBe(said);
  });

  it("sums up repeated steps, and names what each rule looked at with --explain", async () => {
    const jog = { boutS: 30, timesPerWeek: 3, worstPain: 1 };
    const told = profile("2026-03-04", { placement: { walkMin: 60, jog }, usualPain: 1 });
    const { said } = await planOf([SCREENED, told], "--explain");
    expect(said).toContain(
      "walk 5 min · 9 × (run 30 s, walk 1 min 30 s) · walk 5 min = 28 min, 4 min 30 s of them running",
    );
    expect(said).toMatch(/Rules that fired:\n {2}P\.start +level 9 {2}\[§3; EJ\]/);
    const waiting = await planOf([...LOG, checkin("before", ON, 9)], "--explain");
    expect(waiting.said).toMatch(/D\.rest +pre 9, base 2/);
    expect(waiting.said).toContain("What would change it:\n  A calmer back.");
  });

  it("is the decision itself with --json", async () => {
    const decision = v.parse(Decision, JSON.parse((await planOf(LOG, "--json")).said));
    expect(decision).toMatchObject({ date: ON, level: 4, state: "hold" });
  });

  it("speaks the profile's language, or the one asked for", async () => {
    const german = [...LOG, { ...TOLD, id: "01900000-0000-7000-8000-0000000000aa", data: { language: "de" } }];
    expect((await planOf(german)).said).toContain("angenehmen Einheiten auf dieser Stufe");
    expect((await planOf(german, "--lang", "fr")).said).toContain("à ce niveau");
  });

  it("shows the text of a lock", async () => {
    const { code, said } = await planOf([screening("2026-03-02", [2]), TOLD]);
    expect(code).toBe(0);
    expect(said).toContain("No session is planned · rest-and-refer");
    expect(said).toContain("Please get emergency care now");
  });

  it("is that of its day, whatever came later, and says what it left out", async () => {
    const later = [session("2026-03-06", { level: 4, dur: 7 }), morningOf("2026-03-07", 6)];
    const then = await planOf([...LOG]);
    const now = await planOf([...LOG, ...later]);
    expect(now).toEqual({
      ...then,
      warned: "2 events about later dates are left out: the plan is that of 2026-03-05.",
    });
  });

  it("comes out of the installed command on its own, without a word more on standard output", () => {
    const args = [join(root, "bin/backstride.mjs"), "plan", fileOf(JSON.stringify(LOG)), "--on", ON, "--json"];
    const text = execFileSync(process.execPath, args, { encoding: "utf8", cwd: folder });
    expect(v.parse(Decision, JSON.parse(text)).level).toBe(4);
  });
});

const changed = (event: LogEvent | undefined, path: string, value: unknown): unknown => {
  const copy = structuredClone(event) as unknown;
  const names = path.split(".");
  const last = names.pop() ?? "";
  let inner = copy;
  for (const name of names) inner = Reflect.get(inner as object, name);
  Reflect.set(inner as object, last, value);
  return copy;
};

describe("a log that is wrong is refused with the path of what is wrong", () => {
  it.each([
    ["an unknown version", changed(WALKED, "type", "session.recorded.v9"), "unknown_version: $[2].type"],
    ["an unknown type", changed(WALKED, "type", "horoscope.read.v1"), "unknown_type: $[2].type"],
    ["no type at all", changed(WALKED, "type", undefined), "invalid: $[2].type is missing"],
    ["a score of 12", changed(WALKED, "data.scores.rpe", 12), "invalid: $[2].data.scores.rpe must be a whole number"],
    ["a negative step", changed(WALKED, "data.steps.1.doneS", -5), "invalid: $[2].data.steps[1].doneS must not be"],
    ["an end before the start", changed(WALKED, "data.endedAt", "2026-03-03T07:00:00Z"), "invalid: $[2].data.endedAt"],
    ["a time far ahead", changed(WALKED, "at", "2126-04-03T08:30:00Z"), "clock_skew: $[2].at"],
    ["an end far ahead", changed(WALKED, "data.endedAt", "2127-03-03T08:30:00Z"), "clock_skew: $[2].data.endedAt"],
    ["a date far ahead", changed(WALKED, "localDate", "2126-03-08"), "clock_skew: $[2].localDate"],
    [
      "an answer about a date far ahead",
      changed(MORNING, "data.forDate", "2126-03-09"),
      "clock_skew: $[2].data.forDate",
    ],
    ["a member nobody knows", changed(SCREENED, "data.answers.17", true), 'invalid: $[2].data.answers["17"] is not'],
    ["no object", 7, "invalid: $[2] must be Object, not 7"],
  ])("%s", async (_, entry, problem) => {
    const { code, said, warned } = await planOf([SCREENED, TOLD, entry]);
    expect({ code, said }).toEqual({ code: 1, said: "" });
    expect(warned).toContain(`\n  ${problem}`);
  });

  it("the same id with different content, naming both; the same content twice is fine", async () => {
    const other = changed(WALKED, "data.scores.rpe", 5);
    const { code, warned } = await planOf({ events: [...LOG, other] });
    expect(code).toBe(1);
    expect(warned).toMatch(/conflict: \$\.events\[2\] and \$\.events\[4\] have the same id /);
    expect((await planOf([...LOG, ...LOG])).code).toBe(0);
  });

  it("one session told twice under two event ids, differently", async () => {
    const other = changed(changed(WALKED, "data.level", 3) as LogEvent, "id", "01900000-0000-7000-8000-00000000ffff");
    const { code, warned } = await planOf([...LOG, other]);
    expect(code).toBe(1);
    expect(warned).toContain("conflict: $[2] and $[4] have the same sessionId");
  });

  it("all that is wrong at once, cut short when it is much", async () => {
    const wrong = Array.from({ length: 12 }, () => changed(MORNING, "data.back", 11));
    const { warned } = await planOf(wrong);
    expect(warned.match(/invalid: /g)).toHaveLength(10);
    expect(warned).toContain("… and 2 more");
  });

  it("a file that is not JSON, or holds no list", async () => {
    const text = await run("plan", fileOf("{ nearly"), "--on", ON);
    expect([text.code, text.warned]).toEqual([1, expect.stringContaining("not_json: $ is not JSON")]);
    expect((await planOf({ happenings: [] })).warned).toContain("invalid: $ must be an array of events");
  });
});

describe("a command line that is wrong ends with 2 and the usage", () => {
  it.each([
    ["no such file", ["plan", join(folder, "none.json"), "--on", ON], "no_such_file"],
    ["a folder", ["plan", folder, "--on", ON], "unreadable_file"],
    ["no file", ["plan", "--on", ON], "missing_file"],
    ["two files", ["plan", "a.json", "b.json", "--on", ON], "too_many_files"],
    ["no date", ["plan", "a.json"], "missing_date"],
    ["a date that does not exist", ["plan", "a.json", "--on", "2026-02-30"], "bad_date: --on 2026-02-30"],
    ["a language that we do not speak", ["plan", "a.json", "--on", ON, "--lang", "tlh"], "bad_language: --lang tlh"],
    ["an unknown option", ["plan", "a.json", "--loud"], "bad_option"],
  ])("%s", async (_, args, problem) => {
    const { code, said, warned } = await run(...args);
    expect({ code, said }).toEqual({ code: 2, said: "" });
    expect(warned).toContain(problem);
    expect(warned).toContain("npx backstride plan <export.json>");
  });

  it("an unknown command, or none; --help is no mistake", async () => {
    expect(await run("fly")).toMatchObject({ code: 2, warned: expect.stringContaining('There is no command "fly"') });
    expect(await run()).toMatchObject({ code: 2, warned: expect.stringContaining("npx backstride <command>") });
    expect(await run("--help")).toMatchObject({ code: 0, said: expect.stringContaining("plan") });
    expect(await run("plan", "--help")).toMatchObject({ code: 0, said: expect.stringContaining("--explain") });
  });
});
