import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** @throws UsageError for an option that the command does not have */
export function parsed<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`bad_option: ${(error as Error).message}`);
  }
}

/** @throws UsageError when something is named that the command does not take */
export function none(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new UsageError(`too_much: this command does not take ${positionals.join(", ")}.`);
}

/** "1 week", "2 weeks". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
