import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { HostError } from "../error.ts";
import { isUsed } from "./folder.ts";
import { writeWhole } from "./whole-file.ts";

/** How one signs in as the invented person of a demo. The passphrase guards nothing but what is invented. */
export type DemoMark = v.InferOutput<typeof DemoMark>;

const DemoMark = v.strictObject({ name: v.string(), passphrase: v.string() });

const fileIn = (folder: string): string => join(folder, "demo.json");

/** The mark that keeps a demo's folder and a person's apart; null: not a demo. @throws HostError when it is damaged */
export function demoIn(folder: string): DemoMark | null {
  if (!existsSync(fileIn(folder))) return null;
  const mark = v.safeParse(v.pipe(v.string(), v.parseJson(), DemoMark), readFileSync(fileIn(folder), "utf8"));
  if (mark.success) return mark.output;
  throw new HostError(`The demo in ${folder} is damaged; delete that folder, and a new one is made.`);
}

export function markDemo(folder: string, mark: DemoMark): void {
  writeWhole(fileIn(folder), `${JSON.stringify(mark)}\n`);
}

/** What is invented never meets what is real. @throws HostError when the folder is of the other sort */
export function requireSort(folder: string, demo: boolean): void {
  const marked = demoIn(folder) !== null;
  if (marked && !demo) {
    throw new HostError(
      `The data folder ${folder} is a demo; start it with --demo, or choose another with BACKSTRIDE_DATA.`,
    );
  }
  if (!marked && demo && isUsed(folder)) {
    throw new HostError(`The data folder ${folder} is no demo, so nothing is invented there; move it away first.`);
  }
}
