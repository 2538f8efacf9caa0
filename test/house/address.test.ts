import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { PlanChange } from "../../core/contract/plan-history.ts";
import { planChangeText } from "../../core/text/plan-changes.ts";
import { REMINDERS } from "../../core/text/reminders.ts";

/** Distant ways to say "you" and to ask for something. English has none. */
const DISTANT = {
  de: /(?<!^|[.!?:“„"] |["\p{L}])(Sie|Ihnen|Ihre?[mnrs]?)(?!\p{L})/mu,
  es: /(?<!\p{L})(usted(es)?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(vous|votre|vos|vôtres?|(?!(chez|assez|nez)(?!\p{L}))\p{L}+ez)(?!\p{L})/iu,
  zh: /您/,
} as const;
type Spoken = keyof typeof DISTANT;

const root = resolve(import.meta.dirname, "../..");
const folder = (path: string) => readdirSync(join(root, path)).map((name) => join(path, name));

/** Every line of the catalogues of a language: the sentences, the pages, the watch real and simulated, and what is sent. */
function linesOf(language: Spoken): string[] {
  const files = ["core/text", "dashboard/src/i18n"].flatMap((texts) => folder(`${texts}/${language}`));
  const watch = folder("watch-app/i18n").filter((path) => path.includes(`/${language}-`));
  const simulator = `simulator/page/i18n/${language}.ts`;
  const written = [...files, ...watch, simulator].flatMap((path) => readFileSync(join(root, path), "utf8").split("\n"));
  const changes = PlanChange.entries.kind.options.map((kind) => planChangeText(kind, { from: 5, to: 4 }, language));
  return [...written, ...changes, ...Object.values(REMINDERS[language])];
}

describe.each(Object.entries(DISTANT))("the texts in %s", (language, distant) => {
  it("speak to a friend", () => {
    const lines = linesOf(language as Spoken);
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((line) => distant.test(line))).toEqual([]);
  });
});

it.each([
  ["de", "Danach ruhen Sie sich aus."],
  ["es", "Siga usted así."],
  ["fr", "Réessayez."],
  ["fr", "C’est votre séance."],
  ["zh", "您好"],
] as const)("a distant word is noticed in %s: %s", (language, text) => expect(text).toMatch(DISTANT[language]));
