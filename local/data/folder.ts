import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf, HostError } from "../error.ts";

/** The data folder of one installation, held by this process until `release`. */
export type DataFolder = { readonly path: string; readonly stackId: string; release(): void };

/**
 * Takes the folder for this process. A lock whose process is gone (a crash, a kill) is taken over.
 * @throws HostError when a live process holds it, or the folder cannot be written
 */
export function takeFolder(path: string): DataFolder {
  try {
    for (const sub of ["table", "queues", "keys"]) mkdirSync(join(path, sub), { recursive: true });
  } catch (cause) {
    throw new HostError(`The data folder ${path} cannot be made or written (${codeOf(cause) ?? "unknown"}).`, cause);
  }
  const lock = join(path, "lock");
  takeLock(path, lock);
  return { path, stackId: stackIdOf(path), release: () => rmSync(lock, { force: true }) };
}

function takeLock(path: string, lock: string): void {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw new HostError(`The data folder ${path} cannot be written.`, error);
      const holder = Number(readFileSync(lock, "utf8"));
      if (isAlive(holder)) throw lockedBy(path, lock, holder);
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

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Stands for the id that CloudFormation gives a stack; the code of the first account is part of it. */
function stackIdOf(path: string): string {
  const file = join(path, "stack-id");
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    const id = `arn:aws:cloudformation:local:000000000000:stack/backstride/${randomUUID()}`;
    writeFileSync(file, id, { mode: 0o600 });
    return id;
  }
}
