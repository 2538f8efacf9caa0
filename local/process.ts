import { readFileSync } from "node:fs";
import { codeOf } from "./error.ts";

/** Field 22 of proc_pid_stat(5), counted from the one after the name. */
const STARTED = 19;

/**
 * When a process began, and in which run of the computer: after a power cut its number may be somebody else's. Empty where the system
 * does not say (Linux does); then the number alone counts.
 */
export function lifeOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop()?.split(" ") ?? [];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[STARTED]}`;
  } catch {
    return "";
  }
}

/** Whether there is a process with this id. @param life what `lifeOf` said of it, so that another with the same id is not taken for it */
export function isAlive(pid: number, life?: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || (life ?? lifeOf(pid)) !== lifeOf(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
