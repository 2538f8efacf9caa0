import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf, HostError } from "../error.ts";
import { isAlive, lifeOf } from "../process.ts";
import { FORMAT, formatOf, writeFormat } from "./format.ts";
import { writeWhole } from "./whole-file.ts";

/** The data folder of one installation, held by this process until `release`. */
export type DataFolder = {
  readonly path: string;
  readonly stackId: string;
  /** The version of the data in it; older than `FORMAT`: it is to be brought up first. */
  readonly format: number;
  release(): void;
};

const STACK = "arn:aws:cloudformation:local:000000000000:stack/backstride/";
const STACK_ID = new RegExp(`^${STACK}[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);

const FOLDERS = ["table", "queues", "keys", "archive"];
const FILES = [
  "bus.jsonl",
  "demo.json",
  "format",
  "functions.log",
  "lock",
  "operator.json",
  "schedules.jsonl",
  "stack-id",
];
const OURS: ReadonlySet<string> = new Set([...FOLDERS, ...FILES]);

/** Whether anything was ever kept in a folder. */
export const isUsed = (path: string): boolean => existsSync(join(path, "stack-id"));

/** What else is in a folder than ours, and what was on its way there or made room for it. */
export const strangersIn = (path: string): string[] =>
  readdirSync(path).filter((name) => !OURS.has(name.replace(/\.(new|old)$/, "")));

/**
 * Takes the folder for this process. A lock whose process is gone (a crash, a kill) is taken over. What is in it is health
 * data, so nobody else on this computer may look inside; this holds for a folder made by an earlier version, too.
 * @throws HostError when a live process holds it, it is of something else, it cannot be written, its `stack-id` is damaged, or a
 * newer version wrote it
 */
export function takeFolder(path: string): DataFolder {
  refuseForeign(path);
  try {
    for (const folder of [path, ...FOLDERS.map((sub) => join(path, sub))]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
    }
  } catch (cause) {
    throw new HostError(`The data folder ${path} cannot be made or written (${codeOf(cause) ?? "unknown"}).`, cause);
  }
  const lock = join(path, "lock");
  takeLock(path, lock);
  const release = () => rmSync(lock, { force: true });
  try {
    const format = formatOf(path, isUsed(path));
    // Before anything else is kept: a folder with something in it and no version is of the first.
    if (format === FORMAT) writeFormat(path, format);
    return { path, stackId: stackIdOf(join(path, "stack-id")), format, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Somebody's home, say, named by mistake: it would be closed to everybody else, and filled. */
function refuseForeign(path: string): void {
  const [stranger] = existsSync(path) && statSync(path).isDirectory() && !isUsed(path) ? strangersIn(path) : [];
  if (stranger === undefined) return;
  throw new HostError(
    `The folder ${path} holds something else (${stranger}). Backstride needs one of its own: choose another with BACKSTRIDE_DATA.`,
  );
}

function takeLock(path: string, lock: string): void {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(lock, `${process.pid} ${lifeOf(process.pid)}`.trim(), { flag: "wx" });
      return;
    } catch (error) {
      if (codeOf(error) !== "EEXIST")
        throw new HostError(`The data folder ${path} cannot be written (${codeOf(error) ?? "unknown"}).`, error);
      const [holder = "", life] = readFileSync(lock, "utf8").split(" ");
      if (isAlive(Number(holder), life)) throw lockedBy(path, lock, Number(holder));
      rmSync(lock, { force: true });
    }
  }
  throw new HostError(`Another Backstride is just taking the data folder ${path}; try again.`);
}

function lockedBy(path: string, lock: string, pid: number): HostError {
  return new HostError(
    `Backstride is already running with the data folder ${path} (process ${pid}); stop it first, or choose another folder with BACKSTRIDE_DATA. If no Backstride runs, delete ${lock}.`,
  );
}

/** Stands for the id that CloudFormation gives a stack; the code of the first account is part of it. */
function stackIdOf(file: string): string {
  const kept = textOf(file);
  if (kept === null) {
    const id = `${STACK}${randomUUID()}`;
    writeWhole(file, id);
    return id;
  }
  if (STACK_ID.test(kept)) return kept;
  // Half an id would be a one-time code that anybody can guess.
  throw new HostError(
    `The file ${file} is damaged. Delete it and start again; your data stays, and a new one is made.`,
  );
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw new HostError(`The file ${file} cannot be read (${codeOf(error) ?? "unknown"}).`, error);
  }
}
