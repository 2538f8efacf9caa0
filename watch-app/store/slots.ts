import { asciiJson } from "./ascii.ts";
import { crc32 } from "./crc.ts";
import type { Files } from "./files.ts";

type Slot = { readonly seq: number; readonly value: unknown };

function parseSlot(text: string | null): Slot | null {
  if (text === null || text.charAt(8) !== " ") return null;
  const body = text.slice(9);
  return crc32(body) === text.slice(0, 8) ? (JSON.parse(body) as Slot) : null;
}

export type Slots = {
  read(): unknown;
  write(value: unknown): boolean;
  /** Whether something had been written and none of it can be read any more. */
  lost(): boolean;
};

/**
 * One value in two files `<name>.a` and `<name>.b`: the older is overwritten and read back, the newest whole one wins. A kill
 * in the middle of a write leaves the value before it.
 */
export function slots(files: Files, name: string): Slots {
  const paths = [`${name}.a`, `${name}.b`] as const;
  const both = (): readonly [Slot | null, Slot | null] => [
    parseSlot(files.read(paths[0])),
    parseSlot(files.read(paths[1])),
  ];
  const newest = (): Slot | null => {
    const [a, b] = both();
    if (a === null || b === null) return a ?? b;
    return a.seq > b.seq ? a : b;
  };
  return {
    read: () => newest()?.value ?? null,
    lost: () => newest() === null && paths.some((path) => files.read(path) !== null),
    write: (value) => {
      const [a, b] = both();
      const target = a === null || (b !== null && a.seq < b.seq) ? paths[0] : paths[1];
      const body = asciiJson({ seq: Math.max(a?.seq ?? 0, b?.seq ?? 0) + 1, value });
      const text = `${crc32(body)} ${body}`;
      return files.write(target, text) && files.read(target) === text;
    },
  };
}
