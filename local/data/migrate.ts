import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { backUpStopped } from "./backup.ts";
import type { DataFolder } from "./folder.ts";
import { FORMAT, writeFormat } from "./format.ts";
import { writeWhole } from "./whole-file.ts";

/** From each version to the next. A step that was cut short can be done again: it leaves alone what it has already changed. */
const STEPS: Readonly<Record<number, (folder: string) => void>> = { 1: queuesSayWhatHappens };

/**
 * Brings the data of an older version up to this one, after a backup beside the folder.
 * @returns the backup; null when there was nothing to do
 */
export async function migrate({ path, format }: DataFolder): Promise<string | null> {
  if (format === FORMAT) return null;
  const backup = `${path}.before-format-${FORMAT}.backup`;
  await backUpStopped(path, backup);
  for (let from = format; from < FORMAT; from += 1) {
    STEPS[from]?.(path);
    writeFormat(path, from + 1);
  }
  return backup;
}

function queuesSayWhatHappens(folder: string): void {
  const queues = join(folder, "queues");
  for (const name of readdirSync(queues).filter((file) => file.endsWith(".jsonl"))) {
    const lines = readFileSync(join(queues, name), "utf8").split("\n").filter(isJson);
    const told = lines.map((line) => {
      const letter: object = JSON.parse(line);
      return `${"op" in letter ? line : JSON.stringify({ op: "put", letter })}\n`;
    });
    writeWhole(join(queues, name), told.join(""));
  }
}

/** A line that a crash cut short was never answered for. */
function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}
