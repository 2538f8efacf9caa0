import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../data/whole-file.ts";
import { codeOf, HostError } from "../error.ts";
import { isAlive } from "../process.ts";

/** How a command of this computer's owner reaches the running host: addresses on loopback and the key of this start. */
export type Access = {
  readonly pid: number;
  readonly life: string;
  readonly services: string;
  readonly table: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly tableName: string;
  readonly busName: string;
  readonly scheduleGroup: string;
};

const fileIn = (folder: string): string => join(folder, "operator.json");

/** Leaves the access in the data folder, for its owner's eyes only. @returns takes it away again */
export function leaveAccess(folder: string, access: Access): () => void {
  writeWhole(fileIn(folder), JSON.stringify(access));
  return () => rmSync(fileIn(folder), { force: true });
}

/** The access to the host that runs with this folder; null when none does. */
export function accessTo(folder: string): Access | null {
  try {
    const access = JSON.parse(readFileSync(fileIn(folder), "utf8")) as Access;
    return isAlive(access.pid, access.life) ? access : null;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw new HostError(`The file ${fileIn(folder)} cannot be read; restart Backstride.`, error);
  }
}
