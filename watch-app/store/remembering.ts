import type { Files } from "./files.ts";

/** What could not be written, by path: whole files, and lines that belong to the end of one. Lives as long as the app. */
export type Unwritten = { readonly whole: Map<string, string>; readonly tails: Map<string, string> };

export const nothingUnwritten = (): Unwritten => ({ whole: new Map(), tails: new Map() });

/**
 * Files of which a full storage takes nothing away while the app is open: what could not be written is read back from memory, by
 * every page, and is tried again with the next write to that file. The caller is told "not written" all the same.
 * @param unwritten one for all pages of the app
 */
export function remembering(files: Files, { whole, tails }: Unwritten): Files {
  const forget = (path: string): void => {
    whole.delete(path);
    tails.delete(path);
  };
  const read = (path: string): string | null => {
    const tail = tails.get(path);
    const text = whole.get(path) ?? files.read(path);
    return tail === undefined ? text : `${text ?? ""}${tail}`;
  };
  return {
    read,
    write: (path, text) => {
      forget(path);
      const written = files.write(path, text);
      if (!written) whole.set(path, text);
      return written;
    },
    append: (path, text) => {
      const all = `${tails.get(path) ?? ""}${text}`;
      const written = files.append(path, all);
      // Part of it may be there: whoever reads a log passes over lines that came twice.
      if (written) tails.delete(path);
      else tails.set(path, all);
      return written;
    },
    remove: (path) => {
      forget(path);
      files.remove(path);
    },
    list: (folder) => {
      const kept = [...whole.keys()].filter((path) => path.startsWith(`${folder}/`));
      return [...new Set([...files.list(folder), ...kept.map((path) => path.slice(folder.length + 1))])];
    },
  };
}
